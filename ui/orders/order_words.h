// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/domain/charging_order.h"
#include "models/item/paged_table_model.h"
#include "ui/common/format.h"

namespace aftercharge {

// The words of the orders' pages.
class OrderWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::OrderWords)
public:
    static TableWords<ChargingOrder> table(const Format &format);
    // The state, and what it means for the money: "Settling, owes ¥3.10".
    static QString state(const ChargingOrder &order, const Format &format);
    // "2026-11-23 10:04 – 10:41 (Asia/Shanghai)"
    static QString span(const ChargingOrder &order, const Format &format);
    // "CP-0412/1 · member M-1001 · card 04A1B2"
    static QString origin(const ChargingOrder &order, const Format &format);
    static QString stop(const ChargingOrder &order);
    static QString day_and_minute(UtcTime at, const Format &format);  // "2026-11-23 10:04"
};

}  // namespace aftercharge
