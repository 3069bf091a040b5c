// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/report_intake.h"

#include <utility>

#include "models/workflow/keep_orphan.h"
#include "models/workflow/register_boot.h"

namespace aftercharge {

using namespace chargepoint;

namespace {

constexpr int heartbeat_interval_s = 300;

// What was refused for good, as opposed to what may succeed when the message comes again.
bool is_passing(const Error &error)
{
    switch (error.code) {
    case ErrorCode::StoreDiskFull:
    case ErrorCode::StoreIo:
    case ErrorCode::StoreInUse:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreConflict:
    case ErrorCode::StoreUnreachable:
    case ErrorCode::StoreRetry:
        return true;
    default:
        return false;
    }
}

}  // namespace

ReportIntake::ReportIntake(Work &work, SessionTable &sessions, ChargePointDirectory &directory, bool shares_store)
    : work_(work), sessions_(sessions), directory_(directory), shares_store_(shares_store)
{
}

std::vector<Answer> ReportIntake::process(std::vector<Inbound> batch)
{
    for (Inbound &message : batch) {
        ++reports_received_;
        if (!std::holds_alternative<Connected>(message.body) && !std::holds_alternative<Disconnected>(message.body))
            write_connections();
        std::visit([&](const auto &body) { handle(message, body); }, message.body);
    }
    write_connections();
    flush();
    return std::exchange(ready_, {});
}

std::vector<OrderNo> ReportIntake::take_money_running_out()
{
    return std::exchange(money_running_out_, {});
}

// Makes what was gathered durable; only then its answers are given out and its changes told.
bool ReportIntake::flush()
{
    const UtcTime now = work_.clock.now();
    const Changes::Mark mark = work_.changes.mark();
    for (auto &[order_no, session] : touched_) {
        const SessionView view = session->view(now);
        batch_.progress.push_back({order_no, view.at, view.energy, view.power, view.soc, view.fee, view.estimated_end});
        work_.changes.sessions.push_back(view);
    }
    const auto written = batch_.is_empty() ? Result<void>{} : work_.telemetry.write(batch_);
    if (written) {
        if (!batch_.is_empty())
            last_commit_at_ = work_.clock.now();
        for (const DeviceEvent &event : batch_.events)
            work_.changes.events.push_back(event);
        ready_.insert(ready_.end(), std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.end()));
    } else {
        troubles_.note(written.error().code, now);
        // Nothing of it is acknowledged, and the running sessions go back to what is stored.
        for (const Answer &answer : waiting_)
            ready_.push_back({answer.to, TryAgainAnswer{to_line(written.error())}});
        work_.changes.rewind(mark);
        for (const auto &[order_no, session] : touched_)
            (void)sessions_.reload(work_, order_no);
    }
    batch_ = {};
    waiting_.clear();
    touched_.clear();
    return written.has_value();
}

void ReportIntake::answer(const Inbound &message, decltype(Answer::body) body)
{
    waiting_.push_back({message.reply_to, std::move(body)});
}

void ReportIntake::try_again(const Inbound &message, const Error &error)
{
    troubles_.note(error.code, work_.clock.now());
    put_off(message, error);
}

// After a trouble that flush() has noted.
void ReportIntake::put_off(const Inbound &message, const Error &error)
{
    ++reports_rejected_;
    waiting_.push_back({message.reply_to, TryAgainAnswer{to_line(error)}});
}

void ReportIntake::touch(RunningSession &session)
{
    touched_[session.order().order_no] = &session;
    if (session.money_runs_out())
        money_running_out_.push_back(session.order().order_no);
}

void ReportIntake::note(Inbound &message, int connector_id, DeviceEventKind kind, Severity severity, std::string detail,
                        const OrderNo &order_no, bool with_raw)
{
    batch_.events.push_back({.connector = {message.charge_point_id, connector_id},
                             .received_at = message.received_at,
                             .reported_at = std::nullopt,
                             .kind = kind,
                             .severity = severity,
                             .order_no = order_no,
                             .detail = std::move(detail),
                             .raw = with_raw ? message.raw : std::string{}});
}

