// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/cell_table.h"

#include <QBoxLayout>
#include <QLabel>

#include "ui/common/desk_context.h"
#include "ui/common/labels.h"
#include "ui/common/page_parts.h"

namespace aftercharge {

namespace {

constexpr int empty_height = 66;  // the header, and the sentence below it

}  // namespace

void CellTable::show_rows(QList<CellRow> rows) const
{
    model->set_rows(std::move(rows));
    fit_height(*view);
    if (model->rowCount() == 0)
        view->setFixedHeight(empty_height);
}

CellTable add_cell_table(QBoxLayout &column, const DeskContext &context, const QString &name,
                         const QStringList &headers, const QList<ColumnSpec> &columns, const QString &empty)
{
    CellTable table;
    table.view = new DataTable(context.themes);
    table.model = new CellTableModel(headers, table.view);
    table.view->setModel(table.model);
    table.view->set_columns(columns);
    table.view->set_compact(true);
    table.view->setAccessibleName(name);
    auto *none = make_label(LabelRole::Muted, empty);
    none->setAlignment(Qt::AlignCenter);
    table.view->set_placeholder(none);
    column.addWidget(table.view);
    return table;
}

}  // namespace aftercharge
