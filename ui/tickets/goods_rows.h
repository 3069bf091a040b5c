// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/workflow/goods_view.h"
#include "ui/common/format.h"
#include "ui/tickets/cell_table_model.h"

namespace aftercharge {

class PeopleNames;

// The tables of a goods order, ready to be read.
class GoodsRows {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::GoodsRows)
public:
    GoodsRows(const GoodsDossier &goods, const Format &format, const PeopleNames &people)
        : goods_(goods), format_(format), people_(people)
    {
    }

    static QStringList line_headers();
    QList<CellRow> lines() const;  // and their total
    static QStringList parcel_headers();
    QList<CellRow> parcels() const;
    static QStringList parcel_log_headers();
    QList<CellRow> parcel_log(const ParcelView &parcel) const;  // oldest first
    static QStringList refund_headers();
    QList<CellRow> refunds() const;
    static QStringList claim_headers();
    QList<CellRow> claims() const;
    static QStringList movement_headers();
    QList<CellRow> movements() const;

private:
    CellRow line(const OrderItem &item) const;
    CellRow total() const;

    const GoodsDossier &goods_;
    const Format &format_;
    const PeopleNames &people_;
};

// The claims of an order in the order of GoodsRows::claims: parcel by parcel.
std::vector<Claim> claims_of(const GoodsDossier &goods);

}  // namespace aftercharge
