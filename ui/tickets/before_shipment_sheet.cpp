// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/before_shipment_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/data_table.h"
#include "ui/common/desk_context.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/quote_table.h"

namespace aftercharge {

BeforeShipmentSheet::BeforeShipmentSheet(DeskContext &context, std::shared_ptr<const GoodsDossier> goods,
                                         const TicketNo &ticket_no, const Format &format, QWidget *page)
    : GoodsSheet(context, format, 720, page), goods_(std::move(goods)), ticket_no_(ticket_no),
      lines_(new CellTableModel(GoodsWords::quote_headers(), this)), note_(new QLineEdit)
{
    build();
    set_primary(tr("Refund before shipment"));
    set_primary_enabled(false);
    connect(this, &Sheet::accepted, this, &BeforeShipmentSheet::send);
    hold_money(goods_->order.order_no);
    context_.goods.quote_refund(draft()).then(this, [this](const Result<RefundQuote> &quote) { take(quote); });
}

void BeforeShipmentSheet::build()
{
    setObjectName(QStringLiteral("beforeShipmentSheet"));
    set_title(tr("Refund before shipment"), QString::fromStdString(ticket_no_.text()));
    set_footer_note(tr("The order is locked against shipping until the refund ends."));
    add_words(
        tr("Order %1 · everything that is left of it").arg(QString::fromStdString(goods_->order.order_no.text())));
    add_words(steps().join(u'\n'))->setObjectName(QStringLiteral("steps"));
    table_ = make_quote_table(context_.themes, lines_, static_cast<int>(goods_->items.size()) + 1);
    content()->addWidget(table_);
    after_ = add_words({});
    note_->setObjectName(QStringLiteral("note"));
    note_->setMaxLength(500);
    note_->setPlaceholderText(tr("For colleagues; the customer does not see it"));
    content()->addWidget(field(tr("Note"), note_));
    finish_body();
}

QStringList BeforeShipmentSheet::steps() const
{
    QStringList steps;
    int number = 0;
    const auto add = [&](const QString &words) { steps.append(tr("%1. %2").arg(++number).arg(words)); };
    bool labels = false;
    for (const ParcelView &parcel : goods_->parcels) {
        const QString name = QString::fromStdString(parcel.shipment.shipment_no.text());
        const QString tracking = QString::fromStdString(parcel.shipment.tracking_no);
        if (parcel.shipment.state == ShipmentState::Created) {
            add(tr("Parcel %1 has no label yet: it is cancelled at once.").arg(name));
        } else if (parcel.shipment.state == ShipmentState::LabelCreated) {
            add(tr("Parcel %1: its label %2 is cancelled at %3.")
                    .arg(name, tracking, EnumWords::carrier(parcel.shipment.carrier)));
            labels = true;
        }
    }
    const QString where = GoodsWords::where_paid(*goods_);
    add(labels ? tr("When every label is cancelled, the refund goes to %1. If one cannot be cancelled, nothing is "
                    "refunded and the ticket comes back to you.")
                     .arg(where)
               : tr("There is no label to cancel: the refund goes to %1 at once.").arg(where));
    return steps;
}

GoodsRefundDraft BeforeShipmentSheet::draft() const
{
    GoodsRefundDraft draft;
    draft.order_no = goods_->order.order_no;
    draft.ticket_no = ticket_no_;
    draft.before_shipment = true;
    draft.reason_code = ReasonCode::CustomerRequest;
    draft.note = note_->text().trimmed().toStdString();
    draft.requested_by = context_.person.name;
    if (quote_) {
        QStringList before{
            tr("Order %1 · everything that is left of it").arg(QString::fromStdString(goods_->order.order_no.text()))};
        before.append(steps());
        draft.basis = GoodsWords::basis(*quote_, *goods_, format(), before);
    }
    return draft;
}

void BeforeShipmentSheet::take(const Result<RefundQuote> &quote)
{
    if (!quote) {
        show_refusal(ErrorWords::sentence(quote.error()));
        return;
    }
    quote_ = *quote;
    lines_->set_rows(GoodsWords::quote_rows(*quote_, *goods_, format()));
    after_->setText(GoodsWords::after(*quote_, *goods_, format()));
    show_verdict();
}

void BeforeShipmentSheet::show_verdict()
{
    if (!quote_->total.is_positive()) {
        show_refusal(tr("Nothing of this order is left: everything paid has gone back or is on its way."));
        return;
    }
    const bool direct = within_limit(quote_->total, goods_->refunds);
    const QString amount = format().money(quote_->total);
    set_primary(direct ? tr("Refund %1 to %2").arg(amount, GoodsWords::where_paid(*goods_))
                       : tr("Ask for approval of %1").arg(amount));
    show_limit(quote_->total, direct, tr("It begins at once; the customer is told when the money is on its way."));
}

void BeforeShipmentSheet::send()
{
    if (!quote_)
        return;
    set_busy(true);
    context_.goods.request_goods_refund(draft()).then(this, [this](const Result<Refund> &refund) {
        if (!refund)
            return refuse_with(refund.error());
        const QString number = QString::fromStdString(refund->refund_no.text());
        const QString amount = format().money(refund->amount);
        Q_EMIT finished(refund->approval == ApprovalState::Waiting
                            ? tr("%1 of %2 waits for approval").arg(number, amount)
                            : tr("%1: %2 is being refunded").arg(number, amount));
    });
}

}  // namespace aftercharge
