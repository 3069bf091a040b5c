// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/host_watch.h"

#include <mutex>
#include <utility>

#include "app/daemon/engine_probe.h"
#include "app/daemon/process_figures.h"
#include "app/wiring/local_host.h"
#include "app/wiring/program_version.h"
#include "models/live/prometheus_text.h"

namespace aftercharge {

HostWatch::HostWatch(const LocalHost &host, EngineProbe &probe) : host_(host), probe_(probe) {}

std::string HostWatch::metrics_text()
{
    metrics::Figures figures{.version = program_version(), .qt_version = qVersion()};
    const std::shared_lock lock(mutex_);
    if (is_open_) {
        figures.engine_responsive = probe_.ask(patience);
        HostFigures connected = host_.figures();
        figures.charge_points = connected.charge_points;
        figures.feed_clients = connected.feed_clients;
        figures.customer_clients = connected.customer_clients;
        figures.gateway_calls = std::move(connected.gateway_calls);
    }
    figures.engine = probe_.last();
    figures.process = process_figures();
    return metrics::prometheus_text(figures);
}

std::string HostWatch::problem() const
{
    const std::shared_lock lock(mutex_);
    if (!is_open_)
        return "stopping";
    if (host_.report().problem)
        return "read-only: " + std::string(code_text(host_.report().problem->code));
    if (const auto silent = probe_.silent_for(); silent >= longest_silence)
        return "the engine has not answered for " +
               std::to_string(std::chrono::duration_cast<std::chrono::seconds>(silent).count()) + " s";
    const auto figures = probe_.last();
    if (figures && figures->store_trouble)
        return "the store is out of reach: " + std::string(code_text(*figures->store_trouble));
    return {};
}

std::string HostWatch::status() const
{
    if (std::string why = problem(); !why.empty())
        return why;
    const std::shared_lock lock(mutex_);
    std::string text = "serving";
    if (!is_open_)
        return text;
    if (const auto points = host_.figures().charge_points)
        text += ", " + std::to_string(*points) + " charge points connected";
    if (const auto figures = probe_.last())
        text += ", " + std::to_string(figures->sessions) + " sessions running";
    return text;
}

void HostWatch::close()
{
    const std::unique_lock lock(mutex_);
    is_open_ = false;
}

}  // namespace aftercharge
