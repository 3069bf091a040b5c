// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QObject>
#include <QTimer>
#include <QUrl>

#include "app/sim/charging_session.h"
#include "app/sim/configuration.h"
#include "app/sim/ocpp16_client.h"

namespace aftercharge::sim {

struct ChargePointOptions {
    QUrl base_url;  // ws://HOST:PORT/ocpp/ : the id is appended, percent-encoded
    QString id;
    QByteArray password;
    int connectors = 1;
    std::uint64_t seed = 1;
    ClientOptions client;  // url, user and password are filled in
};

// A simulated OCPP 1.6J charge point: boots, reports its connectors, runs the planned sessions
// and obeys the central system.
class SimulatedChargePoint : public QObject {
    Q_OBJECT
public:
    SimulatedChargePoint(ChargePointOptions options, const SimClock &clock, QObject *parent = nullptr);

    // Before power_on: begins at `origin` + plan.start_after, or when the charge point is ready if
    // that is later; a plan by_remote_start waits for RemoteStartTransaction.
    void add_plan(SessionPlan plan) { plans_.push_back(std::move(plan)); }
    void power_on(UtcTime origin);
    // Says goodbye and stays away.
    void power_off();

    // Begins a session now. Errors: connector.not_found, connector.busy.
    Result<void> begin_session(SessionPlan plan);
    // Errors: order.not_running.
    Result<void> stop_session(int connector, const QString &reason);
    Result<void> inject(int connector, const FaultPlan &fault);

    const QString &id() const { return options_.id; }
    bool is_online() const { return client_.is_connected(); }

Q_SIGNALS:
    void ready();
    void sessionStarted(int connector, qint64 transaction_id);
    void reportSent(int connector, int acknowledged, const aftercharge::sim::MeterReading &reading);
    void faultBegan(int connector, const aftercharge::sim::FaultPlan &fault);
    void sessionEnded(const aftercharge::sim::SessionSummary &summary);
    void commandReceived(const QString &action);
    void problem(const aftercharge::Error &error);

private:
    void install_handlers();
    void boot();
    void boot_answered(const CallReply &reply);
    void begin_plans();
    void begin_at(const SessionPlan &plan, UtcTime at);
    std::uint64_t session_seed(int connector);
    void watch(int connector, ChargingSession *session);
    void take_line_fault(const FaultPlan &fault, UtcTime at);
    void lose_power(UtcTime back_at);
    void set_status(int connector, const ConnectorStatus &status, UtcTime at);
    void send_status(int connector);
    void after(UtcTime when, std::function<void()> step);
    ChargingSession *session_of(qint64 transaction_id) const;

    QJsonObject remote_start(const QJsonObject &request);
    QJsonObject remote_stop(const QJsonObject &request);
    QJsonObject unlock(const QJsonObject &request);
    QJsonObject reset(const QJsonObject &request);
    QJsonObject trigger(const QJsonObject &request);
    void trigger_action(const QString &action, int connector);

    ChargePointOptions options_;
    const SimClock &clock_;
    SeededRandom random_;
    Configuration configuration_;
    Ocpp16Client client_;
    QTimer heartbeat_;
    QTimer boot_retry_;
    UtcTime origin_;
    bool needs_boot_ = true;
    bool has_begun_ = false;
    std::vector<SessionPlan> plans_;
    std::map<int, ChargingSession *> sessions_;
    std::map<int, ConnectorStatus> statuses_;
    std::map<int, EnergyWh> registers_;
    std::map<int, int> session_counts_;
};

}  // namespace aftercharge::sim
