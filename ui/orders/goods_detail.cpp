// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/goods_detail.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>

#include "models/item/goods_table_model.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_words.h"
#include "ui/common/fact_list.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/page_parts.h"
#include "ui/common/state_chip.h"
#include "ui/orders/goods_order_words.h"
#include "ui/tickets/goods_rows.h"
#include "ui/tickets/goods_words.h"

namespace aftercharge {

GoodsDetail::GoodsDetail(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), stack_(new QStackedLayout(this))
{
    auto *none = new Card(context.themes, this);
    empty_ = new EmptyState(context.themes, IconName::Orders, tr("No order chosen"),
                            tr("Choose an order at the left to see its lines, parcels and refunds."), none);
    none->body()->addWidget(empty_);
    stack_->addWidget(none);
    build_card();
    stack_->addWidget(card_);
    context_.desk.operators().then(this, [this](const Result<std::vector<Operator>> &people) {
        if (!people)
            return;
        people_.set(*people);
        if (goods_)
            show_tables();
    });
}

void GoodsDetail::build_card()
{
    card_ = new Card(context_.themes, this);
    state_ = new StateChip(context_.themes, card_);
    card_->set_title(QStringLiteral(" "));
    card_->add_header_widget(state_);
    auto *ticket = new Button(context_.themes, ButtonRole::Secondary, tr("Open ticket"), card_);
    ticket->setObjectName(QStringLiteral("open_ticket"));
    card_->add_action(ticket);
    connect(ticket, &QPushButton::clicked, this, [this] { Q_EMIT openTicketRequested(order_no_); });
    QBoxLayout *column = nullptr;
    card_->body()->addWidget(make_scroll_column(column), 1);
    trouble_ = new Banner(context_.themes, card_);
    trouble_->hide();
    lock_ = new Banner(context_.themes, card_);
    lock_->setObjectName(QStringLiteral("lock"));
    lock_->hide();
    origin_ = make_label(LabelRole::Muted, {}, card_);
    origin_->setWordWrap(true);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Space::m, Space::s, Space::m, 0);
    head->setSpacing(Space::xs);
    for (QWidget *part : std::initializer_list<QWidget *>{trouble_, lock_, origin_})
        head->addWidget(part);
    column->addLayout(head);
    build_figures(*column);
    build_lines(*column);
    build_parcels(*column);
    build_money(*column);
    column->addStretch(1);
}

