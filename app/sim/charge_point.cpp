// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/charge_point.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace aftercharge::sim {
namespace {

// More than this behind its time, a session begins later instead of hurrying after it.
constexpr Duration patience{2000};

ClientOptions client_options(const ChargePointOptions &options)
{
    ClientOptions client = options.client;
    client.url = options.base_url;
    QString path = options.base_url.path(QUrl::FullyEncoded);
    if (!path.endsWith(u'/'))
        path += u'/';
    path += QString::fromLatin1(QUrl::toPercentEncoding(options.id));
    // Strict, so that an encoded slash of the id stays encoded.
    client.url.setPath(QString());
    client.url = QUrl(client.url.toString(QUrl::FullyEncoded) + path, QUrl::StrictMode);
    client.user = options.id;
    client.password = options.password;
    return client;
}

Error connection_error(int status, const QString &text)
{
    if (status == 404)
        return {ErrorCode::ChargePointNotFound, text.toStdString()};
    if (status == 401 || status == 403)
        return {ErrorCode::TokenInvalid, text.toStdString()};
    return {ErrorCode::NetworkUnreachable, text.toStdString()};
}

}  // namespace

SimulatedChargePoint::SimulatedChargePoint(ChargePointOptions options, const SimClock &clock, QObject *parent)
    : QObject(parent), options_(std::move(options)), clock_(clock), random_(options_.seed),
      configuration_(options_.connectors), client_(client_options(options_), random_.next())
{
    boot_retry_.setSingleShot(true);
    for (int connector = 0; connector <= options_.connectors; ++connector)
        statuses_[connector] = {};
    for (int connector = 1; connector <= options_.connectors; ++connector)
        registers_[connector] = EnergyWh(static_cast<std::int64_t>(100000 + random_.next() % 900000));
    connect(&boot_retry_, &QTimer::timeout, this, &SimulatedChargePoint::boot);
    connect(&heartbeat_, &QTimer::timeout, this, [this] { client_.call(u"Heartbeat"_s, {}, Delivery::Once); });
    connect(&client_, &Ocpp16Client::connected, this, [this] {
        if (needs_boot_)
            boot();
    });
    connect(&client_, &Ocpp16Client::connectionFailed, this,
            [this](int status, const QString &text) { Q_EMIT problem(connection_error(status, text)); });
    connect(&client_, &Ocpp16Client::discarded, this, [this](const QString &action, const QString &code) {
        Q_EMIT problem({ErrorCode::CommandRejected, action.toStdString() + ": " + code.toStdString()});
    });
    install_handlers();
}

void SimulatedChargePoint::power_on(UtcTime origin)
{
    origin_ = origin;
    client_.open();
}

void SimulatedChargePoint::power_off()
{
    heartbeat_.stop();
    boot_retry_.stop();
    client_.close();
}

void SimulatedChargePoint::boot()
{
    const QJsonObject payload = boot_notification(options_.id);
    client_.call(
        u"BootNotification"_s, [payload] { return payload; }, Delivery::Boot,
        [this](const CallReply &reply) { boot_answered(reply); });
}

void SimulatedChargePoint::boot_answered(const CallReply &reply)
{
    const int interval = reply.payload["interval"_L1].toInt();
    if (!reply.accepted || reply.payload["status"_L1].toString() != "Accepted"_L1) {
        // Without a connection the next one boots.
        if (client_.is_connected())
            boot_retry_.start(std::chrono::seconds(std::clamp(interval, 1, 30)));
        return;
    }
    needs_boot_ = false;
    configuration_.set_heartbeat_interval(interval);
    heartbeat_.start(std::chrono::seconds(std::max(1, interval)));
    client_.set_registered(true);
    for (const auto &[connector, status] : statuses_)
        send_status(connector);
    if (!std::exchange(has_begun_, true)) {
        begin_plans();
        Q_EMIT ready();
    }
}

void SimulatedChargePoint::begin_plans()
{
    const UtcTime now = clock_.now();
    for (SessionPlan plan : plans_) {
        if (plan.by_remote_start)
            continue;
        plan.is_planned = true;
        const UtcTime planned = origin_ + plan.start_after;
        const bool is_late = now - planned > clock_.simulated_for(patience);
        begin_at(plan, is_late ? now : planned);
    }
}

