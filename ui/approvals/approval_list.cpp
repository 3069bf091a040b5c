// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approval_list.h"

#include <algorithm>

#include <QBoxLayout>
#include <QButtonGroup>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTimer>

#include "ui/approvals/approval_words.h"
#include "ui/common/button.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_words.h"
#include "ui/common/export_table.h"
#include "ui/common/filter_chip.h"
#include "ui/common/flow_layout.h"
#include "ui/decisions/expiry_words.h"

namespace aftercharge {

namespace {

constexpr int tick_ms = 20'000;

}  // namespace

ApprovalList::ApprovalList(DeskContext &context, QWidget *parent)
    : Card(context.themes, parent), context_(context), queue_(context)
{
    dress_title();
    make_chips();
    make_table();
    connect(&queue_, &ApprovalQueue::came, this, [this] {
        dress_empty({});
        fill();
    });
    connect(&queue_, &ApprovalQueue::failed, this, [this](const Error &error) {
        model_->set_rows({});
        dress_empty(ErrorWords::sentence(error));
        Q_EMIT chosen();
    });
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &ApprovalList::tick);
    clock->start(tick_ms);
    dress_empty({});
}

void ApprovalList::make_chips()
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(Space::s, row);
    flow->setContentsMargins(Space::m, 6, Space::m, Space::s);
    parts_ = new QButtonGroup(this);
    const QString names[] = {tr("All"), tr("Refunds"), tr("Claims"), tr("Batches"), tr("Decided batches")};
    for (int part = 0; part < part_count; ++part) {
        auto *chip = new FilterChip(context_.themes, names[part], row);
        chips_[static_cast<std::size_t>(part)] = chip;
        parts_->addButton(chip, part);
        chip->setChecked(part == Everything);
        flow->addWidget(chip);
    }
    body()->addWidget(row);
    connect(parts_, &QButtonGroup::idClicked, this, [this] {
        row_ = 0;
        subject_.clear();
        choose_part();
    });
}

// What waits begins with what expires first, what is decided with the newest.
void ApprovalList::choose_part()
{
    if (decided_ != (part() == Decided)) {
        decided_ = !decided_;
        dress_title();
        table_->sortByColumn(ApprovalWords::State, decided_ ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    dress_empty({});
    fill();
}

void ApprovalList::dress_title()
{
    if (decided_)
        set_title(tr("Decided batches"), tr("newest first"));
    else
        set_title(tr("Waiting for approval"), tr("what expires first at the top"));
}

void ApprovalList::refresh()
{
    queue_.refresh();
    if (queue_.is_reading())
        dress_empty({});
}

void ApprovalList::make_table()
{
    const auto left = [this](const ApprovalEntry &entry) { return this->left(entry); };
    model_ = new RowsTableModel<ApprovalEntry>(
        ApprovalWords::table(context_.format, left),
        [left](const ApprovalEntry &entry, int column, int role) {
            return ApprovalWords::look(entry, column, role, left);
        },
        this);
    sorted_ = new QSortFilterProxyModel(this);
    sorted_->setSortRole(CellRole::sort_key);
    sorted_->setSourceModel(model_);
    table_ = new DataTable(context_.themes, this);
    table_->setObjectName(QStringLiteral("waiting"));
    table_->setAccessibleName(tr("Waiting for approval"));
    table_->setModel(sorted_);
    table_->set_columns({{CellKind::Id, 122, 118},
                         {CellKind::Text, 104, 86, 1},
                         {CellKind::Text, 78, 74},
                         {CellKind::Money, 84, 70},
                         {CellKind::Text, 54, 52},
                         {CellKind::Chip, 120, 116},
                         {CellKind::Text, 138, 134, 0, false}});
    table_->setSortingEnabled(true);
    table_->set_settings(&context_.settings, QStringLiteral("approvals/table"));
    // However it was left: what expires first comes first.
    table_->sortByColumn(ApprovalWords::State, Qt::AscendingOrder);
    empty_ = new EmptyState(context_.themes, IconName::Approvals, tr("Nothing waits"));
    table_->set_placeholder(empty_);
    body()->addWidget(table_, 1);
    auto *save = new Button(context_.themes, ButtonRole::Pill, tr("Export"), this);
    add_action(save);
    const auto write = [this] {
        export_table(*table_, QStringLiteral("approvals.csv"), [this](const QString &text) { Q_EMIT toast(text); });
    };
    connect(save, &QPushButton::clicked, this, write);
    connect(table_, &DataTable::exportRequested, this, write);
    connect(empty_, &EmptyState::actionTriggered, this, &ApprovalList::refresh);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (filling_ || !current.isValid())
                    return;
                row_ = current.row();
                subject_ = subject_of(*shown());
                Q_EMIT chosen();
            });
}

