// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/charging_session.h"

#include <algorithm>

#include <QPointer>

#include "app/sim/ocpp16_client.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace aftercharge::sim {
namespace {

constexpr std::chrono::hours longest_session{6};
constexpr std::size_t most_queued = 32;  // more waits for the central system to catch up

QString tag_status(const QJsonObject &payload)
{
    return payload["idTagInfo"_L1].toObject()["status"_L1].toString();
}

ConnectorStatus fault_status(FaultKind kind)
{
    switch (kind) {
    case FaultKind::EmergencyStop:
        return {u"Faulted"_s, u"OtherError"_s, u"Emergency stop pressed"_s, u"ESTOP"_s};
    case FaultKind::OverTemperature:
        return {u"Faulted"_s, u"HighTemperature"_s, u"Connector over 90 degrees"_s, u"TEMP-90"_s};
    default:
        return {u"Faulted"_s, u"GroundFailure"_s, u"Insulation below 100 Ohm per volt"_s, u"ISO-FAULT"_s};
    }
}

}  // namespace

ChargingSession::ChargingSession(SessionPlan plan, SessionContext context, QObject *parent)
    : QObject(parent), plan_(std::move(plan)), context_(std::move(context)), random_(context_.seed),
      transaction_(std::make_shared<std::optional<qint64>>())
{
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (const std::function<void()> step = std::exchange(step_, {}))
            step();
    });
    summary_.charge_point_id = context_.charge_point_id;
    summary_.is_planned = plan_.is_planned;
    summary_.connector = plan_.connector;
    summary_.id_tag = plan_.id_tag;
    summary_.meter_start = context_.meter_start;
    summary_.meter_stop = context_.meter_start;
    summary_.soc = plan_.start_soc;
}

void ChargingSession::schedule(UtcTime when, std::function<void()> step)
{
    step_ = [this, when, step = std::move(step)] {
        at_ = std::max(at_, when);
        step();
    };
    timer_.start(context_.clock.wall_until(when));
}

void ChargingSession::begin(UtcTime at)
{
    at_ = at;
    context_.set_status({u"Preparing"_s}, at_);
    schedule(at_ + 2s, [this] { authorize(); });
}

void ChargingSession::authorize()
{
    const QJsonObject payload{{u"idTag"_s, plan_.id_tag}};
    context_.client.call(
        u"Authorize"_s, [payload] { return payload; }, Delivery::Once,
        [this, guard = QPointer<ChargingSession>(this)](const CallReply &reply) {
            if (!guard || phase_ != Phase::Preparing)
                return;
            // Without an answer the local list decides, as the protocol allows: it says yes.
            if (reply.accepted && tag_status(reply.payload) != "Accepted"_L1)
                refuse(ErrorCode::TagUnknown, u"Authorize: "_s % tag_status(reply.payload));
            else
                schedule(at_ + 3s, [this] { start(); });
        });
}

void ChargingSession::start()
{
    BatteryModel battery({plan_.vehicle, plan_.kind, plan_.start_soc, plan_.max_power, random_.next()});
    meter_.emplace(std::move(battery), plan_.faults, context_.meter_start, at_, random_.next());
    phase_ = Phase::Charging;
    summary_.started = at_;
    first_ = reading_now();
    const QJsonObject payload = start_transaction(plan_.connector, plan_.id_tag, *first_);
    context_.client.call(
        u"StartTransaction"_s, [payload] { return payload; }, Delivery::Kept,
        [this, slot = transaction_, guard = QPointer<ChargingSession>(this)](const CallReply &reply) {
            if (reply.accepted)
                *slot = reply.payload["transactionId"_L1].toInteger(-1);
            if (guard)
                start_answered(reply.accepted, reply.payload, reply.error_code);
        });
    context_.set_status({u"Charging"_s}, at_);
    next_report_ = at_ + context_.sample_interval();
    plan_next();
}

