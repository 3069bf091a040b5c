// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/refund_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include "models/workflow/refund_bounds.h"
#include "ui/common/basis_view.h"
#include "ui/common/error_words.h"
#include "ui/common/fact_list.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/page_parts.h"
#include "ui/refunds/refund_words.h"

namespace aftercharge {

RefundView::RefundView(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    const auto tile = [&](const QString &caption) {
        return new KpiTile(context.themes, KpiTile::Look::Plain, caption, this);
    };
    amount_ = tile(tr("This refund"));
    amount_->set_tone(Tone::Info);
    paid_ = tile(tr("Paid for the order"));
    before_ = tile(tr("Other refunds"));
    stays_ = tile(tr("Stays paid"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    QBoxLayout *column = nullptr;
    outer->addWidget(make_scroll_column(column));
    auto *figures = new QHBoxLayout;
    figures->setContentsMargins(Space::m, Space::s, Space::m, Space::xs);
    figures->setSpacing(Space::s);
    for (KpiTile *figure : {amount_, paid_, before_, stays_})
        figures->addWidget(figure);
    column->addLayout(figures);
    trouble_ = make_label(LabelRole::Warn, {}, this);
    trouble_->setWordWrap(true);
    trouble_->setContentsMargins(Space::m, 0, Space::m, Space::s);
    trouble_->hide();
    column->addWidget(trouble_);
    add_heading(*column, tr("How the amount was computed"), tr("as the requester saw it"));
    auto *frame = new QHBoxLayout;
    frame->setContentsMargins(Space::m, 0, Space::m, Space::m);
    basis_ = new BasisView(context.themes, this);
    frame->addWidget(basis_);
    column->addLayout(frame);
    add_heading(*column, tr("Request and decision"), context.format.zone_name());
    facts_ = new FactList(this);
    column->addWidget(facts_);
    column->addStretch(1);
}

void RefundView::show_refund(const Refund &refund)
{
    const bool other = !refund_ || refund_->refund_no != refund.refund_no;
    refund_ = refund;
    amount_->set_caption(refund.kind == RefundKind::Refund ? tr("This refund") : tr("This adjustment"));
    amount_->set_value(context_.format.money(refund.amount), tr("to the balance"));
    basis_->set_basis(refund.basis);
    facts_->set_facts(RefundWords::facts(refund, context_.format));
    if (other) {
        for (KpiTile *tile : {paid_, before_, stays_})
            tile->set_value(QStringLiteral("…"));
    }
    context_.desk.explain_order(refund.order_no)
        .then(this, [this, no = refund.refund_no](const Result<OrderExplanation> &order) {
            if (!refund_ || refund_->refund_no != no)
                return;
            trouble_->setVisible(!order);
            if (order)
                show_figures(*refund_, *order);
            else
                trouble_->setText(tr("The order could not be read. %1").arg(ErrorWords::sentence(order.error())));
        });
}

void RefundView::show_figures(const Refund &refund, const OrderExplanation &order)
{
    Money others = Money::zero(order.paid.currency());
    int count = 0;
    for (const Refund &other : order.refunds) {
        if (other.refund_no == refund.refund_no || !holds_money(other))
            continue;
        others = add(others, other.amount).value_or(others);
        ++count;
    }
    const auto rest = subtract(order.paid, others);
    const auto stays = rest && holds_money(refund) ? subtract(*rest, refund.amount) : rest;
    const Format &format = context_.format;
    paid_->set_value(format.money(order.paid), tr("fee %1").arg(format.money(order.order.fee)));
    before_->set_value(format.money(others), count == 0 ? tr("none") : tr("paid or asked for: %1").arg(count));
    stays_->set_value(stays ? format.money(*stays) : QStringLiteral("—"), tr("with the network"));
}

}  // namespace aftercharge
