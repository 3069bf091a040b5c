// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/workflow/claims.h"
#include "models/workflow/refund_goods.h"
#include "ui/tickets/goods_sheet.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace aftercharge {

class EvidenceBox;

// The parcels of an order for which a claim may be opened: they have left, are insured, and no
// claim of theirs is open.
std::vector<const ParcelView *> claimable_parcels(const GoodsDossier &goods);

// Opens a claim with the carrier: for which parcel, how much, what the customer is promised of
// it, and the evidence.
class ClaimSheet : public GoodsSheet {
    Q_OBJECT
public:
    // `had`: the files that the ticket has already.
    ClaimSheet(DeskContext &context, std::shared_ptr<const GoodsDossier> goods, const TicketNo &ticket_no,
               const ShipmentNo &parcel, const std::vector<Evidence> &had, const Format &format, QWidget *page);

    QComboBox *parcel_box() const { return parcel_; }
    QComboBox *type_box() const { return type_; }
    QLineEdit *amount_edit() const { return amount_; }
    QLineEdit *up_to_edit() const { return up_to_; }
    QPlainTextEdit *description_edit() const { return description_; }
    EvidenceBox *evidence() const { return evidence_; }
    // Nothing while what stands in the sheet cannot be sent; `problem` says why.
    std::optional<ClaimDraft> draft(QString *problem = nullptr) const;

private:
    void build(const ShipmentNo &parcel);
    QWidget *build_fields();
    void parcel_chosen();
    void take_worth(const Result<RefundQuote> &quote);
    void show_state();
    const ParcelView *parcel() const;
    void send();

    std::shared_ptr<const GoodsDossier> goods_;
    TicketNo ticket_no_;
    Money worth_;  // what remains of the parcel's lines
    QComboBox *parcel_;
    QComboBox *type_;
    QLineEdit *amount_;
    QLineEdit *up_to_;
    QPlainTextEdit *description_;
    EvidenceBox *evidence_;
    QLabel *bounds_ = nullptr;
    int serial_ = 0;
};

}  // namespace aftercharge
