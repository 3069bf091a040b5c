// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/common/desk_context.h"
#include "ui/decisions/batch_reader.h"

namespace aftercharge {

class Banner;
class BusyBar;
class CellTableModel;
class DataTable;

// What came of a batch, a row an order, for sheets: how far it is while it is carried out, then
// the sum of it in a sentence.
class BatchResult : public QWidget {
    Q_OBJECT
public:
    explicit BatchResult(DeskContext &context, QWidget *parent = nullptr);

    void show_batch(const BatchNo &batch_no);
    // Its approval is on its way: the rows that have a result already are counted.
    void watch(const BatchNo &batch_no);
    void stop();
    const std::optional<BatchView> &view() const { return reader_.view(); }
    DataTable *table() const { return table_; }
    QString sentence() const;

Q_SIGNALS:
    void resized();  // it may need another height

private:
    void dress();
    void show_rows(const BatchView &view);

    DeskContext &context_;
    BatchReader reader_;
    BusyBar *busy_;
    Banner *banner_;
    DataTable *table_;
    CellTableModel *model_;
    bool watching_ = false;
};

}  // namespace aftercharge
