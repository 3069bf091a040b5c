// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/claim_sheet.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "ui/common/banner.h"
#include "ui/common/desk_context.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/tickets/evidence_box.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/typed_amount.h"

namespace aftercharge {

std::vector<const ParcelView *> claimable_parcels(const GoodsDossier &goods)
{
    std::vector<const ParcelView *> found;
    for (const ParcelView &view : goods.parcels) {
        const bool open = std::any_of(view.claims.begin(), view.claims.end(), [](const Claim &claim) {
            return claim.state != ClaimState::Closed && claim.approval != ApprovalState::SentBack;
        });
        if (has_left(view.shipment.state) && view.shipment.insured.is_positive() && !open)
            found.push_back(&view);
    }
    return found;
}

ClaimSheet::ClaimSheet(DeskContext &context, std::shared_ptr<const GoodsDossier> goods, const TicketNo &ticket_no,
                       const ShipmentNo &parcel, const std::vector<Evidence> &had, const Format &format, QWidget *page)
    : GoodsSheet(context, format, 640, page), goods_(std::move(goods)), ticket_no_(ticket_no),
      worth_(Money::zero(goods_->order.paid.currency())), parcel_(new QComboBox), type_(new QComboBox),
      amount_(new QLineEdit), up_to_(new QLineEdit), description_(text_field(QStringLiteral("description"), 62)),
      evidence_(new EvidenceBox(context.themes, had, format))
{
    build(parcel);
    for (QLineEdit *edit : {amount_, up_to_})
        connect(edit, &QLineEdit::textChanged, this, &ClaimSheet::show_state);
    connect(description_, &QPlainTextEdit::textChanged, this, &ClaimSheet::show_state);
    connect(evidence_, &EvidenceBox::changed, this, &ClaimSheet::show_state);
    connect(evidence_, &EvidenceBox::resized, this, [this] { refit(); });
    connect(parcel_, &QComboBox::currentIndexChanged, this, &ClaimSheet::parcel_chosen);
    connect(this, &Sheet::accepted, this, &ClaimSheet::send);
    hold_money(goods_->order.order_no);
    parcel_chosen();
}

void ClaimSheet::build(const ShipmentNo &parcel)
{
    setObjectName(QStringLiteral("claimSheet"));
    set_title(tr("Open claim"), QString::fromStdString(ticket_no_.text()));
    set_footer_note(tr("Evidence is kept as it is and never changed."));
    for (const ParcelView *view : claimable_parcels(*goods_)) {
        parcel_->addItem(tr("%1 · %2").arg(GoodsWords::parcel(view->shipment), GoodsWords::content(*goods_, *view)),
                         QString::fromStdString(view->shipment.shipment_no.text()));
        if (view->shipment.shipment_no == parcel)
            parcel_->setCurrentIndex(parcel_->count() - 1);
    }
    parcel_->setObjectName(QStringLiteral("parcel"));
    parcel_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    parcel_->setMinimumContentsLength(24);
    content()->addWidget(field(tr("Parcel"), parcel_));
    content()->addWidget(build_fields());
    bounds_ = add_words({});
    content()->addWidget(field(tr("What happened, as the carrier will read it"), description_));
    content()->addWidget(field(tr("Evidence"), evidence_));
    finish_body();
}

QWidget *ClaimSheet::build_fields()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::m);
    type_->setObjectName(QStringLiteral("type"));
    for (const ClaimType type : {ClaimType::Damage, ClaimType::Loss, ClaimType::Theft})
        type_->addItem(EnumWords::claim_type(type), static_cast<int>(type));
    amount_->setObjectName(QStringLiteral("amount"));
    up_to_->setObjectName(QStringLiteral("upTo"));
    up_to_->setPlaceholderText(tr("nothing without a new decision"));
    for (QLineEdit *edit : {amount_, up_to_})
        edit->setAlignment(Qt::AlignRight);
    grid->addWidget(field(tr("Kind"), type_), 0, 0);
    grid->addWidget(field(tr("Asked of the carrier"), amount_), 0, 1);
    grid->addWidget(field(tr("Up to so much to the customer"), up_to_), 0, 2);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    return box;
}

const ParcelView *ClaimSheet::parcel() const
{
    for (const ParcelView *view : claimable_parcels(*goods_)) {
        if (QString::fromStdString(view->shipment.shipment_no.text()) == parcel_->currentData().toString())
            return view;
    }
    return nullptr;
}

