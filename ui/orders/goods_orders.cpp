// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/goods_orders.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QSplitter>

#include "models/item/goods_table_model.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/enum_words.h"
#include "ui/common/export_table.h"
#include "ui/common/filter_chip.h"
#include "ui/common/find_field.h"
#include "ui/common/flow_layout.h"
#include "ui/common/follow_tables.h"
#include "ui/common/page_parts.h"
#include "ui/common/paged_table.h"
#include "ui/common/view_switch.h"
#include "ui/orders/goods_detail.h"
#include "ui/orders/goods_order_words.h"

namespace aftercharge {

namespace {

constexpr int all_states = 100;  // beside the values of GoodsOrderState

}  // namespace

GoodsOrders::GoodsOrders(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    detail_ = new GoodsDetail(context);
    row->addWidget(
        make_splitter(make_list(), detail_, context.settings, QStringLiteral("orders/goods_splitter"), 52, 48));
    connect(detail_, &GoodsDetail::openTicketRequested, this, &GoodsOrders::openTicketRequested);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && model_->row(current.row()).order_no != detail_->order_no())
                    detail_->show_order(model_->row(current.row()).order_no);
            });
    connect(model_, &GoodsTableModel::loaded, this, &GoodsOrders::select_shown);
    follow_tables(context_.feed, this,
                  {ChangedTable::GoodsOrders, ChangedTable::Shipments, ChangedTable::Refunds, ChangedTable::Claims},
                  changed_rows_rest_ms, [this] {
                      model_->refresh();
                      if (!detail_->order_no().is_empty())
                          detail_->show_order(detail_->order_no());
                  });
    ask();
}

QWidget *GoodsOrders::make_list()
{
    auto *card = new Card(context_.themes);
    card->set_title(tr("Orders"));
    switch_ = new ViewSwitch(context_.themes, {tr("Charging"), tr("Goods")}, card);
    switch_->setAccessibleName(tr("Kind of orders"));
    card->add_header_widget(switch_);
    find_ = new FindField(context_.themes, tr("Number, member, parcel"), this);
    card->add_action(find_);
    auto *save = new Button(context_.themes, ButtonRole::Pill, tr("Export"), card);
    card->add_action(save);
    card->body()->addWidget(make_chips(card));
    model_ = new GoodsTableModel(context_.goods, GoodsOrderWords::table(context_.format), this);
    table_ = new PagedTable(context_.themes, card);
    table_->setAccessibleName(tr("Goods orders"));
    table_->set_paged_model(model_);
    table_->set_columns({{CellKind::Id, 128, 122},
                         {CellKind::Text, 138, 134},
                         {CellKind::Chip, 118, 100, 1},
                         {CellKind::Text, 90, 60, 0, false},
                         {CellKind::Money, 92, 80},
                         {CellKind::Money, 92, 80},
                         {CellKind::Id, 122, 118, 0, false}});
    table_->set_settings(&context_.settings, QStringLiteral("orders/goods_table"));
    table_->set_sortable(&GoodsTableModel::is_sortable, GoodsTableModel::Ordered, Qt::DescendingOrder);
    table_->set_empty(IconName::Orders, tr("No goods orders yet"),
                      tr("They come from the shop: a file is imported by afterchargectl."));
    card->body()->addWidget(table_, 1);
    const auto write = [this] {
        export_table(*table_, QStringLiteral("goods-orders.csv"), [this](const QString &text) { Q_EMIT toast(text); });
    };
    connect(save, &QPushButton::clicked, this, write);
    connect(table_, &DataTable::exportRequested, this, write);
    connect(find_, &FindField::searched, this, &GoodsOrders::ask);
    connect(find_, &SearchField::escaped, table_, [this] { table_->setFocus(Qt::OtherFocusReason); });
    connect(table_, &PagedTable::showAllRequested, this, &GoodsOrders::show_all);
    return card;
}

QWidget *GoodsOrders::make_chips(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *flow = new FlowLayout(Space::s, row);
    flow->setContentsMargins(Space::m, 6, Space::m, Space::s);
    states_ = new QButtonGroup(this);
    const auto add = [&](const QString &text, int id) {
        auto *chip = new FilterChip(context_.themes, text, row);
        states_->addButton(chip, id);
        chip->setChecked(id == all_states);
        flow->addWidget(chip);
    };
    add(tr("All"), all_states);
    for (const GoodsOrderState state :
         {GoodsOrderState::Unpaid, GoodsOrderState::Paid, GoodsOrderState::Fulfilled, GoodsOrderState::Completed,
          GoodsOrderState::Refunded, GoodsOrderState::Cancelled})
        add(EnumWords::goods_order_state(state), static_cast<int>(state));
    connect(states_, &QButtonGroup::idClicked, this, &GoodsOrders::ask);
    return row;
}

void GoodsOrders::ask()
{
    const int id = states_->checkedId();
    const auto state = id == all_states ? std::nullopt : std::optional(static_cast<GoodsOrderState>(id));
    table_->set_filtered(state || !find_->search_text().empty());
    model_->set_filter(state, find_->search_text());
}

void GoodsOrders::show_all()
{
    find_->clear();
    states_->button(all_states)->setChecked(true);
    ask();
}

void GoodsOrders::show_order(const OrderNo &order_no)
{
    detail_->show_order(order_no);
    select_shown();
}

// The row of the shown order; with nothing shown yet, the first one.
void GoodsOrders::select_shown()
{
    if (model_->rowCount() == 0)
        return;
    const OrderNo &shown = detail_->order_no();
    const int row = shown.is_empty() ? 0
                                     : model_->row_of([&](const GoodsOrder &order) { return order.order_no == shown; });
    if (row >= 0)
        table_->selectRow(row);
    else
        table_->clearSelection();
}

void GoodsOrders::focusInEvent(QFocusEvent *)
{
    table_->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
