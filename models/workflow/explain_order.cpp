// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/explain_order.h"

#include "models/workflow/order_pricing.h"
#include "models/workflow/refund_bounds.h"

namespace aftercharge {

Result<OrderExplanation> explain_order(LedgerReader &ledger, TelemetryReader &telemetry, const OrderNo &order_no)
{
    auto order = ledger.orders().find(order_no);
    if (!order)
        return pass_on(order);
    OrderExplanation explanation;
    // What a settlement decided on stands in the ledger; before it, the curve as it came in.
    auto readings = ledger.orders().deciding_readings(order_no);
    if (readings && readings->empty())
        readings = telemetry.curve(order_no);
    if (!readings)
        return pass_on(readings);
    explanation.readings = std::move(*readings);
    const auto tariff = order_tariff(ledger.registry(), *order);
    if (!tariff)
        return pass_on(tariff);
    explanation.time_zone = tariff->time_zone;
    if (auto priced = price_order(*tariff, *order, explanation.readings)) {
        explanation.priced = std::move(*priced);
    } else {
        explanation.priced.total = order->fee;
        explanation.priced.from = order->started_at;
        explanation.priced.to = order->stopped_at.value_or(order->started_at);
    }
    auto transfers = ledger.accounts().transfers(order_no.text());
    if (!transfers)
        return pass_on(transfers);
    explanation.transfers = std::move(*transfers);
    auto refunds = ledger.refunds().of_order(order_no);
    if (!refunds)
        return pass_on(refunds);
    explanation.refunds = std::move(*refunds);
    const auto bounds = refund_bounds(*order, explanation.refunds);
    if (!bounds)
        return pass_on(bounds);
    explanation.paid = bounds->paid;
    explanation.refundable = bounds->refundable;
    explanation.order = std::move(*order);
    return explanation;
}

}  // namespace aftercharge
