// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/list_orders.h"

namespace aftercharge {

Result<Page<ChargingOrder>> list_orders(LedgerReader &ledger, TelemetryReader &telemetry, const OrderQuery &query)
{
    auto page = ledger.orders().page(query);
    if (!page)
        return page;
    for (ChargingOrder &order : page->rows) {
        if (order.state != OrderState::Charging)
            continue;
        const auto progress = telemetry.progress(order.order_no);
        if (!progress)
            return pass_on(progress);
        if (!*progress)
            continue;
        order.fee = (*progress)->fee;
        order.energy = (*progress)->energy.value_or(EnergyWh{});
    }
    return page;
}

}  // namespace aftercharge
