// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/filter_chip.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/paged_table.h"

// What a test looks for in a page: by the name that a screen reader says, or the object's.
namespace aftercharge {

// The first of its kind that is to be seen on the page: a page may have several views.
template<typename Widget>
Widget *seen(const QWidget &page)
{
    for (Widget *found : page.findChildren<Widget *>()) {
        if (found->isVisibleTo(&page))
            return found;
    }
    return nullptr;
}

inline PagedTable *table_of(const QWidget &page)
{
    return seen<PagedTable>(page);
}

inline QString cell(const QAbstractItemView &view, int row, int column)
{
    return view.model()->index(row, column).data().toString();
}

inline FilterChip *chip(const QWidget &page, const QString &text)
{
    for (FilterChip *found : page.findChildren<FilterChip *>()) {
        if (found->accessibleName() == text)
            return found;
    }
    return nullptr;
}

inline KpiTile *tile(const QWidget &page, const QString &caption)
{
    for (KpiTile *found : page.findChildren<KpiTile *>()) {
        if (found->accessibleName().startsWith(caption + u':'))
            return found;
    }
    return nullptr;
}

inline DataTable *named_table(const QWidget &page, const QString &name)
{
    for (DataTable *found : page.findChildren<DataTable *>()) {
        if (found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

inline Button *button(const QWidget &page, const char *name)
{
    return page.findChild<Button *>(QLatin1String(name));
}

inline Banner *banner(const QWidget &page, const char *name)
{
    return page.findChild<Banner *>(QLatin1String(name));
}

}  // namespace aftercharge
