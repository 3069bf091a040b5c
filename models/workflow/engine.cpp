// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/engine.h"

#include <algorithm>

#include "models/workflow/command_charge_point.h"
#include "models/workflow/engine_log.h"
#include "models/workflow/expire_approvals.h"
#include "models/workflow/run_effects.h"

namespace aftercharge {
namespace {

constexpr std::chrono::seconds longest_command{90};

bool is_refund_done(const Notice &notice)
{
    switch (notice.kind) {
    case NoticeKind::RefundDone:
    case NoticeKind::AdjustmentDone:
    case NoticeKind::GoodsRefundDone:
    case NoticeKind::CouponIssued:
        return true;
    default:
        return false;
    }
}

}  // namespace

void Engine::note_store_trouble(ErrorCode code)
{
    intake_.troubles().note(code, work_.clock.now());
}

Engine::Engine(LedgerStore &ledger, TelemetryStore &telemetry, const Clock &clock, Random &random,
               ChargePointDirectory &directory, ChangeListener &listener, std::optional<SharedDuty> duty)
    : work_{ledger, telemetry, clock, random, changes_}, directory_(directory), listener_(listener),
      intake_(work_, sessions_, directory_, duty.has_value()), duty_(std::move(duty)), expired_at_(clock.now()),
      notices_from_(clock.now())
{
}

Result<int> Engine::recover()
{
    if (auto read = directory_.read(work_.ledger.reader().registry()); !read)
        return pass_on(read);
    const auto version = work_.ledger.reader().data_version();
    if (!version)
        return pass_on(version);
    data_version_ = *version;
    if (duty_) {
        // A charge point's sessions are taken up when it connects: until then another daemon may have it.
        beat();
        return 0;
    }
    return sessions_.recover(work_);
}

void Engine::set_gateway(chargepoint::ChargePointGateway *gateway, CommandReport report)
{
    gateway_ = gateway;
    report_ = std::move(report);
}

void Engine::process(std::vector<chargepoint::Inbound> batch)
{
    const auto begun = std::chrono::steady_clock::now();
    std::vector<chargepoint::Answer> answers = intake_.process(std::move(batch));
    ++batches_;
    batch_durations_.add(
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun));
    if (gateway_)
        gateway_->answer(std::move(answers));
    ask_to_stop(intake_.take_money_running_out());
    for (const SessionView &view : changes_.sessions) {
        const RunningSession *session = view.health != 0 ? sessions_.find(view.order_no) : nullptr;
        if (session)
            keep_failure("health", health_watch_.look_at(work_, *session));
        else if (view.state != OrderState::Charging)
            health_watch_.forget(view.order_no);
    }
    publish();
}

// The balance may have grown since: it is read again before a session is asked to end.
void Engine::ask_to_stop(const std::vector<OrderNo> &orders)
{
    for (const OrderNo &order_no : orders) {
        RunningSession *session = sessions_.find(order_no);
        if (!session)
            continue;
        const auto balance = work_.ledger.reader().accounts().member_balance(session->order().member_id);
        if (balance)
            session->set_available(balance->available);
        if (!session->money_runs_out())
            continue;
        session->set_money_ran_out();
        const Changes::Mark mark = changes_.mark();
        const auto requested = request_stop(work_, order_no, {Source::System, "balance"});
        if (!requested)
            changes_.rewind(mark);
        keep_failure("stop request", requested);
        if (auto order = work_.ledger.reader().orders().find(order_no); order)
            session->set_order(std::move(*order));
        pass_on_commands();
    }
}

void Engine::after_run()
{
    // Another connection's changes are heard of by its version; one's own are not.
    const bool registry_changed = std::any_of(changes_.rows.begin(), changes_.rows.end(),
                                              [](const Changed &row) { return row.table == ChangedTable::Registry; });
    if (registry_changed)
        keep_failure("registry", directory_.read(work_.ledger.reader().registry()));
    run_effects();
    // Where many write there is always somebody: the tick looks.
    if (!duty_)
        follow_other_processes();
    publish();
}

void Engine::pass_on_commands()
{
    if (!gateway_)
        return;
    CommandReach reach;
    if (duty_)
        reach = [this](const ChargePointId &charge_point_id) { return intake_.is_connected(charge_point_id); };
    keep_failure("commands", pass_commands(work_, *gateway_, report_, reach));
}

void Engine::run_effects()
{
    keep_failure("effects", run_ledger_effects(work_));
    pass_on_commands();
}

