// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/refund_list.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>

#include "models/item/refund_table_model.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/enum_words.h"
#include "ui/common/export_table.h"
#include "ui/common/filter_chip.h"
#include "ui/common/find_field.h"
#include "ui/common/flow_layout.h"
#include "ui/common/follow_tables.h"
#include "ui/common/page_parts.h"
#include "ui/common/paged_table.h"
#include "ui/common/state_chip.h"
#include "ui/refunds/refund_view.h"
#include "ui/refunds/refund_words.h"
#include "ui/tickets/failed_refund_sheet.h"
#include "ui/tickets/goods_actions.h"
#include "ui/tickets/goods_words.h"

namespace aftercharge {

namespace {

struct Choice {
    std::optional<RefundStatus> status;
    std::optional<ApprovalState> approval;
};

// What the chips ask for, in their order.
constexpr std::array<Choice, 9> choices{{
    {{}, {}},
    {{}, ApprovalState::Waiting},
    {RefundStatus::Pending, {}},
    {RefundStatus::Success, {}},
    {RefundStatus::Unknown, {}},
    {RefundStatus::Fail, {}},
    {RefundStatus::Closed, {}},
    {RefundStatus::Reversed, {}},
    {{}, ApprovalState::SentBack},
}};

}  // namespace

RefundList::RefundList(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QWidget *list = make_list();
    row->addWidget(make_splitter(list, make_detail(), context.settings, QStringLiteral("refunds/splitter"), 55, 45));
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    show_refund(model_->row(current.row()));
            });
    connect(model_, &RefundTableModel::loaded, this, &RefundList::select_shown);
    connect(model_, &QAbstractItemModel::dataChanged, this, &RefundList::select_shown);
    follow_tables(context_.feed, this, {ChangedTable::Refunds, ChangedTable::GoodsOrders}, changed_rows_rest_ms,
                  [this] { model_->refresh(); });
    ask();
}

QWidget *RefundList::make_list()
{
    auto *card = new Card(context_.themes);
    card->set_title(tr("Refunds and adjustments"));
    find_ = new FindField(context_.themes, tr("Number, order, ticket"), this);
    card->add_action(find_);
    auto *save = new Button(context_.themes, ButtonRole::Pill, tr("Export"), card);
    card->add_action(save);
    card->body()->addWidget(make_chips(card));
    model_ = new RefundTableModel(context_.desk, RefundWords::table(context_.format), this);
    table_ = new PagedTable(context_.themes, card);
    table_->setAccessibleName(tr("Refunds and adjustments"));
    table_->set_paged_model(model_);
    table_->set_columns({{CellKind::Id, 122, 118},
                         {CellKind::Text, 138, 134},
                         {CellKind::Text, 110, 80, 0, false},
                         {CellKind::Id, 128, 118, 0, false},
                         {CellKind::Chip, 148, 144},
                         {CellKind::Text, 76, 52, 1},
                         {CellKind::Money, 84, 70},
                         {CellKind::Text, 76, 66},
                         {CellKind::Text, 150, 80, 0, false},
                         {CellKind::Id, 150, 80, 0, false}});
    table_->set_settings(&context_.settings, QStringLiteral("refunds/table"));
    table_->set_empty(IconName::Refunds, tr("No refunds yet"),
                      tr("A refund or an adjustment is asked for from its ticket."));
    card->body()->addWidget(table_, 1);
    const auto write = [this] {
        export_table(*table_, QStringLiteral("refunds.csv"), [this](const QString &text) { Q_EMIT toast(text); });
    };
    connect(save, &QPushButton::clicked, this, write);
    connect(table_, &DataTable::exportRequested, this, write);
    connect(find_, &FindField::searched, this, &RefundList::ask);
    connect(find_, &SearchField::escaped, table_, [this] { table_->setFocus(Qt::OtherFocusReason); });
    connect(table_, &PagedTable::showAllRequested, this, &RefundList::show_all);
    return card;
}

QWidget *RefundList::make_chips(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *flow = new FlowLayout(Space::s, row);
    flow->setContentsMargins(Space::m, 6, Space::m, Space::s);
    states_ = new QButtonGroup(this);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const QString text = choices[i].status     ? EnumWords::refund_status(*choices[i].status)
                             : choices[i].approval ? EnumWords::approval_state(*choices[i].approval)
                                                   : tr("All");
        auto *chip = new FilterChip(context_.themes, text, row);
        states_->addButton(chip, static_cast<int>(i));
        chip->setChecked(i == 0);
        flow->addWidget(chip);
    }
    connect(states_, &QButtonGroup::idClicked, this, &RefundList::ask);
    return row;
}

