// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/goods_tabs.h"

#include <QItemSelectionModel>
#include <QSplitter>

#include "ui/common/data_table.h"
#include "ui/common/desk_context.h"
#include "ui/tickets/goods_rows.h"
#include "ui/tickets/remember_splitter.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

GoodsTabs::GoodsTabs(DeskContext &context, const PeopleNames &people, QWidget *parent)
    : DossierTabs(context, people, parent), format_(context.format)
{
    build_order();
    build_parcels();
    build_refunds();
    build_claims();
    add_words();
    add_earlier();
    build_money();
    add_timeline();
}

void GoodsTabs::build_order()
{
    lines_ = make_table(GoodsRows::line_headers(),
                        {{CellKind::Text, 170, 120, 1},
                         {CellKind::Number, 50, 44},
                         {CellKind::Number, 84, 72},
                         {CellKind::Number, 80, 66},
                         {CellKind::Number, 70, 60},
                         {CellKind::Money, 88, 76},
                         {CellKind::Number, 66, 62},
                         {CellKind::Number, 80, 72},
                         {CellKind::Number, 86, 84}},
                        QStringLiteral("goods_lines"), tr("The order has no lines."));
    addTab(lines_.view, {});
}

void GoodsTabs::build_parcels()
{
    parcels_ = make_table(GoodsRows::parcel_headers(),
                          {{CellKind::Id, 132, 130},
                           {CellKind::Chip, 112, 96},
                           {CellKind::Id, 170, 96},
                           {CellKind::Text, 170, 110, 1},
                           {CellKind::Number, 96, 92}},
                          QStringLiteral("parcels"), tr("Nothing of this order is to be sent yet."));
    parcel_log_ = make_table(GoodsRows::parcel_log_headers(),
                             {{CellKind::Text, 160, 160}, {CellKind::Wrapped, 200, 110, 1}, {CellKind::Text, 96, 90}},
                             QStringLiteral("parcel_log"), tr("Nothing happened to this parcel yet."));
    parcel_log_.view->set_row_height(Space::row_two_lines);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(titled(tr("Parcels: Enter says where one is"), parcels_.view));
    splitter->addWidget(titled(tr("What happened to the chosen parcel"), parcel_log_.view));
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({150, 300});
    remember_splitter(*splitter, context_.settings, QStringLiteral("tickets/split_parcels"));
    connect(parcels_.view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { show_parcel(now.row()); });
    connect(parcels_.view, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT parcelActivated(goods_->parcels[static_cast<std::size_t>(index.row())].shipment);
    });
    addTab(splitter, {});
}

void GoodsTabs::build_refunds()
{
    refunds_ = make_table(GoodsRows::refund_headers(),
                          {{CellKind::Id, 132, 130},
                           {CellKind::Text, 112, 104},
                           {CellKind::Text, 136, 100},
                           {CellKind::Chip, 122, 108},
                           {CellKind::Wrapped, 180, 100, 1},
                           {CellKind::Money, 96, 88}},
                          QStringLiteral("goods_refunds"), tr("Nothing was refunded or asked for."));
    refunds_.view->set_row_height(Space::row_two_lines);
    connect(refunds_.view, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT refundActivated(goods_->refunds[static_cast<std::size_t>(index.row())].refund_no);
    });
    addTab(refunds_.view, {});
}

void GoodsTabs::build_claims()
{
    claims_ = make_table(GoodsRows::claim_headers(),
                         {{CellKind::Id, 132, 130},
                          {CellKind::Id, 76, 72},
                          {CellKind::Text, 64, 62},
                          {CellKind::Chip, 132, 118},
                          {CellKind::Wrapped, 160, 96, 1},
                          {CellKind::Number, 86, 82},
                          {CellKind::Number, 86, 82},
                          {CellKind::Money, 86, 80}},
                         QStringLiteral("goods_claims"), tr("No claim was opened with the carrier."));
    claims_.view->set_row_height(Space::row_two_lines);
    connect(claims_.view, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT claimActivated(claims_of(*goods_)[static_cast<std::size_t>(index.row())].claim_no);
    });
    addTab(claims_.view, {});
}

void GoodsTabs::build_money()
{
    movements_ = make_table(GoodsRows::movement_headers(),
                            {{CellKind::Text, 160, 160},
                             {CellKind::Text, 190, 110, 1},
                             {CellKind::Text, 120, 76},
                             {CellKind::Text, 120, 76},
                             {CellKind::Money, 90, 76}},
                            QStringLiteral("goods_movements"), tr("No money has moved."));
    addTab(movements_.view, {});
}

void GoodsTabs::show_parcel(int row)
{
    const bool some = goods_ && row >= 0 && row < std::ssize(goods_->parcels);
    parcel_log_.model->set_rows(
        some ? GoodsRows(*goods_, format_, people_).parcel_log(goods_->parcels[static_cast<std::size_t>(row)])
             : QList<CellRow>());
}

void GoodsTabs::show_dossier(const TicketDossier &dossier, const Format &format)
{
    const int before = parcels_.view->currentIndex().row();
    const bool same = goods_ && goods_->order.order_no == dossier.goods->order.order_no;
    goods_ = dossier.goods;
    format_ = format;
    const GoodsRows rows(*goods_, format, people_);
    lines_.model->set_rows(rows.lines());
    parcels_.model->set_rows(rows.parcels());
    refunds_.model->set_rows(rows.refunds());
    claims_.model->set_rows(rows.claims());
    movements_.model->set_rows(rows.movements());
    int chosen = same && before >= 0 ? before : 0;
    for (int i = 0; !same && i < static_cast<int>(goods_->parcels.size()); ++i) {
        if (goods_->parcels[static_cast<std::size_t>(i)].shipment.shipment_no == dossier.ticket.shipment_no)
            chosen = i;
    }
    parcels_.view->selectRow(chosen);
    show_parcel(chosen);
    show_shared(dossier, format, goods_->order.paid.currency(), Words, Earlier, Timeline);
    set_caption(Order, tr("Order"), 0);
    set_caption(Parcels, tr("Parcels"), std::ssize(goods_->parcels));
    set_caption(Refunds, tr("Refunds"), std::ssize(goods_->refunds));
    set_caption(Claims, tr("Claims"), std::ssize(claims_of(*goods_)));
    set_caption(MoneyMoves, tr("Money"), 0);
}

}  // namespace aftercharge
