// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QObject>

#include "app/sim/charge_point.h"
#include "app/sim/scenario.h"

namespace aftercharge::sim {

struct FleetOptions {
    QUrl base_url;  // ws://HOST:PORT/ocpp/
    std::uint64_t seed = 1;
    ClientOptions client;
};

// Many charge points of one scenario in one thread. Entries with the same charge_point_id are
// connectors, or one session after the other on one connector, of one charge point.
class Fleet : public QObject {
    Q_OBJECT
public:
    // `clock` outlives the fleet.
    Fleet(FleetOptions options, const SimClock &clock, QObject *parent = nullptr);

    // Before start. Entries of one charge point: the last non-empty password holds.
    void add(const Scenario &scenario);
    // `origin`: what start_after counts from; none: now. With the same origin, seed and scenario
    // the readings and their timestamps are the same.
    void start(std::optional<UtcTime> origin = std::nullopt);
    // All say goodbye; running sessions are left as they are.
    void shut_down();

    // nullptr: no such one.
    SimulatedChargePoint *charge_point(const QString &id) const;
    // Sessions (other than by remote start) that have not ended.
    int open_sessions() const { return open_sessions_; }

Q_SIGNALS:
    void chargePointReady(const QString &charge_point_id);
    void sessionStarted(const QString &charge_point_id, int connector, qint64 transaction_id);
    void reportSent(const QString &charge_point_id, int connector, int acknowledged,
                    const aftercharge::sim::MeterReading &reading);
    void faultBegan(const QString &charge_point_id, int connector, const aftercharge::sim::FaultPlan &fault);
    void sessionEnded(const aftercharge::sim::SessionSummary &summary);
    void commandReceived(const QString &charge_point_id, const QString &action);
    void problem(const QString &charge_point_id, const aftercharge::Error &error);
    // Every planned session has ended.
    void finished();

private:
    struct Group {
        QByteArray password;
        int connectors = 1;
        std::vector<SessionPlan> plans;
    };
    void make(const QString &id, const Group &group);

    FleetOptions options_;
    const SimClock &clock_;
    SeededRandom random_;
    std::map<QString, Group> groups_;
    std::map<QString, SimulatedChargePoint *> charge_points_;
    int open_sessions_ = 0;
};

}  // namespace aftercharge::sim
