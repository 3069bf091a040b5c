// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/exception_sheet.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include "ui/common/banner.h"
#include "ui/common/desk_context.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"
#include "ui/tickets/address_fields.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/line_choice.h"
#include "ui/tickets/typed_amount.h"

namespace aftercharge {

namespace {

ReasonCode reason_of(ShipmentState state)
{
    switch (state) {
    case ShipmentState::Returned:
        return ReasonCode::Returned;
    case ShipmentState::Lost:
        return ReasonCode::Lost;
    default:
        return ReasonCode::Damaged;
    }
}

// Where the customer got his newest parcel, as the engine takes it when no address is given.
PostalAddress newest_address(const GoodsDossier &goods)
{
    return goods.parcels.empty() ? PostalAddress{} : goods.parcels.back().address;
}

}  // namespace

ExceptionSheet::ExceptionSheet(DeskContext &context, std::shared_ptr<const GoodsDossier> goods,
                               const TicketNo &ticket_no, const ShipmentNo &parcel, const Format &format, QWidget *page)
    : GoodsSheet(context, format, 860, page), goods_(std::move(goods)), ticket_no_(ticket_no), parcel_(new QComboBox),
      lines_(new LineChoice(context.themes, goods_, format)), reason_(new QComboBox), amount_(new QLineEdit),
      note_(new QLineEdit), address_(new AddressFields(newest_address(*goods_)))
{
    build(parcel);
    connect(lines_, &LineChoice::changed, this, &ExceptionSheet::choice_changed);
    connect(amount_, &QLineEdit::textChanged, this, &ExceptionSheet::choice_changed);
    connect(address_, &AddressFields::changed, this, &ExceptionSheet::show_state);
    connect(address_, &AddressFields::resized, this, [this] { refit(); });
    connect(parcel_, &QComboBox::currentIndexChanged, this, &ExceptionSheet::parcel_chosen);
    connect(this, &Sheet::accepted, this, &ExceptionSheet::send);
    hold_money(goods_->order.order_no);
    parcel_chosen();
}

void ExceptionSheet::build(const ShipmentNo &parcel)
{
    setObjectName(QStringLiteral("exceptionSheet"));
    set_title(tr("Parcel went wrong"), QString::fromStdString(ticket_no_.text()));
    set_footer_note(tr("The computation is kept with the decision."));
    build_parcel(parcel);
    content()->addWidget(lines_);
    content()->addWidget(build_fields());
    after_ = add_words({});
    again_ = field(tr("Where the parcel goes"), address_);
    content()->addWidget(again_);
    finish_body();
}

void ExceptionSheet::build_parcel(const ShipmentNo &parcel)
{
    parcel_->setObjectName(QStringLiteral("parcel"));
    for (const ParcelView &view : goods_->parcels) {
        if (!has_left(view.shipment.state))
            continue;
        parcel_->addItem(tr("%1 · %2").arg(GoodsWords::parcel(view.shipment), GoodsWords::content(*goods_, view)),
                         QString::fromStdString(view.shipment.shipment_no.text()));
        if (view.shipment.shipment_no == parcel)
            parcel_->setCurrentIndex(parcel_->count() - 1);
    }
    parcel_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    parcel_->setMinimumContentsLength(24);
    content()->addWidget(field(tr("Parcel"), parcel_));
}

QWidget *ExceptionSheet::build_fields()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::m);
    reason_->setObjectName(QStringLiteral("reason"));
    for (const ReasonCode code : {ReasonCode::Returned, ReasonCode::Lost, ReasonCode::Damaged})
        reason_->addItem(EnumWords::reason_code(code), static_cast<int>(code));
    amount_->setObjectName(QStringLiteral("amount"));
    amount_->setAlignment(Qt::AlignRight);
    note_->setObjectName(QStringLiteral("note"));
    note_->setMaxLength(500);
    note_->setPlaceholderText(tr("For colleagues; the customer does not see it"));
    grid->addWidget(field(tr("Reason"), reason_), 0, 0);
    grid->addWidget(field(tr("Smaller amount, if not all of it"), amount_), 0, 1);
    grid->addWidget(field(tr("Note"), note_), 0, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 2);
    return box;
}

const ParcelView *ExceptionSheet::parcel() const
{
    for (const ParcelView &view : goods_->parcels) {
        if (QString::fromStdString(view.shipment.shipment_no.text()) == parcel_->currentData().toString())
            return &view;
    }
    return nullptr;
}

void ExceptionSheet::parcel_chosen()
{
    const ParcelView *chosen = parcel();
    if (!chosen) {
        show_refusal(tr("No parcel has left yet: refund before shipment, or send it."));
        return;
    }
    reason_->setCurrentIndex(reason_->findData(static_cast<int>(reason_of(chosen->shipment.state))));
    lines_->propose(chosen->items);
}

void ExceptionSheet::choice_changed()
{
    again_->setVisible(!lines_->again().empty());
    ask_quote();
    refit();
}

std::optional<Money> ExceptionSheet::own_amount() const
{
    const auto amount = typed_amount(amount_->text(), goods_->order.paid.currency());
    return amount ? std::optional(*amount) : std::nullopt;
}