void ChargingSession::start_answered(bool accepted, const QJsonObject &payload, const QString &error_code)
{
    if (!accepted) {
        if (is_charging())
            refuse(ErrorCode::CommandRejected, u"StartTransaction: "_s % error_code);
        return;
    }
    summary_.transaction_id = **transaction_;
    const QString status = tag_status(payload);
    if (status == "Accepted"_L1) {
        Q_EMIT started(**transaction_);
        return;
    }
    summary_.error = Error{ErrorCode::CommandRejected, "StartTransaction: " + status.toStdString()};
    if (is_charging())
        stop(u"DeAuthorized"_s);
}

// Runs a copy of the meter ahead to learn when the next thing happens.
void ChargingSession::plan_next()
{
    SessionMeter ahead = *meter_;
    ahead.advance(next_report_, plan_.target_soc);
    next_event_ = ahead.time();
    schedule(next_event_, [this] { run_next(); });
}

void ChargingSession::run_next()
{
    if (context_.client.is_connected() && context_.client.queued() > most_queued) {
        step_ = [this] { run_next(); };
        timer_.start(20ms);
        return;
    }
    const std::optional<FaultPlan> fault = meter_->advance(next_report_, plan_.target_soc);
    at_ = std::max(at_, meter_->time());
    if (fault)
        handle(*fault);
    else if (meter_->has_reached(plan_.target_soc))
        plan_.suspend > 0s ? suspend() : finish(u"Local"_s);
    else if (at_ - summary_.started >= longest_session)
        finish(u"Local"_s);
    else
        report();
    if (phase_ == Phase::Charging)
        plan_next();
}

void ChargingSession::handle(const FaultPlan &fault)
{
    const UtcTime until = at_ + std::chrono::seconds(fault.parameter > 0 ? fault.parameter : 86400);
    Q_EMIT faultBegan(fault);
    switch (fault.kind) {
    case FaultKind::EmergencyStop:
    case FaultKind::OverTemperature:
    case FaultKind::Insulation:
        faulted_ = true;
        context_.set_status(fault_status(fault.kind), at_);
        finish(fault.kind == FaultKind::EmergencyStop ? u"EmergencyStop"_s : u"Other"_s);
        break;
    case FaultKind::Unplug:
        finish(u"EVDisconnected"_s);
        break;
    case FaultKind::PowerLoss:
    case FaultKind::ConnectionLoss:
        Q_EMIT lineFault(fault, at_);
        break;
    case FaultKind::UnknownTransaction:
        send_unknown_stop();
        break;
    case FaultKind::Duplicates:
        duplicates_until_ = until;
        break;
    case FaultKind::Late:
        late_until_ = until;
        break;
    case FaultKind::Phantom:
    case FaultKind::FastMeter:
    case FaultKind::FrozenSoc:
    case FaultKind::VoltageFluctuation:
    case FaultKind::RegisterReset:
        break;  // the meter knows
    }
}

// The meter to this moment, for what comes from outside; never past what is planned.
void ChargingSession::catch_up()
{
    const UtcTime now = std::min(context_.clock.now(), next_event_);
    if (phase_ == Phase::Charging && now < next_event_)
        meter_->advance(now, plan_.target_soc);
    at_ = std::max(at_, phase_ == Phase::Charging ? meter_->time() : now);
}

void ChargingSession::stop(const QString &reason)
{
    if (phase_ == Phase::Preparing) {
        refuse(ErrorCode::Cancelled, reason);
        return;
    }
    if (!is_charging())
        return;
    catch_up();
    finish(reason);
}

void ChargingSession::inject(const FaultPlan &fault)
{
    if (phase_ != Phase::Charging)
        return;
    catch_up();
    meter_->inject(fault);
    handle(fault);
    if (phase_ == Phase::Charging)
        plan_next();
}

void ChargingSession::suspend()
{
    phase_ = Phase::Suspended;
    meter_->set_paused(true);
    context_.set_status({u"SuspendedEV"_s}, at_);
    report();
    next_event_ = at_ + plan_.suspend;
    schedule(next_event_, [this] { finish(u"Local"_s); });
}

