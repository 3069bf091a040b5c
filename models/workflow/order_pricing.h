// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "models/domain/charging_order.h"
#include "models/domain/reading.h"
#include "models/settlement/compiled_tariff.h"
#include "models/settlement/pricing.h"
#include "models/store/ledger_store.h"

namespace aftercharge {

// What an order is priced with: the tariff frozen at its start, local to its station.
struct OrderTariff {
    std::shared_ptr<const CompiledTariff> tariff;
    std::string time_zone;
    PowerW max_power{};  // of the connector; where it is not known, what no connector delivers
};
Result<OrderTariff> order_tariff(RegistryReader &registry, const ChargingOrder &order);

// A tariff that costs nothing, for charge points without one.
Tariff free_tariff(Currency currency);

// The fee of a set of readings in any order (flags are set anew), up to the stop of the order
// when it has one. `readings` comes back in canonical order with its flags.
Result<PricedSession> price_order(const OrderTariff &tariff, const ChargingOrder &order,
                                  std::vector<Reading> &readings);

}  // namespace aftercharge
