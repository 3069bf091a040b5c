// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/fleet.h"

#include <algorithm>

namespace aftercharge::sim {

Fleet::Fleet(FleetOptions options, const SimClock &clock, QObject *parent)
    : QObject(parent), options_(std::move(options)), clock_(clock), random_(options_.seed)
{
}

void Fleet::add(const Scenario &scenario)
{
    for (const ScenarioEntry &entry : scenario) {
        Group &group = groups_[entry.charge_point_id];
        if (!entry.password.isEmpty())
            group.password = entry.password;
        group.connectors = std::max(group.connectors, entry.plan.connector);
        group.plans.push_back(entry.plan);
        open_sessions_ += entry.plan.by_remote_start ? 0 : 1;
    }
}

void Fleet::start(std::optional<UtcTime> origin)
{
    const UtcTime zero = origin.value_or(clock_.now());
    for (const auto &[id, group] : groups_)
        make(id, group);
    groups_.clear();
    for (const auto &[id, charge_point] : charge_points_)
        charge_point->power_on(zero);
}

void Fleet::make(const QString &id, const Group &group)
{
    auto *charge_point = new SimulatedChargePoint(
        {options_.base_url, id, group.password, group.connectors, random_.next(), options_.client}, clock_, this);
    charge_points_[id] = charge_point;
    for (const SessionPlan &plan : group.plans)
        charge_point->add_plan(plan);
    connect(charge_point, &SimulatedChargePoint::ready, this, [this, id] { Q_EMIT chargePointReady(id); });
    connect(charge_point, &SimulatedChargePoint::sessionStarted, this,
            [this, id](int connector, qint64 transaction) { Q_EMIT sessionStarted(id, connector, transaction); });
    connect(charge_point, &SimulatedChargePoint::reportSent, this,
            [this, id](int connector, int count, const MeterReading &reading) {
                Q_EMIT reportSent(id, connector, count, reading);
            });
    connect(charge_point, &SimulatedChargePoint::faultBegan, this,
            [this, id](int connector, const FaultPlan &fault) { Q_EMIT faultBegan(id, connector, fault); });
    connect(charge_point, &SimulatedChargePoint::commandReceived, this,
            [this, id](const QString &action) { Q_EMIT commandReceived(id, action); });
    connect(charge_point, &SimulatedChargePoint::problem, this,
            [this, id](const Error &error) { Q_EMIT problem(id, error); });
    connect(charge_point, &SimulatedChargePoint::sessionEnded, this, [this](const SessionSummary &summary) {
        open_sessions_ -= summary.is_planned ? 1 : 0;
        Q_EMIT sessionEnded(summary);
        if (summary.is_planned && open_sessions_ == 0)
            Q_EMIT finished();
    });
}

void Fleet::shut_down()
{
    for (const auto &[id, charge_point] : charge_points_)
        charge_point->power_off();
}

SimulatedChargePoint *Fleet::charge_point(const QString &id) const
{
    const auto found = charge_points_.find(id);
    return found == charge_points_.end() ? nullptr : found->second;
}

}  // namespace aftercharge::sim
