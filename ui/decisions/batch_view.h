// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/common/desk_context.h"
#include "ui/decisions/batch_reader.h"
#include "ui/decisions/request_reader.h"
#include "ui/tickets/cell_table.h"

class QBoxLayout;
class QLabel;

namespace aftercharge {

class BusyBar;
class FactList;
class KpiTile;
class VotesView;

// A batch as one decision: how much of how many sessions, who has approved, why it was asked
// for, and a row a session with what came of it.
class BatchDetail : public QWidget {
    Q_OBJECT
public:
    explicit BatchDetail(DeskContext &context, QWidget *parent = nullptr);

    // Shows the batch at once and reads its rows; of the same batch they stay meanwhile.
    void show_batch(const RefundBatch &batch);
    void read_again() { reader_.read_again(); }
    const std::optional<RefundBatch> &batch() const { return batch_; }
    // Nothing until it was read.
    const std::optional<BatchView> &view() const { return reader_.view(); }
    std::optional<RequestFacts> facts() const;

Q_SIGNALS:
    void viewRead();

private:
    void build_figures(QBoxLayout &column);
    void dress();
    void show_rows();

    DeskContext &context_;
    BatchReader reader_;
    std::optional<RefundBatch> batch_;
    std::chrono::milliseconds life_ = default_approval_life;
    KpiTile *total_;
    KpiTile *sessions_;
    KpiTile *none_;
    VotesView *votes_;
    BusyBar *busy_;
    QLabel *trouble_;
    CellTable rows_;
    FactList *facts_;
};

}  // namespace aftercharge