void ReportIntake::keep_suspicions(Inbound &message, RunningSession *session)
{
    std::string words;
    for (const std::string &suspicion : message.suspicions) {
        if (session && !session->is_new_suspicion(suspicion))
            continue;
        words += (words.empty() ? "" : "; ") + suspicion;
    }
    if (words.empty())
        return;
    ++reports_rejected_;
    const ConnectorId connector = session ? session->order().connector : ConnectorId{message.charge_point_id, 0};
    note(message, connector.connector_id, DeviceEventKind::Suspect, Severity::Warning, std::move(words),
         session ? session->order().order_no : OrderNo{}, true);
}

void ReportIntake::handle(Inbound &message, const BootReport &body)
{
    note(message, 0, DeviceEventKind::Boot, Severity::Info,
         body.vendor + " " + body.model + " " + body.firmware + " " + body.serial_number);
    if (auto registered = register_boot(work_, directory_, message.charge_point_id, body); !registered)
        return try_again(message, registered.error());
    answer(message, BootAnswer{work_.clock.now(), heartbeat_interval_s});
}

void ReportIntake::handle(Inbound &message, const HeartbeatReport &)
{
    answer(message, HeartbeatAnswer{work_.clock.now()});
}

void ReportIntake::handle(Inbound &message, const AuthorizeRequest &body)
{
    const auto status = authorize_tag(work_.ledger.reader(), body.id_tag);
    if (!status)
        return try_again(message, status.error());
    const bool accepted = *status == TagStatus::Accepted;
    note(message, 0, DeviceEventKind::Authorize, accepted ? Severity::Info : Severity::Warning,
         body.id_tag + (accepted ? " accepted" : " refused"));
    answer(message, AuthorizeAnswer{*status});
}

void ReportIntake::handle(Inbound &message, const DataTransferReport &body)
{
    note(message, 0, DeviceEventKind::DataTransfer, Severity::Info, body.vendor_id + " " + body.message_id, {}, true);
    answer(message, DataTransferAnswer{false});
}

void ReportIntake::handle(Inbound &message, const MalformedReport &body)
{
    ++reports_rejected_;
    note(message, 0, DeviceEventKind::Suspect, Severity::Warning, body.action + ": " + body.why, {}, true);
}

void ReportIntake::handle(Inbound &message, const StartRequest &body)
{
    const auto point = directory_.find(message.charge_point_id);
    if (!point)
        return try_again(message, {ErrorCode::ChargePointNotFound, message.charge_point_id.text()});
    if (!flush())
        return put_off(message, {ErrorCode::StoreIo, "telemetry"});
    const Changes::Mark mark = work_.changes.mark();
    const auto outcome = start_charging(work_, *point, body);
    if (!outcome || outcome->status != TagStatus::Accepted)
        work_.changes.rewind(mark);
    if (!outcome)
        return try_again(message, outcome.error());
    if (outcome->status != TagStatus::Accepted) {
        note(message, body.connector_id, DeviceEventKind::Start, Severity::Warning,
             body.id_tag + (outcome->status == TagStatus::Blocked ? " has nothing available" : " is not known"));
        // The charge point needs an id to end with what it began; this one belongs to no order.
        const auto id = static_cast<std::int64_t>(work_.random.next() & 0x7fffffffU);
        return answer(message, StartAnswer{id, outcome->status});
    }
    const auto found = session_of(message.charge_point_id, outcome->order.transaction_id);
    if (!found)
        return try_again(message, found.error());
    RunningSession *session = *found;
    if (!outcome->repeated)
        sessions_.refresh_available(work_, outcome->order.member_id);
    if (!outcome->doubt.empty())
        note(message, body.connector_id, DeviceEventKind::Suspect, Severity::Warning, outcome->doubt,
             outcome->order.order_no, true);
    note(message, body.connector_id, DeviceEventKind::Start, Severity::Info,
         body.id_tag + (outcome->repeated ? " again" : " started") + ", " + outcome->order.prepaid.to_text() +
             " frozen",
         outcome->order.order_no);
    batch_.events.back().reported_at = body.at;
    if (session)
        touch(*session);
    keep_suspicions(message, session);
    answer(message, StartAnswer{outcome->order.transaction_id, TagStatus::Accepted});
}

