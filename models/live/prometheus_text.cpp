// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/prometheus_text.h"

#include <string_view>
#include <utility>

namespace aftercharge::metrics {
namespace {

// "12.000345", exact: a counter of seconds is no floating number here.
std::string seconds_text(std::chrono::microseconds time)
{
    constexpr std::int64_t second = 1'000'000;
    const std::int64_t micros = time.count();
    std::string fraction = std::to_string(micros % second);
    fraction.insert(0, 6 - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return std::to_string(micros / second) + (fraction.empty() ? "" : "." + fraction);
}

std::string label_text(std::string_view value)
{
    std::string text;
    for (const char c : value) {
        if (c == '\n')
            text += "\\n";
        else if (c == '"' || c == '\\')
            (text += '\\') += c;
        else
            text += c;
    }
    return text;
}

class Writer {
public:
    void family(std::string_view name, std::string_view type, std::string_view help)
    {
        name_ = name;
        text_.append("# HELP ").append(name).append(" ").append(help).append("\n");
        text_.append("# TYPE ").append(name).append(" ").append(type).append("\n");
    }
    using Labels = std::vector<std::pair<std::string_view, std::string_view>>;
    void sample(std::string_view suffix, const Labels &labels, const std::string &value)
    {
        text_.append(name_).append(suffix);
        char before = '{';
        for (const auto &[label, content] : labels) {
            text_.append(1, before).append(label).append("=\"").append(label_text(content)).append("\"");
            before = ',';
        }
        text_.append(labels.empty() ? " " : "} ").append(value).append("\n");
    }
    void gauge(std::string_view name, std::string_view help, const std::string &value)
    {
        family(name, "gauge", help);
        sample({}, {}, value);
    }
    void gauge(std::string_view name, std::string_view help, const std::optional<std::int64_t> &value)
    {
        if (value)
            gauge(name, help, std::to_string(*value));
    }
    void counter(std::string_view name, std::string_view help, const std::string &value)
    {
        family(name, "counter", help);
        sample({}, {}, value);
    }
    void counter(std::string_view name, std::string_view help, std::int64_t value)
    {
        counter(name, help, std::to_string(value));
    }
    std::string take() { return std::move(text_); }

private:
    std::string_view name_;
    std::string text_;
};

void write_histogram(Writer &out, const DurationHistogram &histogram)
{
    out.family("aftercharge_engine_batch_duration_seconds", "histogram", "Time until a batch of reports was durable.");
    std::int64_t below = 0;
    for (std::size_t i = 0; i < DurationHistogram::bounds.size(); ++i) {
        below += histogram.counts()[i];
        out.sample("_bucket", {{"le", seconds_text(DurationHistogram::bounds[i])}}, std::to_string(below));
    }
    out.sample("_bucket", {{"le", "+Inf"}}, std::to_string(histogram.count()));
    out.sample("_sum", {}, seconds_text(histogram.sum()));
    out.sample("_count", {}, std::to_string(histogram.count()));
}

void write_engine(Writer &out, const EngineFigures &engine)
{
    out.counter("aftercharge_reports_received_total", "Messages of charge points that came to the engine.",
                engine.reports_received);
    out.counter("aftercharge_reports_rejected_total", "Those that were doubtful, unreadable or put off.",
                engine.reports_rejected);
    out.gauge("aftercharge_sessions_running", "Charging sessions under way.", engine.sessions);
    out.gauge("aftercharge_outbox_waiting", "Effects of decisions that are not yet carried out.",
              engine.outbox_waiting);
    out.gauge("aftercharge_decisions_waiting", "Decisions of desks that are not yet carried out.",
              engine.decisions_waiting);
    out.counter("aftercharge_refunds_done_total", "Refunds, corrections and coupons carried out.", engine.refunds_done);
    out.counter("aftercharge_store_errors_total", "Reads and writes that the store could not do.", engine.store_errors);
    out.gauge("aftercharge_store_reachable", "1 while the store can be read and written.",
              std::string(engine.store_trouble ? "0" : "1"));
    out.counter("aftercharge_engine_batches_total", "Batches of reports.", engine.batches);
    if (engine.last_commit_at)
        out.gauge("aftercharge_engine_last_commit_timestamp_seconds", "When a batch was made durable last.",
                  seconds_text(engine.last_commit_at->time_since_epoch()));
    write_histogram(out, engine.batch_durations);
}

void write_gateway_calls(Writer &out, const std::vector<GatewayCalls> &calls)
{
    if (calls.empty())
        return;
    out.family("aftercharge_gateway_calls_total", "counter", "Calls to payment services and carriers.");
    for (const GatewayCalls &call : calls)
        out.sample({}, {{"kind", call.kind}, {"outcome", call.outcome}}, std::to_string(call.count));
}

void write_process(Writer &out, const ProcessFigures &process)
{
    out.gauge("process_resident_memory_bytes", "Resident memory size in bytes.", process.resident_bytes);
    if (process.cpu_time)
        out.counter("process_cpu_seconds_total", "User and system CPU time spent in seconds.",
                    seconds_text(*process.cpu_time));
    if (process.started_at)
        out.gauge("process_start_time_seconds", "Start time of the process since the Unix epoch in seconds.",
                  seconds_text(process.started_at->time_since_epoch()));
}

}  // namespace

std::string prometheus_text(const Figures &figures)
{
    Writer out;
    out.family("aftercharge_build_info", "gauge", "1; the labels name what runs.");
    out.sample({}, {{"version", figures.version}, {"qt", figures.qt_version}}, "1");
    out.gauge("aftercharge_engine_responsive", "1 when the engine answered this scrape in time.",
              std::string(figures.engine_responsive ? "1" : "0"));
    if (figures.engine)
        write_engine(out, *figures.engine);
    out.gauge("aftercharge_charge_points_connected", "Charge points connected now.", figures.charge_points);
    out.gauge("aftercharge_feed_clients", "Clients of the live feed connected now.", figures.feed_clients);
    out.gauge("aftercharge_customer_clients", "Customers connected now.", figures.customer_clients);
    write_gateway_calls(out, figures.gateway_calls);
    write_process(out, figures.process);
    return out.take();
}

}  // namespace aftercharge::metrics
