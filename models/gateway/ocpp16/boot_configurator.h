// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/chargepoint/charge_point_gateway.h"

namespace aftercharge::ocpp16 {

// Asks a charge point that has booted for the samples we live from: every 15 s voltage,
// current, power, state of charge and register. One that refuses charges all the same; its
// refusal is logged.
class BootConfigurator {
public:
    explicit BootConfigurator(chargepoint::ChargePointGateway &gateway) : gateway_(gateway) {}
    void configure(const ChargePointId &charge_point_id);

private:
    chargepoint::ChargePointGateway &gateway_;
};

}  // namespace aftercharge::ocpp16