void Engine::finish_command(const Uuid &id, const Result<void> &answer)
{
    keep_failure("command", aftercharge::finish_command(work_, id, answer));
    if (const auto awaited = awaited_.extract(id))
        awaited.mapped()(answer);
}

void Engine::run_command(const std::function<Result<Uuid>(Work &)> &request, CommandAnswered answered)
{
    const Changes::Mark mark = changes_.mark();
    const auto id = request(work_);
    if (!id) {
        changes_.rewind(mark);
        return answered(pass_on(id));
    }
    // Registered before it is sent: the answer may come at once.
    awaited_[*id] = std::move(answered);
    after_run();
}

void Engine::follow_other_processes()
{
    const auto version = work_.ledger.reader().data_version();
    if (!version)
        return note_store_trouble(version.error().code);
    if (*version == data_version_)
        return;
    data_version_ = *version;
    keep_failure("registry", directory_.read(work_.ledger.reader().registry()));
    follow_sessions();
    if (duty_)
        follow_notices();
    // What another daemon decided it tells the desks itself; they listen to all of them.
    if (duty_)
        return;
    changes_.rows.push_back({ChangedTable::Tickets, {}, 0});
    changes_.rows.push_back({ChangedTable::Refunds, {}, 0});
}

// A session that falls silent reports nothing: that is what has to be told.
void Engine::tell_silence()
{
    const UtcTime now = work_.clock.now();
    for (RunningSession *session : sessions_.all()) {
        const SessionView view = session->view(now);
        std::uint32_t &told = told_health_[view.order_no];
        if (view.health == told)
            continue;
        told = view.health;
        changes_.sessions.push_back(view);
    }
    std::erase_if(told_health_, [&](const auto &entry) { return !sessions_.find(entry.first); });
}

// Commands that another process passes on are answered through the store.
void Engine::look_for_answers()
{
    for (auto entry = awaited_.begin(); entry != awaited_.end();) {
        const auto effect = work_.ledger.reader().outbox().find(entry->first);
        const bool over = effect && *effect && (*effect)->done_at;
        const bool too_late = effect && *effect && work_.clock.now() - (*effect)->created_at > longest_command;
        if (!over && !too_late) {
            ++entry;
            continue;
        }
        Result<void> answer;
        if (!over)
            answer = fail(ErrorCode::CommandTimeout, "no answer");
        else if (!(*effect)->last_error.empty())
            answer = fail(ErrorCode::CommandRejected, (*effect)->last_error);
        const CommandAnswered answered = std::move(entry->second);
        entry = awaited_.erase(entry);
        answered(answer);
    }
}

void Engine::tick()
{
    constexpr std::chrono::minutes between_expiries{1};
    beat();
    follow_other_processes();
    if (const UtcTime now = work_.clock.now(); now - expired_at_ >= between_expiries) {
        expired_at_ = now;
        keep_failure("expiry", expire_approvals(work_));
    }
    run_effects();
    look_for_answers();
    tell_silence();
    keep_failure("compaction", work_.telemetry.compact());
    publish();
}

void Engine::publish()
{
    if (changes_.is_empty())
        return;
    note_told();
    refunds_done_ += std::count_if(changes_.notices.begin(), changes_.notices.end(), is_refund_done);
    listener_.on_changes(changes_);
    changes_.clear();
}

std::vector<SessionView> Engine::sessions()
{
    return sessions_.views(work_.clock.now());
}

EngineFigures Engine::figures() const
{
    EngineFigures figures;
    figures.reports_received = intake_.reports_received();
    figures.reports_rejected = intake_.reports_rejected();
    figures.sessions = static_cast<std::int64_t>(sessions_.size());
    figures.batches = batches_;
    figures.batch_durations = batch_durations_;
    figures.last_commit_at = intake_.last_commit_at();
    figures.refunds_done = refunds_done_;
    figures.store_errors = intake_.troubles().count();
    figures.store_trouble = intake_.troubles().recent(work_.clock.now());
    const auto waiting = work_.ledger.reader().outbox().waiting();
    if (waiting)
        figures.outbox_waiting = *waiting;
    else
        figures.store_trouble = waiting.error().code;
    if (duty_) {
        if (const auto decisions = work_.ledger.reader().decisions().waiting())
            figures.decisions_waiting = *decisions;
    }
    return figures;
}

}  // namespace aftercharge
