// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/charging_orders.h"

#include <algorithm>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QSplitter>

#include "models/item/order_table_model.h"
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
#include "ui/orders/batch_sheet.h"
#include "ui/orders/chosen_orders.h"
#include "ui/orders/order_detail.h"
#include "ui/orders/order_words.h"

namespace aftercharge {

namespace {

constexpr int all_states = 100;  // beside the values of OrderState

}  // namespace

ChargingOrders::ChargingOrders(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    detail_ = new OrderDetail(context);
    row->addWidget(make_splitter(make_list(), detail_, context.settings, QStringLiteral("orders/splitter"), 54, 46));
    connect(detail_, &OrderDetail::openTicketRequested, this, &ChargingOrders::openTicketRequested);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && model_->row(current.row()).order_no != detail_->order_no())
                    detail_->show_order(model_->row(current.row()).order_no);
            });
    connect(model_, &OrderTableModel::loaded, this, &ChargingOrders::select_shown);
    connect_batch();
    follow_feed();
    ask();
}

QWidget *ChargingOrders::make_list()
{
    auto *card = new Card(context_.themes);
    card->set_title(tr("Orders"));
    switch_ = new ViewSwitch(context_.themes, {tr("Charging"), tr("Goods")}, card);
    switch_->setAccessibleName(tr("Kind of orders"));
    card->add_header_widget(switch_);
    find_ = new FindField(context_.themes, tr("Number, point, member, card"), this);
    card->add_action(find_);
    auto *save = new Button(context_.themes, ButtonRole::Pill, tr("Export"), card);
    card->add_action(save);
    card->body()->addWidget(make_chips(card));
    strip_ = new ChosenOrders(context_, card);
    card->body()->addWidget(strip_);
    model_ = new OrderTableModel(context_.desk, OrderWords::table(context_.format), this);
    table_ = new PagedTable(context_.themes, card);
    table_->setAccessibleName(tr("Orders"));
    table_->set_paged_model(model_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->installEventFilter(this);
    table_->set_columns({{CellKind::Id, 122, 118},
                         {CellKind::Text, 138, 134},
                         {CellKind::Id, 88, 76},
                         {CellKind::Chip, 100, 84},
                         {CellKind::Text, 90, 60, 0, false},
                         {CellKind::Number, 58, 50},
                         {CellKind::Money, 76, 64, 1},
                         {CellKind::Money, 76, 64, 0, false},
                         {CellKind::Money, 70, 60, 0, false}});
    table_->set_settings(&context_.settings, QStringLiteral("orders/table"));
    table_->set_sortable(&OrderTableModel::is_sortable, OrderTableModel::Started, Qt::DescendingOrder);
    table_->set_empty(IconName::Orders, tr("No orders yet"), tr("An order appears here with the first session."));
    card->body()->addWidget(table_, 1);
    const auto write = [this] {
        export_table(*table_, QStringLiteral("orders.csv"), [this](const QString &text) { Q_EMIT toast(text); });
    };
    connect(save, &QPushButton::clicked, this, write);
    connect(table_, &DataTable::exportRequested, this, write);
    connect(find_, &FindField::searched, this, &ChargingOrders::ask);
    connect(find_, &SearchField::escaped, table_, [this] { table_->setFocus(Qt::OtherFocusReason); });
    connect(table_, &PagedTable::showAllRequested, this, &ChargingOrders::show_all);
    return card;
}

QWidget *ChargingOrders::make_chips(QWidget *parent)
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
    for (const OrderState state :
         {OrderState::Charging, OrderState::Settle, OrderState::Payed, OrderState::AfterSales, OrderState::Cancelled})
        add(EnumWords::order_state(state), static_cast<int>(state));
    connect(states_, &QButtonGroup::idClicked, this, &ChargingOrders::ask);
    return row;
}

void ChargingOrders::ask()
{
    const int id = states_->checkedId();
    const auto state = id == all_states ? std::nullopt : std::optional(static_cast<OrderState>(id));
    table_->set_filtered(state || !find_->search_text().empty());
    model_->set_filter(state, find_->search_text());
}

void ChargingOrders::show_all()
{
    find_->clear();
    states_->button(all_states)->setChecked(true);
    ask();
}