QWidget *RefundList::make_detail()
{
    auto *holder = new QWidget;
    stack_ = new QStackedLayout(holder);
    auto *none = new Card(context_.themes, holder);
    none->body()->addWidget(new EmptyState(context_.themes, IconName::Refunds, tr("No refund chosen"),
                                           tr("Choose one at the left to see its basis and its proof."), none));
    stack_->addWidget(none);
    card_ = new Card(context_.themes, holder);
    card_->set_title(QStringLiteral(" "));
    state_ = new StateChip(context_.themes, card_);
    card_->add_header_widget(state_);
    ticket_ = new Button(context_.themes, ButtonRole::Secondary, tr("Open ticket"), card_);
    card_->add_action(ticket_);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Space::m, Space::s, Space::m, 0);
    failure_ = new Banner(context_.themes, card_);
    failure_->setObjectName(QStringLiteral("failure"));
    failure_->set_action(tr("Retry or settle by hand…"));
    failure_->hide();
    strip->addWidget(failure_);
    card_->body()->addLayout(strip);
    view_ = new RefundView(context_, card_);
    card_->body()->addWidget(view_, 1);
    connect(failure_, &Banner::actionTriggered, this, &RefundList::open_failed);
    connect(view_, &RefundView::goodsRead, this, &RefundList::show_failure);
    connect(view_, &RefundView::batchRequested, this, &RefundList::batchRequested);
    key_ = new QShortcut(QKeySequence(Qt::Key_F), this);
    key_->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key_, &QShortcut::activated, this, [this] {
        if (failure_->isVisible())
            open_failed();
    });
    stack_->addWidget(card_);
    connect(ticket_, &QPushButton::clicked, this, [this] { Q_EMIT ticketRequested(view_->refund()->ticket_no); });
    return holder;
}

void RefundList::ask()
{
    const Choice &choice = choices[static_cast<std::size_t>(states_->checkedId())];
    table_->set_filtered(states_->checkedId() != 0 || !find_->search_text().empty());
    model_->set_filter(choice.status, choice.approval, find_->search_text());
}

void RefundList::show_all()
{
    find_->clear();
    states_->button(0)->setChecked(true);
    ask();
}

void RefundList::select_shown()
{
    if (model_->rowCount() == 0) {
        stack_->setCurrentIndex(0);
        return;
    }
    const auto &shown = view_->refund();
    const int found = shown ? model_->row_of([&](const Refund &row) { return row.refund_no == shown->refund_no; }) : 0;
    const int row = std::max(found, 0);
    table_->selectRow(row);
    show_refund(model_->row(row));
}

void RefundList::show_refund(const Refund &refund)
{
    const bool seen = stack_->currentWidget() == card_ && view_->refund() == refund;
    if (seen)
        return;
    card_->set_title(QString::fromStdString(refund.refund_no.text()), EnumWords::refund_kind(refund.kind));
    state_->set_state(refund_tone(refund), refund_shape(refund), RefundWords::state(refund));
    ticket_->setVisible(!refund.ticket_no.is_empty());
    ticket_->setText(tr("Open %1").arg(QString::fromStdString(refund.ticket_no.text())));
    ticket_->updateGeometry();
    view_->show_refund(refund);
    show_failure();
    stack_->setCurrentWidget(card_);
}

// Of goods only, and only while nothing else stands in for it.
void RefundList::show_failure()
{
    const auto goods = view_->goods();
    const bool stands = goods && waits_for_a_person(*view_->refund(), goods->refunds);
    failure_->setVisible(stands);
    if (stands)
        failure_->set_message(Tone::Bad, GoodsWords::failure(*view_->refund(), GoodsWords::where_paid(*goods)));
}

void RefundList::open_failed()
{
    const auto goods = view_->goods();
    if (!goods)
        return;
    close_sheet();
    auto *sheet = new FailedRefundSheet(context_, goods, *view_->refund(), context_.format, this);
    sheet_ = sheet;
    key_->setEnabled(false);  // letters belong to the sheet while it is open
    connect(sheet, &Sheet::cancelled, this, &RefundList::close_sheet);
    connect(sheet, &GoodsSheet::finished, this, [this](const QString &done) {
        close_sheet();
        Q_EMIT toast(done);
        model_->refresh();
        view_->show_refund(*view_->refund());
    });
    connect(sheet, &GoodsSheet::outdated, model_, &RefundTableModel::refresh);
    sheet->open();
}

void RefundList::close_sheet()
{
    if (!sheet_)
        return;
    auto *closing = static_cast<Sheet *>(sheet_.data());
    sheet_.clear();
    closing->close_sheet();
    closing->deleteLater();
    key_->setEnabled(true);
}

void RefundList::focusInEvent(QFocusEvent *)
{
    table_->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