void ChargingSession::finish(const QString &reason)
{
    phase_ = Phase::Ended;
    timer_.stop();
    if (held_)
        send_values(*std::exchange(held_, std::nullopt), u"Sample.Periodic"_s);
    meter_->set_paused(true);
    summary_.reason = reason;
    summary_.stopped = at_;
    summary_.meter_stop = meter_->reading().register_value;
    summary_.soc = meter_->reading().soc;
    send_stop(reason);
}

void ChargingSession::send_stop(const QString &reason)
{
    const MeterReading last = reading_now();
    const std::vector<MeterReading> data = plan_.transaction_data ? std::vector<MeterReading>{*first_, last}
                                                                  : std::vector<MeterReading>{};
    const auto payload = [slot = transaction_, tag = plan_.id_tag, reason, last, data] {
        return stop_transaction(*slot, tag, reason, last, data);
    };
    context_.client.call(u"StopTransaction"_s, payload, Delivery::Kept,
                         [this, guard = QPointer<ChargingSession>(this)](const CallReply &reply) {
                             if (!guard)
                                 return;
                             if (!reply.accepted && !summary_.error)
                                 summary_.error = Error{ErrorCode::CommandRejected,
                                                        "StopTransaction: " + reply.error_code.toStdString()};
                             Q_EMIT ended(summary_);
                             if (!faulted_)
                                 context_.set_status({u"Finishing"_s}, at_);
                             schedule(at_ + (faulted_ ? 30s : 10s), [this] {
                                 context_.set_status({u"Available"_s}, at_);
                                 Q_EMIT released();
                             });
                         });
    if (is_on(duplicates_until_))
        context_.client.call(u"StopTransaction"_s, payload, Delivery::Kept);
}

void ChargingSession::refuse(ErrorCode code, const QString &detail)
{
    phase_ = Phase::Ended;
    timer_.stop();
    summary_.error = Error{code, detail.toStdString()};
    summary_.stopped = at_;
    Q_EMIT ended(summary_);
    context_.set_status({u"Available"_s}, at_);
    Q_EMIT released();
}

void ChargingSession::report()
{
    next_report_ = at_ + context_.sample_interval();
    const MeterReading reading = reading_now();
    if (is_on(late_until_) && !held_) {
        held_ = reading;
        return;
    }
    send_values(reading, u"Sample.Periodic"_s);
    if (held_)
        send_values(*std::exchange(held_, std::nullopt), u"Sample.Periodic"_s);
}

void ChargingSession::report_now()
{
    if (!is_charging())
        return;
    catch_up();
    send_values(reading_now(), u"Trigger"_s);
}

void ChargingSession::send_values(const MeterReading &reading, const QString &context)
{
    const auto payload = [slot = transaction_, connector = plan_.connector, reading, context] {
        return meter_values(connector, *slot, reading, context);
    };
    context_.client.call(u"MeterValues"_s, payload, Delivery::Kept,
                         [this, reading, guard = QPointer<ChargingSession>(this)](const CallReply &reply) {
                             if (guard && reply.accepted)
                                 Q_EMIT reported(reading, ++summary_.reports);
                         });
    if (is_on(duplicates_until_))
        context_.client.call(u"MeterValues"_s, payload, Delivery::Kept);
}

void ChargingSession::send_unknown_stop()
{
    // A 31-bit number that nobody gave out.
    const auto unknown = static_cast<qint64>(random_.next() % 0x7fffffffULL) + 1;
    const QJsonObject payload = stop_transaction(unknown, plan_.id_tag, u"Local"_s, reading_now(), {});
    context_.client.call(
        u"StopTransaction"_s, [payload] { return payload; }, Delivery::Kept);
}

MeterReading ChargingSession::reading_now() const
{
    MeterReading reading = meter_->reading();
    reading.time = at_;
    return reading;
}

EnergyWh ChargingSession::register_value() const
{
    return meter_ ? meter_->reading().register_value : context_.meter_start;
}

}  // namespace aftercharge::sim
