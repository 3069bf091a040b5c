// SPDX-License-Identifier: GPL-3.0-or-later
// What the central system may ask of a SimulatedChargePoint.
#include "app/sim/charge_point.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace aftercharge::sim {
namespace {

QJsonObject status(const QString &text)
{
    return {{u"status"_s, text}};
}

}  // namespace

void SimulatedChargePoint::install_handlers()
{
    const auto install = [this](const QString &action, Ocpp16Client::Handler handler) {
        client_.set_handler(action, [this, action, handler = std::move(handler)](const QJsonObject &request) {
            const QJsonObject answer = handler(request);
            Q_EMIT commandReceived(action);
            return answer;
        });
    };
    install(u"RemoteStartTransaction"_s, [this](const QJsonObject &request) { return remote_start(request); });
    install(u"RemoteStopTransaction"_s, [this](const QJsonObject &request) { return remote_stop(request); });
    install(u"UnlockConnector"_s, [this](const QJsonObject &request) { return unlock(request); });
    install(u"Reset"_s, [this](const QJsonObject &request) { return reset(request); });
    install(u"ChangeConfiguration"_s, [this](const QJsonObject &request) { return configuration_.change(request); });
    install(u"GetConfiguration"_s, [this](const QJsonObject &request) { return configuration_.get(request); });
    install(u"TriggerMessage"_s, [this](const QJsonObject &request) { return trigger(request); });
    install(u"ClearCache"_s, [](const QJsonObject &) { return status(u"Accepted"_s); });
}

QJsonObject SimulatedChargePoint::remote_start(const QJsonObject &request)
{
    const int asked = request["connectorId"_L1].toInt();
    const auto plan = std::find_if(plans_.begin(), plans_.end(), [&](const SessionPlan &entry) {
        return (asked == 0 || entry.connector == asked) && !sessions_.contains(entry.connector);
    });
    if (plan == plans_.end())
        return status(u"Rejected"_s);
    SessionPlan copy = *plan;
    copy.id_tag = request["idTag"_L1].toString();
    begin_at(copy, clock_.now());
    return status(u"Accepted"_s);
}

QJsonObject SimulatedChargePoint::remote_stop(const QJsonObject &request)
{
    ChargingSession *session = session_of(request["transactionId"_L1].toInteger(-1));
    if (!session)
        return status(u"Rejected"_s);
    // After the answer, so that it goes out first.
    QMetaObject::invokeMethod(
        session, [session] { session->stop(u"Remote"_s); }, Qt::QueuedConnection);
    return status(u"Accepted"_s);
}

QJsonObject SimulatedChargePoint::unlock(const QJsonObject &request)
{
    const int connector = request["connectorId"_L1].toInt();
    if (!registers_.contains(connector))
        return status(u"NotSupported"_s);
    if (const auto running = sessions_.find(connector); running != sessions_.end()) {
        ChargingSession *session = running->second;
        QMetaObject::invokeMethod(
            session, [session] { session->stop(u"UnlockCommand"_s); }, Qt::QueuedConnection);
    }
    return status(u"Unlocked"_s);
}

QJsonObject SimulatedChargePoint::reset(const QJsonObject &request)
{
    const QString reason = request["type"_L1].toString() == "Hard"_L1 ? u"HardReset"_s : u"SoftReset"_s;
    const UtcTime now = clock_.now();
    after(now + 1s, [this, reason] {
        const std::map<int, ChargingSession *> running = sessions_;
        for (const auto &[connector, session] : running)
            session->stop(reason);
    });
    after(now + 5s, [this] {
        needs_boot_ = true;
        client_.set_registered(false);
        client_.drop();
    });
    after(now + 20s, [this] { client_.open(); });
    return status(u"Accepted"_s);
}

QJsonObject SimulatedChargePoint::trigger(const QJsonObject &request)
{
    const QString action = request["requestedMessage"_L1].toString();
    const int connector = request["connectorId"_L1].toInt(-1);
    if (action != "BootNotification"_L1 && action != "Heartbeat"_L1 && action != "StatusNotification"_L1 &&
        action != "MeterValues"_L1)
        return status(u"NotImplemented"_s);
    if (connector > options_.connectors)
        return status(u"Rejected"_s);
    QMetaObject::invokeMethod(
        this, [this, action, connector] { trigger_action(action, connector); }, Qt::QueuedConnection);
    return status(u"Accepted"_s);
}

void SimulatedChargePoint::trigger_action(const QString &action, int connector)
{
    if (action == "BootNotification"_L1)
        boot();
    else if (action == "Heartbeat"_L1)
        client_.call(u"Heartbeat"_s, {}, Delivery::Once);
    for (const auto &[number, status_now] : std::map<int, ConnectorStatus>(statuses_)) {
        if (action == "StatusNotification"_L1 && (connector < 0 || connector == number))
            send_status(number);
    }
    for (const auto &[number, session] : std::map<int, ChargingSession *>(sessions_)) {
        if (action == "MeterValues"_L1 && (connector < 0 || connector == number))
            session->report_now();
    }
}

}  // namespace aftercharge::sim