ApprovalList::Part ApprovalList::part() const
{
    return static_cast<Part>(parts_->checkedId());
}

std::vector<ApprovalEntry> ApprovalList::rows_of(Part part) const
{
    if (part == Decided)
        return queue_.decided();
    std::vector<ApprovalEntry> rows;
    std::copy_if(queue_.waiting().begin(), queue_.waiting().end(), std::back_inserter(rows),
                 [part](const ApprovalEntry &entry) {
                     return part == Everything || (part == Refunds && entry.refund()) ||
                            (part == Claims && entry.claim()) || (part == Batches && entry.batch());
                 });
    return rows;
}

void ApprovalList::fill()
{
    for (const Part part : {Everything, Refunds, Claims, Batches}) {
        const int count = static_cast<int>(rows_of(part).size());
        chips_[part]->set_count(count > 0 ? std::optional(count) : std::nullopt);
    }
    {
        const QScopedValueRollback guard(filling_, true);
        model_->set_rows(rows_of(part()));
        select();
    }
    Q_EMIT chosen();
}

// The same entry again; where it is gone, the one that came up in its place.
void ApprovalList::select()
{
    const int rows = sorted_->rowCount();
    if (rows == 0) {
        subject_.clear();
        return;
    }
    int wanted = std::clamp(row_, 0, rows - 1);
    for (int row = 0; row < rows; ++row) {
        if (subject_of(model_->row(sorted_->mapToSource(sorted_->index(row, 0)).row())) == subject_)
            wanted = row;
    }
    row_ = wanted;
    table_->selectRow(wanted);
    subject_ = subject_of(*shown());
}

const ApprovalEntry *ApprovalList::shown() const
{
    const QModelIndex current = table_->currentIndex();
    return current.isValid() ? &model_->row(sorted_->mapToSource(current).row()) : nullptr;
}

const ApprovalEntry *ApprovalList::find(const ApprovalSubject &subject) const
{
    for (const auto *rows : {&queue_.waiting(), &queue_.decided()}) {
        for (const ApprovalEntry &entry : *rows) {
            if (subject_of(entry) == subject)
                return &entry;
        }
    }
    return nullptr;
}

void ApprovalList::show_batch(const BatchNo &batch_no)
{
    const ApprovalEntry *entry = find(batch_no.text());
    const bool waits = !entry || approval_of(*entry) == ApprovalState::Waiting;
    parts_->button(waits ? Batches : Decided)->setChecked(true);
    subject_ = batch_no.text();
    choose_part();
}

Duration ApprovalList::left(const ApprovalEntry &entry) const
{
    return asked_at(entry) + queue_.life() - ExpiryWords::now(context_);
}

// Time goes by also where nothing changes.
void ApprovalList::tick()
{
    if (const int rows = model_->rowCount(); rows > 0)
        Q_EMIT model_->dataChanged(model_->index(0, ApprovalWords::State),
                                   model_->index(rows - 1, ApprovalWords::State));
}

void ApprovalList::dress_empty(const QString &trouble)
{
    empty_->set_action({});
    if (!trouble.isEmpty()) {
        empty_->set_content(IconName::Warning, tr("This could not be read"), trouble);
        empty_->set_action(tr("Try again"));
    } else if (queue_.is_reading()) {
        empty_->set_content(IconName::Approvals, tr("Reading…"), {});
    } else if (part() == Decided) {
        empty_->set_content(IconName::Approvals, tr("No batch was decided yet"),
                            tr("Many sessions of one incident are refunded together from Orders."));
    } else {
        empty_->set_content(IconName::Approvals, tr("Nothing waits"),
                            tr("What is above the limit of the person who asks comes here by itself."));
    }
}

}  // namespace aftercharge
