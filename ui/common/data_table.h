// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

#include <QHash>
#include <QList>
#include <QTableView>

#include "models/domain/error.h"

class QIODevice;
class QMenu;
class QSettings;

namespace aftercharge {

class TableHeader;
class ThemeController;

enum class CellKind { Text, Number, Money, Chip, Soc, Id, Wrapped };

struct ColumnSpec {
    CellKind kind = CellKind::Text;
    int width = 80;     // wanted, px
    int minimum = 40;   // never narrower
    int stretch = 0;    // share of what is left over
    bool shown = true;  // at first; the person may choose otherwise
};

// A table as every page has it: rows of 31 px, horizontal hairlines only, whole rows
// selected, sorted by a click on the header (the model sorts), columns that fill the width
// without a scroll bar, a menu on the header that shows and hides columns. Sorting begins
// with setSortingEnabled(true).
class DataTable : public QTableView {
    Q_OBJECT
public:
    explicit DataTable(const ThemeController &themes, QWidget *parent = nullptr);

    void set_columns(const QList<ColumnSpec> &columns);
    // Columns, order, widths and sorting are read from and kept under `key`. Not owned.
    void set_settings(QSettings *settings, const QString &key);
    void set_compact(bool compact);
    void set_row_height(int height);  // Space::row, row_compact, row_two_lines
    // Shown instead of rows while there are none; owned from now on.
    void set_placeholder(QWidget *placeholder);
    void setModel(QAbstractItemModel *model) override;

    QList<int> shown_columns() const;  // logical, in the order seen
    // What is seen, as RFC 4180 CSV (models/item/table_csv.h).
    Result<std::int64_t> export_csv(QIODevice &device, std::function<bool(int row)> keep_going = {}) const;
    // The menu of the header, also for a button of the page. Owned by the caller.
    QMenu *make_column_menu();

Q_SIGNALS:
    void rowActivated(const QModelIndex &index);  // Enter or double click
    void exportRequested();                       // from the menu of the header

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void dress_columns();
    void fit_columns(int keep = -1);
    void column_dragged(int column, int width);
    void restore();
    void save();
    void reset_columns();
    void show_placeholder();

    const ThemeController &themes_;
    TableHeader *header_;
    QList<ColumnSpec> columns_;
    QHash<int, int> chosen_widths_;
    QSettings *settings_ = nullptr;
    QString key_;
    QWidget *placeholder_ = nullptr;
    int dressed_count_ = 0;
    bool fitting_ = false;
};

}  // namespace aftercharge