// What remains of the parcel's lines is asked of the engine: it bounds the promise.
void ClaimSheet::parcel_chosen()
{
    const int asked = ++serial_;
    worth_ = Money::zero(goods_->order.paid.currency());
    const ParcelView *chosen = parcel();
    if (!chosen)
        return show_state();
    const ClaimType type = chosen->shipment.state == ShipmentState::Lost ? ClaimType::Loss : ClaimType::Damage;
    type_->setCurrentIndex(type_->findData(static_cast<int>(type)));
    GoodsRefundDraft draft;
    draft.order_no = goods_->order.order_no;
    for (const ShipmentItem &item : chosen->items) {
        const UnitsLeft left = units_left(*goods_, item.order_item_id);
        if (const auto units = std::min(item.quantity, left.unused + left.partly); units > 0)
            draft.lines.push_back({item.order_item_id, units});
    }
    if (draft.lines.empty())
        return show_state();
    context_.goods.quote_refund(draft).then(this, [this, asked](const Result<RefundQuote> &quote) {
        if (asked == serial_)
            take_worth(quote);
    });
}

void ClaimSheet::take_worth(const Result<RefundQuote> &quote)
{
    if (quote)
        worth_ = quote->at_most;
    const Money insured = parcel()->shipment.insured;
    amount_->setText(QString::fromStdString(smaller(insured, worth_).value_or(insured).to_text()));
    up_to_->setText(QString::fromStdString(smaller(insured, worth_).value_or(insured).to_text()));
    show_state();
}

std::optional<ClaimDraft> ClaimSheet::draft(QString *problem) const
{
    const auto no = [problem](const QString &sentence) {
        if (problem)
            *problem = sentence;
        return std::optional<ClaimDraft>();
    };
    const ParcelView *chosen = parcel();
    if (!chosen)
        return no(tr("No parcel can be claimed: it must have left, be insured, and have no open claim."));
    const Currency currency = goods_->order.paid.currency();
    const auto amount = typed_amount(amount_->text(), currency);
    if (!amount)
        return no(ErrorWords::sentence(amount.error()));
    if (!amount->is_positive())
        return no(tr("The amount asked of the carrier must be above zero."));
    ClaimDraft draft;
    if (!up_to_->text().trimmed().isEmpty()) {
        const auto up_to = typed_amount(up_to_->text(), currency);
        if (!up_to)
            return no(ErrorWords::sentence(up_to.error()));
        if (up_to->minor() > worth_.minor() || up_to->is_negative())
            return no(
                tr("The promise is more than what remains of the parcel's lines: %1.").arg(format().money(worth_)));
        if (up_to->is_positive())
            draft.up_to = *up_to;
    }
    draft.description = description_->toPlainText().trimmed().toStdString();
    if (draft.description.empty())
        return no(tr("Write what happened: the carrier decides by it."));
    if (evidence_->count() == 0)
        return no(tr("A claim needs at least one piece of evidence."));
    draft.shipment_no = chosen->shipment.shipment_no;
    draft.ticket_no = ticket_no_;
    draft.type = static_cast<ClaimType>(type_->currentData().toInt());
    draft.amount = *amount;
    draft.evidence = evidence_->files();
    draft.evidence_ids = evidence_->ticked();
    draft.requested_by = context_.person.name;
    return draft;
}

void ClaimSheet::show_state()
{
    if (const ParcelView *chosen = parcel())
        bounds_->setText(tr("Insured for %1. Of the parcel's lines %2 remain.")
                             .arg(format().money(chosen->shipment.insured), format().money(worth_)));
    QString problem;
    const auto made = draft(&problem);
    if (!made) {
        set_primary(tr("Open claim"));
        return show_refusal(problem);
    }
    const QString amount = format().money(made->amount);
    if (!made->up_to) {
        set_primary(tr("Claim %1").arg(amount));
        strip()->set_message(Tone::Ok, tr("It goes to the carrier at once. What the customer gets is decided when the "
                                          "carrier has answered."));
        strip()->show();
        set_primary_enabled(true);
        return refit();
    }
    const QString up_to = format().money(*made->up_to);
    const bool direct = within_limit(*made->up_to, goods_->refunds);
    set_primary(direct ? tr("Claim %1, up to %2 to the customer").arg(amount, up_to)
                       : tr("Ask for approval of up to %1").arg(up_to));
    show_limit(*made->up_to, direct,
               tr("The claim goes to the carrier at once; what it approves is refunded up to %1.").arg(up_to));
}

void ClaimSheet::send()
{
    const auto made = draft();
    if (!made)
        return;
    set_busy(true);
    context_.goods.open_claim(*made).then(this, [this](const Result<Claim> &claim) {
        if (!claim)
            return refuse_with(claim.error());
        const QString number = QString::fromStdString(claim->claim_no.text());
        Q_EMIT finished(claim->approval == ApprovalState::Waiting ? tr("Claim %1 waits for approval").arg(number)
                                                                  : tr("Claim %1 goes to the carrier").arg(number));
    });
}

}  // namespace aftercharge
