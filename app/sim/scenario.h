// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QByteArray>
#include <QString>

#include "app/sim/charging_session.h"

namespace aftercharge::sim {

struct ScenarioEntry {
    QString charge_point_id;
    QByteArray password;
    SessionPlan plan;
};
using Scenario = std::vector<ScenarioEntry>;

// A JSON list of {charge_point_id, password, connector, vehicle, start_soc, target_soc, id_tag,
// fault, start_after_s, kind, max_power_w, suspend_s, transaction_data, remote_start}; SOC in per
// cent, kind "DC" or "AC", fault one text of fault.h or a list of them. Required are
// charge_point_id, vehicle and, unless remote_start, id_tag. A field that is not known is refused.
// Errors: input.invalid.
Result<Scenario> parse_scenario(const QByteArray &json, const std::vector<Vehicle> &vehicles);

}  // namespace aftercharge::sim
