// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

#include "models/workflow/refund_batch.h"
#include "ui/common/data_table.h"
#include "ui/common/format.h"
#include "ui/tickets/cell_table_model.h"

namespace aftercharge {

// How many rows of a batch stand how.
struct BatchCount {
    int refused = 0;
    int waiting = 0;
    int approved = 0;
    int voided = 0;
    int failed = 0;
    int sent_back = 0;
    int asked() const { return waiting + approved + voided + failed + sent_back; }
    int decided() const { return asked() - waiting; }
};
BatchCount count_rows(const BatchView &view);

class BatchWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::BatchWords)
public:
    // "the whole fee", "50 % of what was paid", "¥5.00 of each session"
    static QString share(const RefundBatch &batch, const Format &format);
    static QString percent(int permille, const Format &format);

    static QStringList headers();
    static QList<ColumnSpec> columns();
    static QList<CellRow> rows(const BatchView &view, const Format &format);
    // What became of a row, or why it gets nothing; empty where the state says everything.
    static QString why(const BatchRowView &row, const Format &format);
    // "6 approved, 1 voided, 1 failed": what came of those that were asked for.
    static QString result(const BatchView &view);
    // The same of a whole batch in a word, for lists.
    static QString state(const RefundBatch &batch);
    static Tone tone(const RefundBatch &batch);

private:
    static Cell state_cell(const BatchRowView &row);
};

}  // namespace aftercharge