void GoodsDetail::build_figures(QBoxLayout &column)
{
    const auto tile = [this](const QString &caption) {
        return new KpiTile(context_.themes, KpiTile::Look::Plain, caption, card_);
    };
    paid_ = tile(tr("Paid"));
    refunded_ = tile(tr("Refunded"));
    refundable_ = tile(tr("Can be refunded"));
    gateway_ = tile(tr("Gateway allows"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::m, Space::s, Space::m, 0);
    row->setSpacing(Space::s);
    for (KpiTile *figure : {paid_, refunded_, refundable_, gateway_})
        row->addWidget(figure);
    column.addLayout(row);
}

void GoodsDetail::build_lines(QBoxLayout &column)
{
    add_heading(column, tr("Lines"));
    lines_ = add_cell_table(column, context_, tr("Lines"), GoodsRows::line_headers(),
                            {{CellKind::Text, 120, 90, 1},
                             {CellKind::Number, 46, 42},
                             {CellKind::Number, 78, 70, 0, false},
                             {CellKind::Number, 82, 80},
                             {CellKind::Number, 58, 52},
                             {CellKind::Money, 84, 76},
                             {CellKind::Number, 66, 60, 0, false},
                             {CellKind::Number, 80, 72},
                             {CellKind::Number, 66, 60, 0, false}},
                            tr("The order has no lines."));
    add_heading(column, tr("Discounts"), tr("allocated once, when the order was taken"), HeadingLine::None);
    discounts_ = add_cell_table(column, context_, tr("Discounts"), GoodsOrderWords::discount_headers(),
                                {{CellKind::Id, 120, 80}, {CellKind::Text, 180, 100, 1}, {CellKind::Money, 90, 76}},
                                tr("The order has no discounts."));
    add_heading(column, tr("Payment"), {}, HeadingLine::None);
    payment_ = new FactList(card_);
    column.addWidget(payment_);
}

void GoodsDetail::build_parcels(QBoxLayout &column)
{
    add_heading(column, tr("Parcels"));
    parcels_ = add_cell_table(column, context_, tr("Parcels"), GoodsRows::parcel_headers(),
                              {{CellKind::Id, 122, 120},
                               {CellKind::Chip, 108, 92},
                               {CellKind::Id, 130, 90},
                               {CellKind::Text, 120, 90, 1},
                               {CellKind::Number, 86, 84}},
                              tr("Nothing of this order is to be sent yet."));
    add_heading(column, tr("What happened to the chosen parcel"), tr("oldest first"), HeadingLine::None);
    address_ = make_label(LabelRole::Muted, {}, card_);
    address_->setWordWrap(true);
    address_->setContentsMargins(Space::m, 0, Space::m, Space::xs);
    column.addWidget(address_);
    parcel_log_ = add_cell_table(column, context_, tr("What happened to the chosen parcel"),
                                 GoodsRows::parcel_log_headers(),
                                 {{CellKind::Text, 160, 158}, {CellKind::Text, 200, 110, 1}, {CellKind::Text, 84, 70}},
                                 tr("Nothing happened to this parcel yet."));
    connect(parcels_.view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { show_parcel(now.row()); });
}

void GoodsDetail::build_money(QBoxLayout &column)
{
    add_heading(column, tr("Refunds"));
    refunds_ = add_cell_table(column, context_, tr("Refunds of the order"), GoodsRows::refund_headers(),
                              {{CellKind::Id, 118, 112},
                               {CellKind::Text, 100, 70},
                               {CellKind::Text, 110, 70, 0, false},
                               {CellKind::Chip, 112, 100},
                               {CellKind::Text, 126, 126, 1},
                               {CellKind::Money, 84, 76}},
                              tr("Nothing was refunded or asked for."));
    add_heading(column, tr("Claims"), {}, HeadingLine::None);
    claims_ = add_cell_table(column, context_, tr("Claims of the order"), GoodsRows::claim_headers(),
                             {{CellKind::Id, 118, 112},
                              {CellKind::Id, 118, 112, 0, false},
                              {CellKind::Text, 56, 50},
                              {CellKind::Chip, 120, 108},
                              {CellKind::Text, 116, 116, 1},
                              {CellKind::Number, 80, 70},
                              {CellKind::Number, 80, 70, 0, false},
                              {CellKind::Money, 80, 70}},
                             tr("No claim was opened with the carrier."));
    add_heading(column, tr("Movements of money"), {}, HeadingLine::None);
    movements_ = add_cell_table(column, context_, tr("Movements of money"), GoodsRows::movement_headers(),
                                {{CellKind::Text, 160, 158},
                                 {CellKind::Text, 130, 90, 1},
                                 {CellKind::Text, 84, 60},
                                 {CellKind::Text, 84, 60},
                                 {CellKind::Money, 84, 76}},
                                tr("No money has moved."));
    add_heading(column, tr("Order log"), tr("oldest first"), HeadingLine::None);
    log_ = add_cell_table(
        column, context_, tr("Order log"), GoodsOrderWords::log_headers(),
        {{CellKind::Text, 138, 130}, {CellKind::Text, 110, 80}, {CellKind::Text, 150, 90, 1}, {CellKind::Text, 84, 60}},
        tr("Nothing happened yet."));
}

void GoodsDetail::show_order(const OrderNo &order_no)
{
    const bool other = order_no != order_no_;
    order_no_ = order_no;
    if (other) {
        goods_.reset();
        empty_->set_content(IconName::Orders, tr("Reading %1…").arg(QString::fromStdString(order_no.text())), {});
        stack_->setCurrentIndex(0);
    }
    context_.goods.goods_order(order_no).then(this, [this, order_no](const Result<GoodsDossier> &goods) {
        if (order_no != order_no_)
            return;
        if (goods)
            came(*goods);
        else
            refused(goods.error());
    });
}

void GoodsDetail::refused(const Error &error)
{
    const QString sentence = ErrorWords::sentence(error);
    if (!goods_) {
        empty_->set_content(IconName::Warning, tr("This order could not be read"), sentence);
        return;
    }
    trouble_->set_message(Tone::Warn, tr("What you see may be old. %1").arg(sentence));
    trouble_->show();
}

void GoodsDetail::came(const GoodsDossier &goods)
{
    const bool other = !goods_;
    goods_ = goods;
    const GoodsOrder &order = goods.order;
    trouble_->hide();
    card_->set_title(QString::fromStdString(order.order_no.text()));
    const Tone tone = goods_order_tone(order);
    state_->set_state(tone, tone_shape(tone), GoodsOrderWords::state(order));
    origin_->setText(GoodsOrderWords::origin(order, context_.format));
    lock_->setVisible(!order.locked_by.is_empty());
    lock_->set_message(Tone::Warn, tr("Nothing of it may be shipped until refund %1 has ended.")
                                       .arg(QString::fromStdString(order.locked_by.text())));
    show_figures();
    show_tables();
    if (other && !goods.parcels.empty())
        parcels_.view->selectRow(0);
    show_parcel(parcels_.view->currentIndex().row());
    stack_->setCurrentWidget(card_);
}

void GoodsDetail::show_figures()
{
    const Format &format = context_.format;
    paid_->set_value(format.money(goods_->order.paid), GoodsWords::where_paid(*goods_));
    refunded_->set_value(format.money(goods_->order.refunded), tr("has arrived"));
    refunded_->set_tone(goods_->order.refunded.is_positive() ? Tone::Info : Tone::Neutral);
    refundable_->set_value(format.money(goods_->refundable), tr("not promised"));
    gateway_->set_value(format.money(goods_->gateway_allows), tr("at most, in all"));
}

void GoodsDetail::show_tables()
{
    const GoodsRows rows(*goods_, context_.format, people_);
    lines_.show_rows(rows.lines());
    discounts_.show_rows(GoodsOrderWords::discounts(*goods_, context_.format));
    payment_->set_facts(GoodsOrderWords::payment(*goods_, context_.format));
    parcels_.show_rows(rows.parcels());
    refunds_.show_rows(rows.refunds());
    claims_.show_rows(rows.claims());
    movements_.show_rows(rows.movements());
    log_.show_rows(GoodsOrderWords::log(*goods_, context_.format, people_));
}

void GoodsDetail::show_parcel(int row)
{
    const bool some = goods_ && row >= 0 && row < std::ssize(goods_->parcels);
    if (!some) {
        address_->hide();
        parcel_log_.show_rows({});
        return;
    }
    const ParcelView &parcel = goods_->parcels[static_cast<std::size_t>(row)];
    const QString where = GoodsWords::address(parcel.address);
    address_->setText(where);
    address_->setVisible(!where.isEmpty());
    parcel_log_.show_rows(GoodsRows(*goods_, context_.format, people_).parcel_log(parcel));
}

}  // namespace aftercharge
