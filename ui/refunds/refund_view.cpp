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
#include "ui/decisions/changes_view.h"
#include "ui/decisions/picture_words.h"
#include "ui/decisions/votes_view.h"
#include "ui/refunds/refund_words.h"
#include "ui/tickets/goods_words.h"

namespace aftercharge {

RefundView::RefundView(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), reader_(context.approvals)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    QBoxLayout *column = nullptr;
    outer->addWidget(make_scroll_column(column));
    build_figures(*column);
    build_request(*column);
    trouble_ = make_label(LabelRole::Warn, {}, this);
    trouble_->setWordWrap(true);
    trouble_->setContentsMargins(Space::m, 0, Space::m, Space::s);
    trouble_->hide();
    column->addWidget(trouble_);
    build_items(*column);
    add_heading(*column, tr("How the amount was computed"), tr("as the requester saw it"));
    auto *frame = new QHBoxLayout;
    frame->setContentsMargins(Space::m, 0, Space::m, Space::m);
    basis_ = new BasisView(context.themes, this);
    frame->addWidget(basis_);
    column->addLayout(frame);
    build_seen(*column);
    add_heading(*column, tr("Request and decision"), context.format.zone_name());
    facts_ = new FactList(this);
    column->addWidget(facts_);
    column->addStretch(1);
}

void RefundView::build_figures(QBoxLayout &column)
{
    const auto tile = [this](const QString &caption) {
        return new KpiTile(context_.themes, KpiTile::Look::Plain, caption, this);
    };
    amount_ = tile(tr("This refund"));
    amount_->set_tone(Tone::Info);
    paid_ = tile(tr("Paid for the order"));
    before_ = tile(tr("Other refunds"));
    stays_ = tile(tr("Stays paid"));
    auto *figures = new QHBoxLayout;
    figures->setContentsMargins(Space::m, Space::s, Space::m, Space::xs);
    figures->setSpacing(Space::s);
    for (KpiTile *figure : {amount_, paid_, before_, stays_})
        figures->addWidget(figure);
    column.addLayout(figures);
}

void RefundView::build_request(QBoxLayout &column)
{
    votes_ = new VotesView(context_, this);
    column.addWidget(votes_);
    changes_ = new ChangesView(context_, this);
    column.addWidget(changes_);
    connect(votes_, &VotesView::batchRequested, this, &RefundView::batchRequested);
    connect(&reader_, &RequestReader::came, this, &RefundView::show_request);
    connect(&reader_, &RequestReader::failed, this, [this](const Error &error) {
        trouble_->setText(tr("Its approvals could not be read. %1").arg(ErrorWords::sentence(error)));
        trouble_->show();
    });
}

void RefundView::build_seen(QBoxLayout &column)
{
    seen_part_ = new QWidget(this);
    auto *part = new QVBoxLayout(seen_part_);
    part->setContentsMargins(0, 0, 0, 0);
    part->setSpacing(0);
    add_heading(*part, tr("What the requester saw"), tr("kept when it was asked for"));
    seen_ = new FactList(seen_part_);
    part->addWidget(seen_);
    seen_part_->hide();
    column.addWidget(seen_part_);
}

const ApprovalPicture *RefundView::seen_picture() const
{
    const auto &facts = reader_.facts();
    const bool waits = refund_ && refund_->approval == ApprovalState::Waiting;
    return waits && facts && facts->view ? &facts->view->picture : nullptr;
}

void RefundView::show_request()
{
    const RequestFacts &facts = *reader_.facts();
    const bool waits = refund_->approval == ApprovalState::Waiting;
    votes_->show_facts(facts, waits ? std::optional(refund_->created_at) : std::nullopt);
    changes_->show_view(facts.view);
    seen_part_->setVisible(facts.view.has_value());
    if (facts.view) {
        const ApprovalPicture &picture = facts.view->picture;
        seen_->set_facts(PictureWords(picture, context_.format, context_.network.currency).facts(picture));
    }
    if (const ApprovalPicture *picture = seen_picture())
        show_seen_figures(*picture);
    Q_EMIT requestRead();
}

void RefundView::show_seen_figures(const ApprovalPicture &picture)
{
    const auto show = [&](KpiTile *tile, std::string_view name, const QString &note) {
        const auto amount = PictureWords::amount(picture, name, context_.network.currency);
        tile->set_value(amount ? context_.format.money(*amount) : QStringLiteral("—"), note);
    };
    const QString seen = tr("when it was asked for");
    show(paid_, "paid", seen);
    show(before_, "refunded_before", seen);
    show(stays_, "stays", tr("with the network"));
}