// One that is charging in the ledger and not here was left behind by a failure between the two:
// without this its stop would settle nothing, and its money stay frozen.
Result<RunningSession *> ReportIntake::session_of(const ChargePointId &charge_point_id, std::int64_t transaction_id)
{
    if (RunningSession *session = sessions_.find(charge_point_id, transaction_id))
        return session;
    const auto order = work_.ledger.reader().orders().find_by_transaction(charge_point_id, transaction_id);
    if (!order)
        return pass_on(order);
    if (!*order || (*order)->state != OrderState::Charging)
        return nullptr;
    if (const auto added = sessions_.add(work_, **order); !added)
        return pass_on(added);
    if (auto read = sessions_.reload(work_, (*order)->order_no); !read)
        return pass_on(read);
    return sessions_.find((*order)->order_no);
}

Result<RunningSession *> ReportIntake::session_of(const Inbound &message, const MeterReport &body)
{
    if (body.transaction_id)
        return session_of(message.charge_point_id, *body.transaction_id);
    // The newest: one whose stop is still on its way may be running beside it.
    RunningSession *newest = nullptr;
    for (RunningSession *session : sessions_.on_connector({message.charge_point_id, body.connector_id})) {
        if (!newest || session->order().started_at > newest->order().started_at)
            newest = session;
    }
    return newest;
}

void ReportIntake::take_readings(Inbound &message, RunningSession &session, const std::vector<Reading> &readings)
{
    const OrderNo &order_no = session.order().order_no;
    for (const Reading &reading : readings) {
        const auto taken = session.add(reading, message.received_at);
        // A reading that cannot be priced is kept all the same; it stands as evidence.
        batch_.samples.push_back({order_no, taken.value_or(reading)});
        if (!taken && session.is_new_suspicion(to_line(taken.error())))
            note(message, session.order().connector.connector_id, DeviceEventKind::Suspect, Severity::Warning,
                 to_line(taken.error()), order_no, true);
    }
}

void ReportIntake::handle(Inbound &message, const MeterReport &body)
{
    const auto found = session_of(message, body);
    if (!found)
        return try_again(message, found.error());
    RunningSession *session = *found;
    if (!session) {
        if (auto kept = keep_late_readings(message, body); !kept)
            return try_again(message, kept.error());
        return answer(message, MeterAnswer{});
    }
    take_readings(message, *session, body.readings);
    if (!message.suspicions.empty())
        keep_suspicions(message, session);
    touch(*session);
    answer(message, MeterAnswer{});
}

// Readings that no running session takes: of one that is over (kept with its curve), or of
// none that is known (kept raw).
Result<void> ReportIntake::keep_late_readings(Inbound &message, const MeterReport &body)
{
    if (!body.transaction_id) {
        keep_suspicions(message, nullptr);
        return {};
    }
    const auto order = work_.ledger.reader().orders().find_by_transaction(message.charge_point_id,
                                                                          *body.transaction_id);
    if (!order)
        return pass_on(order);
    if (!*order) {
        ++reports_rejected_;
        note(message, body.connector_id, DeviceEventKind::Suspect, Severity::Warning,
             "readings of unknown transaction " + std::to_string(*body.transaction_id), {}, true);
        return {};
    }
    const OrderNo order_no = (*order)->order_no;
    for (Reading reading : body.readings) {
        if ((*order)->stopped_at && reading.at > *(*order)->stopped_at)
            reading.flags.set(ReadingFlag::AfterStop);
        batch_.samples.push_back({order_no, reading});
    }
    note(message, body.connector_id, DeviceEventKind::Suspect, Severity::Warning,
         std::to_string(body.readings.size()) + " readings after the stop", order_no, true);
    return {};
}