void ChargingOrders::follow_feed()
{
    follow_tables(context_.feed, this, {ChangedTable::Orders, ChangedTable::Refunds}, changed_rows_rest_ms,
                  [this] { model_->refresh(); });
    // The order that is shown is read again at once.
    connect(&context_.feed, &LiveFeed::rowsChanged, this, [this](const QList<Changed> &rows) {
        const std::string &shown = detail_->order_no().text();
        const bool again = std::any_of(rows.begin(), rows.end(), [&](const Changed &row) {
            return row.table == ChangedTable::Refunds ||
                   (row.table == ChangedTable::Orders && (row.id.empty() || row.id == shown));
        });
        if (again)
            show_again();
    });
    connect(&context_.feed, &LiveFeed::resynchronised, this, &ChargingOrders::show_again);
}

void ChargingOrders::show_again()
{
    if (!detail_->order_no().is_empty())
        detail_->show_order(detail_->order_no());
}

void ChargingOrders::show_order(const OrderNo &order_no)
{
    detail_->show_order(order_no);
    select_shown();
}

// The row of the shown order; with nothing shown yet, the first one.
void ChargingOrders::select_shown()
{
    if (model_->rowCount() == 0 || choose_again())
        return;
    const OrderNo &shown = detail_->order_no();
    const int row = shown.is_empty()
                        ? 0
                        : model_->row_of([&](const ChargingOrder &order) { return order.order_no == shown; });
    // Said outright: selectRow() would ask which keys are held, and add to what is chosen.
    if (row >= 0)
        table_->selectionModel()->setCurrentIndex(model_->index(row, 0),
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        table_->clearSelection();
}

void ChargingOrders::connect_batch()
{
    batch_sheet_ = new BatchSheet(context_, this);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChargingOrders::read_chosen);
    connect(strip_, &ChosenOrders::cleared, this, [this] {
        chosen_.clear();
        strip_->show_orders(chosen_);
        select_shown();
        table_->setFocus(Qt::OtherFocusReason);
    });
    connect(strip_, &ChosenOrders::refundRequested, this, &ChargingOrders::refund_chosen);
    auto *key = new QShortcut(QKeySequence(Qt::Key_B), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &ChargingOrders::refund_chosen);
    connect(batch_sheet_, &BatchSheet::requested, this, [this](const RefundBatch &batch) {
        const QString number = QString::fromStdString(batch.batch_no.text());
        const QString total = context_.format.money(batch.total);
        Q_EMIT toast(batch.approval == ApprovalState::Waiting
                         ? tr("%1 asked for: %2 in total. It waits for approval.").arg(number, total)
                         : tr("%1 approved: %2 in total.").arg(number, total));
        chosen_.clear();
        strip_->show_orders(chosen_);
        model_->refresh();
    });
    connect(batch_sheet_, &BatchSheet::batchRequested, this, &ChargingOrders::batchRequested);
}

void ChargingOrders::read_chosen()
{
    QModelIndexList rows = table_->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    chosen_.clear();
    if (rows.size() > 1) {
        for (const QModelIndex &row : rows)
            chosen_.push_back(model_->row(row.row()));
    }
    strip_->show_orders(chosen_);
}

// Rows that were read anew come without their selection. What is no longer in the list is not
// chosen any more.
bool ChargingOrders::choose_again()
{
    if (chosen_.empty())
        return false;
    QItemSelection rows;
    for (const ChargingOrder &order : chosen_) {
        const int row = model_->row_of([&](const ChargingOrder &one) { return one.order_no == order.order_no; });
        if (row >= 0)
            rows.select(model_->index(row, 0), model_->index(row, model_->columnCount() - 1));
    }
    if (rows.size() < 2) {
        chosen_.clear();
        strip_->show_orders(chosen_);
        return false;
    }
    table_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (!table_->currentIndex().isValid())
        table_->selectionModel()->setCurrentIndex(rows.first().topLeft(), QItemSelectionModel::NoUpdate);
    read_chosen();
    return true;
}

void ChargingOrders::refund_chosen()
{
    const auto *button = strip_->findChild<Button *>(QStringLiteral("refund_chosen"));
    if (batch_sheet_->is_open() || !strip_->isVisible() || !button->isVisible() || !button->isEnabled())
        return;
    std::vector<OrderNo> orders;
    for (const ChargingOrder &order : chosen_)
        orders.push_back(order.order_no);
    batch_sheet_->ask(orders);
}

// Space takes the current row into the choice, or out of it; Ctrl with the arrows goes on
// without losing it.
bool ChargingOrders::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == table_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space && table_->currentIndex().isValid()) {
        table_->selectionModel()->select(table_->currentIndex(),
                                         QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChargingOrders::focusInEvent(QFocusEvent *)
{
    table_->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
