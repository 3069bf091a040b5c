// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/data_table.h"
#include "ui/tickets/cell_table_model.h"

class QBoxLayout;

namespace aftercharge {

struct DeskContext;

// A short table inside of a column that scrolls: as high as its rows, with a sentence where
// there are none.
struct CellTable {
    DataTable *view = nullptr;
    CellTableModel *model = nullptr;

    void show_rows(QList<CellRow> rows) const;
};

// Adds one below what the column has. `name` is what a screen reader says.
CellTable add_cell_table(QBoxLayout &column, const DeskContext &context, const QString &name,
                         const QStringList &headers, const QList<ColumnSpec> &columns, const QString &empty);

}  // namespace aftercharge