void ReportIntake::handle(Inbound &message, const StopRequest &body)
{
    const auto session = session_of(message.charge_point_id, body.transaction_id);
    if (!session)
        return try_again(message, session.error());
    if (*session)
        stop_session(message, **session, body);
    else
        stop_without_session(message, body);
}

void ReportIntake::stop_session(Inbound &message, RunningSession &session, const StopRequest &body)
{
    const OrderNo order_no = session.order().order_no;
    const ConnectorId connector = session.order().connector;
    take_readings(message, session, body.readings);
    StopFacts facts{.at = body.at,
                    .meter_stop = body.meter_stop,
                    .reason = body.reason,
                    .detail = {},
                    .actor = {Source::ChargePoint, message.charge_point_id.text()}};
    if (const auto fault = faults_.near(connector, body.at); fault && leaves_open(body.reason)) {
        facts.reason = fault->reason;
        facts.detail = fault->detail;
    }
    if (session.order().stop_requested_at && body.reason == StopReason::Remote && session.money_ran_out())
        facts.reason = StopReason::BalanceUsedUp;
    keep_suspicions(message, &session);
    note(message, connector.connector_id, DeviceEventKind::Stop,
         is_fault(facts.reason) ? Severity::Fault : Severity::Info,
         std::string(to_text(facts.reason)) + (facts.detail.empty() ? "" : " (" + facts.detail + ")"), order_no);
    batch_.events.back().reported_at = body.at;
    // Telemetry is durable before the ledger decides on it.
    touched_[order_no] = &session;
    if (!flush())
        return put_off(message, {ErrorCode::StoreIo, "telemetry"});
    const Changes::Mark mark = work_.changes.mark();
    auto curve = session.holds_all() ? session.readings() : work_.telemetry.reader().curve(order_no);
    if (!curve)
        return try_again(message, curve.error());
    const auto order = stop_charging(work_, order_no, facts, std::move(*curve));
    if (!order)
        work_.changes.rewind(mark);
    if (!order && is_passing(order.error()))
        return try_again(message, order.error());
    if (!order) {
        // Never withheld: the stop is answered, and a person finds it in the orphan log.
        const OrphanReport report{
            {}, connector, message.received_at, body.transaction_id, to_line(order.error()), message.raw};
        if (auto kept = keep_orphan(work_, report); !kept)
            return try_again(message, kept.error());
        return answer(message, StopAnswer{});
    }
    session.set_order(*order);
    const SessionView last = session.final_view(work_.clock.now());
    work_.changes.sessions.push_back(last);
    sessions_.end(order_no, last);
    sessions_.refresh_available(work_, order->member_id);
    answer(message, StopAnswer{});
}

void ReportIntake::stop_without_session(Inbound &message, const StopRequest &body)
{
    const auto order = work_.ledger.reader().orders().find_by_transaction(message.charge_point_id, body.transaction_id);
    if (!order)
        return try_again(message, order.error());
    if (*order) {
        note(message, (*order)->connector.connector_id, DeviceEventKind::Stop, Severity::Info, "stop again",
             (*order)->order_no);
        return answer(message, StopAnswer{});
    }
    ++reports_rejected_;
    const auto kept = keep_orphan(work_, {{},
                                          {message.charge_point_id, 0},
                                          message.received_at,
                                          body.transaction_id,
                                          "stop of an unknown transaction",
                                          message.raw});
    if (!kept)
        return try_again(message, kept.error());
    note(message, 0, DeviceEventKind::Stop, Severity::Warning,
         "stop of unknown transaction " + std::to_string(body.transaction_id) + ", kept in the orphan log", {}, true);
    answer(message, StopAnswer{});
}

}  // namespace aftercharge
