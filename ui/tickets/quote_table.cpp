// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/quote_table.h"

#include <QCoreApplication>

#include "ui/common/data_table.h"
#include "ui/common/theme.h"
#include "ui/tickets/cell_table_model.h"

namespace aftercharge {

namespace {

constexpr int header_height = 28;
constexpr int most_rows_shown = 6;

}  // namespace

DataTable *make_quote_table(const ThemeController &themes, CellTableModel *lines, int rows)
{
    auto *table = new DataTable(themes);
    table->setModel(lines);
    table->set_columns({{CellKind::Text, 190, 150, 1},
                        {CellKind::Number, 50, 44},
                        {CellKind::Number, 84, 70},
                        {CellKind::Number, 84, 70},
                        {CellKind::Number, 70, 60},
                        {CellKind::Number, 84, 70},
                        {CellKind::Money, 96, 84}});
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setFocusPolicy(Qt::NoFocus);
    table->setAccessibleName(QCoreApplication::translate("aftercharge::GoodsWords", "How the amount comes about"));
    table->setMinimumHeight(0);
    table->setFixedHeight(header_height + std::min(rows, most_rows_shown) * Space::row + 2);
    return table;
}

}  // namespace aftercharge
