// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/workflow/refund_goods.h"
#include "ui/tickets/goods_sheet.h"

class QLineEdit;

namespace aftercharge {

class CellTableModel;
class DataTable;

// Everything back before a parcel has left: what happens to each label first, line by line what
// is given back, what the gateway allows. One label that cannot be cancelled, and nothing is refunded.
class BeforeShipmentSheet : public GoodsSheet {
    Q_OBJECT
public:
    BeforeShipmentSheet(DeskContext &context, std::shared_ptr<const GoodsDossier> goods, const TicketNo &ticket_no,
                        const Format &format, QWidget *page);
    const std::optional<RefundQuote> &quote() const { return quote_; }
    CellTableModel *lines() const { return lines_; }
    QStringList steps() const;  // what will happen, in order

private:
    void build();
    void take(const Result<RefundQuote> &quote);
    void show_verdict();
    GoodsRefundDraft draft() const;
    void send();

    std::shared_ptr<const GoodsDossier> goods_;
    TicketNo ticket_no_;
    std::optional<RefundQuote> quote_;
    DataTable *table_;
    CellTableModel *lines_;
    QLabel *after_;
    QLineEdit *note_;
};

}  // namespace aftercharge
