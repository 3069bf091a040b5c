// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/item/paged_table_model.h"
#include "models/workflow/goods_view.h"
#include "ui/common/fact_list.h"
#include "ui/common/format.h"
#include "ui/tickets/cell_table_model.h"

namespace aftercharge {

class PeopleNames;

// The words of goods orders, for their page.
class GoodsOrderWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::GoodsOrderWords)
public:
    static TableWords<GoodsOrder> table(const Format &format);
    // The state, and what it means: "Paid, locked".
    static QString state(const GoodsOrder &order);
    // "2026-11-23 10:04 (Asia/Shanghai) · member M-1001"
    static QString origin(const GoodsOrder &order, const Format &format);
    static QList<Fact> payment(const GoodsDossier &goods, const Format &format);
    static QStringList discount_headers();
    static QList<CellRow> discounts(const GoodsDossier &goods, const Format &format);
    static QStringList log_headers();
    static QList<CellRow> log(const GoodsDossier &goods, const Format &format, const PeopleNames &people);
    static QString day_and_minute(UtcTime at, const Format &format);
};

}  // namespace aftercharge