GoodsRefundDraft ExceptionSheet::refund_draft() const
{
    GoodsRefundDraft draft;
    draft.order_no = goods_->order.order_no;
    draft.ticket_no = ticket_no_;
    draft.lines = lines_->refunds();
    draft.amount = own_amount();
    draft.reason_code = static_cast<ReasonCode>(reason_->currentData().toInt());
    draft.note = note_->text().trimmed().toStdString();
    draft.requested_by = context_.person.name;
    return draft;
}

void ExceptionSheet::ask_quote()
{
    const int asked = ++serial_;
    quote_.reset();
    quote_error_.reset();
    asking_ = false;
    const auto draft = refund_draft();
    if (!amount_->text().trimmed().isEmpty() && !draft.amount)
        quote_error_ = typed_amount(amount_->text(), goods_->order.paid.currency()).error();
    else if (!draft.lines.empty())
        asking_ = true;
    if (!asking_)
        return show_state();
    set_primary_enabled(false);
    context_.goods.quote_refund(draft).then(this, [this, asked](const Result<RefundQuote> &quote) {
        if (asked != serial_)
            return;  // the choice has changed meanwhile
        asking_ = false;
        if (quote)
            quote_ = *quote;
        else
            quote_error_ = quote.error();
        show_state();
    });
}

void ExceptionSheet::show_state()
{
    if (asking_)
        return;
    lines_->show_quote(quote_ ? &*quote_ : nullptr);
    amount_->setPlaceholderText(quote_ ? tr("all of it: %1").arg(format().money(quote_->at_most)) : QString());
    after_->setText(quote_ ? GoodsWords::after(*quote_, *goods_, format()) : QString());
    after_->setVisible(quote_.has_value());
    const bool again = !lines_->again().empty();
    if (quote_error_)
        return show_refusal(ErrorWords::sentence(*quote_error_));
    if (!quote_ && !again)
        return show_nothing_chosen();
    if (const QString problem = again ? address_->problem() : QString(); !problem.isEmpty())
        return show_refusal(problem);
    const bool direct = !quote_ || within_limit(quote_->total, goods_->refunds);
    set_primary(action_text(direct));
    if (quote_) {
        show_limit(quote_->total, direct,
                   again ? tr("The refund goes to %1 at once and a label is bought for the new parcel.")
                               .arg(GoodsWords::where_paid(*goods_))
                         : tr("It goes to %1 at once.").arg(GoodsWords::where_paid(*goods_)));
        return;
    }
    strip()->set_message(Tone::Ok, tr("No money moves. A label is bought for the new parcel, and the customer is told "
                                      "its tracking number."));
    strip()->show();
    set_primary_enabled(true);
    refit();
}

void ExceptionSheet::show_nothing_chosen()
{
    set_primary(tr("Refund or send again"));
    const bool any = std::any_of(goods_->items.begin(), goods_->items.end(), [this](const OrderItem &item) {
        const UnitsLeft left = units_left(*goods_, item.order_item_id);
        return left.unused + left.partly > 0;
    });
    show_refusal(any ? tr("Choose how many units are refunded or sent again.")
                     : tr("No unit of this order is left: each was refunded or sent again."));
}

QString ExceptionSheet::action_text(bool direct) const
{
    const bool again = !lines_->again().empty();
    if (!quote_)
        return tr("Send 1 parcel");
    const QString amount = format().money(quote_->total);
    if (!direct)
        return again ? tr("Ask for approval of %1 and send 1 parcel").arg(amount)
                     : tr("Ask for approval of %1").arg(amount);
    return again ? tr("Refund %1 and send 1 parcel").arg(amount)
                 : tr("Refund %1 to %2").arg(amount, GoodsWords::where_paid(*goods_));
}

ExceptionDecision ExceptionSheet::decision() const
{
    ExceptionDecision decision;
    const ParcelView *chosen = parcel();
    if (quote_) {
        decision.refund = refund_draft();
        decision.refund->basis = GoodsWords::basis(
            *quote_, *goods_, format(),
            {tr("Order %1 · parcel %2 · %3")
                 .arg(QString::fromStdString(goods_->order.order_no.text()),
                      chosen ? GoodsWords::parcel(chosen->shipment) : QString(), reason_->currentText())});
    }
    if (!lines_->again().empty()) {
        decision.reship = ReshipDraft{.order_no = goods_->order.order_no,
                                      .ticket_no = ticket_no_,
                                      .lines = lines_->again(),
                                      .address = address_->changed_address(),
                                      .requested_by = context_.person.name};
    }
    return decision;
}

void ExceptionSheet::send()
{
    set_busy(true);
    context_.goods.decide_exception(decision()).then(this, [this](const Result<ExceptionOutcome> &outcome) {
        if (!outcome)
            return refuse_with(outcome.error());
        QStringList done;
        if (const auto &refund = outcome->refund) {
            const QString number = QString::fromStdString(refund->refund_no.text());
            const QString amount = format().money(refund->amount);
            done.append(refund->approval == ApprovalState::Waiting
                            ? tr("%1 of %2 waits for approval").arg(number, amount)
                            : tr("%1: %2 is being refunded").arg(number, amount));
        }
        if (outcome->shipment)
            done.append(
                tr("parcel %1 is sent again").arg(QString::fromStdString(outcome->shipment->shipment_no.text())));
        Q_EMIT finished(done.join(tr("; ")));
    });
}

}  // namespace aftercharge
