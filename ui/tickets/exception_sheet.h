// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/workflow/reship.h"
#include "ui/tickets/goods_sheet.h"

class QComboBox;
class QLineEdit;

namespace aftercharge {

class AddressFields;
class LineChoice;

// A parcel that went wrong, in one decision: which units are refunded, which are sent again and
// where to. The amounts follow as the person chooses.
class ExceptionSheet : public GoodsSheet {
    Q_OBJECT
public:
    ExceptionSheet(DeskContext &context, std::shared_ptr<const GoodsDossier> goods, const TicketNo &ticket_no,
                   const ShipmentNo &parcel, const Format &format, QWidget *page);

    LineChoice *lines() const { return lines_; }
    AddressFields *address() const { return address_; }
    QLineEdit *amount_edit() const { return amount_; }
    QComboBox *parcel_box() const { return parcel_; }
    QComboBox *reason_box() const { return reason_; }
    const std::optional<RefundQuote> &quote() const { return quote_; }
    ExceptionDecision decision() const;

private:
    void build(const ShipmentNo &parcel);
    void build_parcel(const ShipmentNo &parcel);
    QWidget *build_fields();
    void parcel_chosen();
    void choice_changed();
    void ask_quote();
    void show_state();
    void show_nothing_chosen();
    QString action_text(bool direct) const;
    GoodsRefundDraft refund_draft() const;
    std::optional<Money> own_amount() const;
    const ParcelView *parcel() const;
    void send();

    std::shared_ptr<const GoodsDossier> goods_;
    TicketNo ticket_no_;
    std::optional<RefundQuote> quote_;
    std::optional<Error> quote_error_;
    QComboBox *parcel_;
    LineChoice *lines_;
    QComboBox *reason_;
    QLineEdit *amount_;
    QLineEdit *note_;
    QLabel *after_ = nullptr;
    QWidget *again_ = nullptr;
    AddressFields *address_;
    int serial_ = 0;
    bool asking_ = false;
};

}  // namespace aftercharge
