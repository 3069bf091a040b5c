// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item/rows_table_model.h"
#include "ui/approvals/approval_queue.h"
#include "ui/common/card.h"

class QButtonGroup;
class QSortFilterProxyModel;

namespace aftercharge {

class DataTable;
class EmptyState;
class FilterChip;

// What waits, in one list: the most urgent first. Chips choose a kind, or the decided batches.
class ApprovalList : public Card {
    Q_OBJECT
public:
    explicit ApprovalList(DeskContext &context, QWidget *parent = nullptr);

    void refresh();
    // None: the list is empty.
    const ApprovalEntry *shown() const;
    // As it stands in the store now; null: it waits no more (and is no decided batch).
    const ApprovalEntry *find(const ApprovalSubject &subject) const;
    // Shows this batch, decided or not.
    void show_batch(const BatchNo &batch_no);
    DataTable *table() const { return table_; }

Q_SIGNALS:
    void chosen();  // by the person, or because the rows came anew
    void toast(const QString &text);

private:
    enum Part { Everything, Refunds, Claims, Batches, Decided, part_count };

    void make_chips();
    void make_table();
    std::vector<ApprovalEntry> rows_of(Part part) const;
    Part part() const;
    void choose_part();
    void dress_title();
    void fill();
    void tick();
    void select();
    void dress_empty(const QString &trouble);
    Duration left(const ApprovalEntry &entry) const;

    DeskContext &context_;
    ApprovalQueue queue_;
    QButtonGroup *parts_;
    std::array<FilterChip *, part_count> chips_{};
    RowsTableModel<ApprovalEntry> *model_;
    QSortFilterProxyModel *sorted_;
    DataTable *table_;
    EmptyState *empty_;
    ApprovalSubject subject_;
    int row_ = 0;
    bool decided_ = false;  // the part that is shown
    bool filling_ = false;
};

}  // namespace aftercharge
