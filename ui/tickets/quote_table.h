// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace aftercharge {

class CellTableModel;
class DataTable;
class ThemeController;

// The lines of a refund in a sheet: GoodsWords::quote_headers, at most so many rows high.
DataTable *make_quote_table(const ThemeController &themes, CellTableModel *lines, int rows);

}  // namespace aftercharge
