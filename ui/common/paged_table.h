// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item/paged_table_base.h"
#include "ui/common/data_table.h"
#include "ui/common/icons.h"

namespace aftercharge {

class EmptyState;

// A table whose rows come page by page. While there are none it says why: being read, none
// yet, none that match, or not readable with a way to try again.
class PagedTable : public DataTable {
    Q_OBJECT
public:
    explicit PagedTable(const ThemeController &themes, QWidget *parent = nullptr);

    void set_paged_model(PagedTableBase *model);
    // What stands there when there is nothing at all.
    void set_empty(IconName icon, const QString &title, const QString &sentence);
    // A search or filter is on: an empty table then says that nothing matches.
    void set_filtered(bool filtered);
    // Only these columns sort; a click on another leaves the arrow where it was.
    void set_sortable(std::function<bool(int column)> sortable, int column, Qt::SortOrder order);

Q_SIGNALS:
    // From the empty table: take search and filters away.
    void showAllRequested();

private:
    void dress();
    void keep_arrow(int column, Qt::SortOrder order);

    PagedTableBase *paged_ = nullptr;
    EmptyState *placeholder_;
    IconName icon_ = IconName::Table;
    QString title_;
    QString sentence_;
    QString trouble_;
    bool filtered_ = false;
    std::function<bool(int)> sortable_;
    int sorted_column_ = 0;
    Qt::SortOrder sorted_order_ = Qt::DescendingOrder;
};

}  // namespace aftercharge