void SimulatedChargePoint::begin_at(const SessionPlan &plan, UtcTime at)
{
    after(at, [this, plan, at] {
        const auto running = sessions_.find(plan.connector);
        if (running != sessions_.end()) {
            // The place is taken: the next in line waits, as at a real one.
            connect(running->second, &ChargingSession::released, this,
                    [this, plan, at] { begin_at(plan, std::max(at, clock_.now())); });
            return;
        }
        if (!registers_.contains(plan.connector)) {
            Q_EMIT problem({ErrorCode::ConnectorNotFound, std::to_string(plan.connector)});
            return;
        }
        SessionContext context{client_,
                               clock_,
                               options_.id,
                               registers_[plan.connector],
                               session_seed(plan.connector),
                               [this] { return configuration_.sample_interval(); },
                               [this, connector = plan.connector](const ConnectorStatus &status, UtcTime time) {
                                   set_status(connector, status, time);
                               }};
        auto *session = new ChargingSession(plan, std::move(context), this);
        sessions_[plan.connector] = session;
        watch(plan.connector, session);
        session->begin(at);
    });
}

// By connector and count, not by who comes first: timers of two connectors may swap.
std::uint64_t SimulatedChargePoint::session_seed(int connector)
{
    const int count = ++session_counts_[connector];
    return SeededRandom(options_.seed + static_cast<std::uint64_t>(connector * 1000 + count)).next();
}

void SimulatedChargePoint::watch(int connector, ChargingSession *session)
{
    connect(session, &ChargingSession::started, this,
            [this, connector](qint64 transaction_id) { Q_EMIT sessionStarted(connector, transaction_id); });
    connect(session, &ChargingSession::reported, this, [this, connector](const MeterReading &reading, int count) {
        Q_EMIT reportSent(connector, count, reading);
    });
    connect(session, &ChargingSession::faultBegan, this,
            [this, connector](const FaultPlan &fault) { Q_EMIT faultBegan(connector, fault); });
    connect(session, &ChargingSession::lineFault, this, &SimulatedChargePoint::take_line_fault);
    connect(session, &ChargingSession::ended, this, &SimulatedChargePoint::sessionEnded);
    connect(session, &ChargingSession::released, this, [this, connector, session] {
        registers_[connector] = session->register_value();
        sessions_.erase(connector);
        session->deleteLater();
    });
}

Result<void> SimulatedChargePoint::begin_session(SessionPlan plan)
{
    if (!registers_.contains(plan.connector))
        return fail(ErrorCode::ConnectorNotFound, std::to_string(plan.connector));
    if (sessions_.contains(plan.connector))
        return fail(ErrorCode::ConnectorBusy, std::to_string(plan.connector));
    begin_at(plan, clock_.now());
    return {};
}

Result<void> SimulatedChargePoint::stop_session(int connector, const QString &reason)
{
    const auto session = sessions_.find(connector);
    if (session == sessions_.end() || !session->second->is_charging())
        return fail(ErrorCode::OrderNotRunning, std::to_string(connector));
    session->second->stop(reason);
    return {};
}

Result<void> SimulatedChargePoint::inject(int connector, const FaultPlan &fault)
{
    const auto session = sessions_.find(connector);
    if (session == sessions_.end() || !session->second->is_charging())
        return fail(ErrorCode::OrderNotRunning, std::to_string(connector));
    session->second->inject(fault);
    return {};
}

void SimulatedChargePoint::take_line_fault(const FaultPlan &fault, UtcTime at)
{
    const UtcTime back_at = at + std::chrono::seconds(std::max<std::int64_t>(1, fault.parameter));
    if (fault.kind == FaultKind::PowerLoss) {
        lose_power(back_at);
        return;
    }
    client_.drop();
    after(back_at, [this] { client_.open(); });
}

// The line goes first: what the sessions say about their end waits for the next boot.
void SimulatedChargePoint::lose_power(UtcTime back_at)
{
    heartbeat_.stop();
    needs_boot_ = true;
    client_.set_registered(false);
    client_.drop();
    const std::map<int, ChargingSession *> running = sessions_;
    for (const auto &[connector, session] : running)
        session->stop(u"PowerLoss"_s);
    for (auto &[connector, status] : statuses_)
        status = {};
    after(back_at, [this] { client_.open(); });
}

void SimulatedChargePoint::set_status(int connector, const ConnectorStatus &status, UtcTime at)
{
    statuses_[connector] = status;
    if (!client_.is_connected())
        return;
    const QJsonObject payload = status_notification(connector, status, at);
    client_.call(
        u"StatusNotification"_s, [payload] { return payload; }, Delivery::Once);
}

void SimulatedChargePoint::send_status(int connector)
{
    set_status(connector, statuses_.at(connector), clock_.now());
}

void SimulatedChargePoint::after(UtcTime when, std::function<void()> step)
{
    QTimer::singleShot(clock_.wall_until(when), Qt::PreciseTimer, this, std::move(step));
}

ChargingSession *SimulatedChargePoint::session_of(qint64 transaction_id) const
{
    const auto found = std::find_if(sessions_.begin(), sessions_.end(), [&](const auto &entry) {
        return entry.second->is_charging() && entry.second->transaction_id() == transaction_id;
    });
    return found == sessions_.end() ? nullptr : found->second;
}

}  // namespace aftercharge::sim
