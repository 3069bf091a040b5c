// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

#include "models/item/claim_table_model.h"
#include "models/settlement/goods.h"
#include "models/workflow/goods_view.h"
#include "ui/common/format.h"
#include "ui/tickets/cell_table_model.h"

namespace aftercharge {

// The sentences and rows about goods orders, for tickets and for every page that shows one.
class GoodsWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::GoodsWords)
public:
    static QString item_name(const GoodsDossier &goods, const OrderItemId &id);
    // "2 × 7 kW wallbox, 1 × cable"
    static QString content(const GoodsDossier &goods, const ParcelView &parcel);
    // "S20261124-0003 · On its way"
    static QString parcel(const Shipment &shipment);
    static QString where_paid(const GoodsDossier &goods);  // "Stripe", "WeChat Pay"; empty: not paid
    static QString address(const PostalAddress &address);  // one line
    static QString short_hash(const std::string &sha256);  // its first 8 hexadecimal digits
    static QString refund_state(const Refund &refund);
    static QString claim_state(const Claim &claim);
    // Why a refund did not go through and what can be done: our words; the gateway's stand beside.
    static QString failure(const Refund &refund, const QString &where);

    // Line by line: units, gross, discount, tax, refunded before, this refund; then the total.
    static QStringList quote_headers();
    static QList<CellRow> quote_rows(const RefundQuote &quote, const GoodsDossier &goods, const Format &format);
    // "Remains ¥12.00; Stripe still allows ¥34.00"
    static QString after(const RefundQuote &quote, const GoodsDossier &goods, const Format &format);
    // What the requester saw, as text with tabs between the columns: what the approver will see.
    static std::string basis(const RefundQuote &quote, const GoodsDossier &goods, const Format &format,
                             const QStringList &before);
};

Tone shipment_tone(ShipmentState state);

// Units of a line that nobody used, and those that were refunded in part only.
struct UnitsLeft {
    std::int64_t unused = 0;
    std::int64_t partly = 0;
};
UnitsLeft units_left(const GoodsDossier &goods, const OrderItemId &id);

}  // namespace aftercharge
