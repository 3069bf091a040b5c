// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/cut_off.h"

#include <QtWidgets>

#include "ui/common/cell_delegate.h"
#include "ui/common/data_table.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"
#include "ui/tickets/elided_heading.h"

namespace aftercharge {

QStringList cut_off(QWidget &root, const ThemeController &themes)
{
    QStringList found;
    for (QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        if (label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                              : label->width() < label->sizeHint().width())
            found.append(label->text());
    }
    for (ElidedHeading *label : root.findChildren<ElidedHeading *>()) {
        if (label->isVisible() && label->width() < label->sizeHint().width())
            found.append(label->text());
    }
    for (QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            found.append(button->text());
    }
    for (DataTable *table : root.findChildren<DataTable *>()) {
        if (!table->isVisible())
            continue;
        if (table->horizontalScrollBar()->isVisible())
            found.append(QStringLiteral("scroll bar: ") + table->objectName());
        QFont caption = table->font();
        caption.setPixelSize(11);
        for (const int column : table->shown_columns()) {
            const QString head = table->model()->headerData(column, Qt::Horizontal).toString();
            if (QFontMetrics(caption).horizontalAdvance(head) + 16 > table->columnWidth(column))
                found.append(QStringLiteral("header: ") + head);
            if (qobject_cast<WrappedDelegate *>(table->itemDelegateForColumn(column)))
                continue;
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                const QString text = table->model()->index(row, column).data().toString();
                if (tabular_width(text, themes.theme().fonts.body) + 15 > table->columnWidth(column))
                    found.append(QStringLiteral("cell: ") + text);
            }
        }
    }
    for (QTabBar *tabs : root.findChildren<QTabBar *>()) {
        int width = 0;
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i)
            width += tabs->tabRect(i).width();
        if (width > tabs->parentWidget()->width())
            found.append(QStringLiteral("tabs"));
    }
    return found;
}

}  // namespace aftercharge