void RefundView::build_items(QBoxLayout &column)
{
    items_part_ = new QWidget(this);
    auto *part = new QVBoxLayout(items_part_);
    part->setContentsMargins(0, 0, 0, 0);
    part->setSpacing(0);
    add_heading(*part, tr("Items"));
    items_ = add_cell_table(*part, context_, tr("Items"), {tr("Item"), tr("Units"), tr("Amount")},
                            {{CellKind::Text, 220, 120, 1}, {CellKind::Number, 60, 48}, {CellKind::Money, 96, 80}},
                            tr("No single items: it is of the whole order."));
    items_part_->hide();
    column.addWidget(items_part_);
}

void RefundView::show_refund(const Refund &refund)
{
    const bool other = !refund_ || refund_->refund_no != refund.refund_no;
    refund_ = refund;
    const bool goods = is_of_goods(refund.kind);
    amount_->set_caption(refund.kind == RefundKind::Adjustment ? tr("This adjustment")
                         : refund.kind == RefundKind::Coupon   ? tr("This coupon")
                                                               : tr("This refund"));
    amount_->set_value(context_.format.money(refund.amount), RefundWords::to(refund));
    basis_->set_basis(refund.basis);
    facts_->set_facts(RefundWords::facts(refund, context_.format));
    items_part_->setVisible(goods);
    if (other) {
        goods_.reset();
        votes_->clear();
        changes_->hide();
        seen_part_->hide();
        for (KpiTile *tile : {paid_, before_, stays_})
            tile->set_value(QStringLiteral("…"));
    }
    show_items();
    if (goods)
        ask_goods();
    else
        ask_charging();
    read_request();
}

void RefundView::read_request()
{
    reader_.read(refund_->refund_no.text(), refund_->amount);
}

void RefundView::ask_charging()
{
    context_.desk.explain_order(refund_->order_no)
        .then(this, [this, no = refund_->refund_no](const Result<OrderExplanation> &order) {
            if (!refund_ || refund_->refund_no != no)
                return;
            if (!order)
                return show_trouble(order.error());
            trouble_->hide();
            show_figures(order->paid, order->refunds, tr("fee %1").arg(context_.format.money(order->order.fee)));
        });
}

void RefundView::ask_goods()
{
    context_.goods.goods_order(refund_->order_no)
        .then(this, [this, no = refund_->refund_no](const Result<GoodsDossier> &order) {
            if (!refund_ || refund_->refund_no != no)
                return;
            if (!order)
                return show_trouble(order.error());
            trouble_->hide();
            goods_ = std::make_shared<const GoodsDossier>(*order);
            show_figures(order->order.paid, order->refunds, GoodsWords::where_paid(*order));
            show_items();
            Q_EMIT goodsRead();
        });
}

void RefundView::show_trouble(const Error &error)
{
    trouble_->setText(tr("The order could not be read. %1").arg(ErrorWords::sentence(error)));
    trouble_->show();
}

void RefundView::show_items()
{
    QList<CellRow> rows;
    for (const RefundItem &item : refund_->items) {
        const QString name = goods_ ? GoodsWords::item_name(*goods_, item.order_item_id)
                                    : QString::fromStdString(item.order_item_id.text());
        rows.append({Cell{.text = name, .tool_tip = name}, Cell{.text = context_.format.number(item.quantity)},
                     Cell{.text = context_.format.money(item.amount)}});
    }
    items_.show_rows(rows);
}

void RefundView::show_figures(const Money &paid, const std::vector<Refund> &all, const QString &paid_note)
{
    if (seen_picture())
        return;
    Money others = Money::zero(paid.currency());
    int count = 0;
    for (const Refund &other : all) {
        if (other.refund_no == refund_->refund_no || !holds_money(other))
            continue;
        others = add(others, other.amount).value_or(others);
        ++count;
    }
    const auto rest = subtract(paid, others);
    const auto stays = rest && holds_money(*refund_) ? subtract(*rest, refund_->amount) : rest;
    const Format &format = context_.format;
    paid_->set_value(format.money(paid), paid_note);
    before_->set_value(format.money(others), count == 0 ? tr("none") : tr("paid or asked for: %1").arg(count));
    stays_->set_value(stays ? format.money(*stays) : QStringLiteral("—"), tr("with the network"));
}

}  // namespace aftercharge
