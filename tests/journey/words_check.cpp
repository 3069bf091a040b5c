// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journey/words_check.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTabBar>

#include "tests/journey/keys.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/state_chip.h"
#include "ui/live/elided_label.h"
#include "ui/tickets/elided_heading.h"

namespace aftercharge {
namespace {

QString measures(const QWidget &widget, const QString &text)
{
    return QStringLiteral("\"%1\" %2x%3 of %4x%5")
        .arg(text)
        .arg(widget.width())
        .arg(widget.height())
        .arg(widget.sizeHint().width())
        .arg(widget.sizeHint().height());
}

bool is_cut(const QLabel &label)
{
    if (label.wordWrap())
        return label.height() < label.heightForWidth(label.width());
    return label.width() < label.sizeHint().width() || label.height() < label.fontMetrics().height();
}

// Where a widget with words is, when a person cannot see it at all.
bool is_seen(const QWidget &widget)
{
    return widget.isVisible() && !widget.visibleRegion().isEmpty();
}

}  // namespace

QStringList cut_off(const QWidget &root)
{
    QStringList found;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (is_seen(*label) && !label->text().isEmpty() && !qobject_cast<const ElidedLabel *>(label) && is_cut(*label))
            found.append(measures(*label, label->text()));
    }
    for (const QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        // A sign of one letter, as "⋯", is a picture.
        if (is_seen(*button) && button->text().size() > 1 && button->width() < button->sizeHint().width())
            found.append(measures(*button, button->text()));
    }
    for (const StateChip *chip : root.findChildren<StateChip *>()) {
        if (is_seen(*chip) && chip->width() < chip->sizeHint().width())
            found.append(measures(*chip, chip->accessibleName()));
    }
    for (const KpiTile *tile : root.findChildren<KpiTile *>()) {
        if (is_seen(*tile) && tile->width() < tile->minimumSizeHint().width())
            found.append(measures(*tile, tile->figure()));
    }
    for (const QTabBar *tabs : root.findChildren<QTabBar *>()) {
        if (is_seen(*tabs) && tabs->width() < tabs->sizeHint().width())
            found.append(measures(*tabs, tabs->tabText(0)));
    }
    return found;
}

QStringList nameless(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!is_seen(*widget) || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus) ||
            widget->focusProxy())
            continue;
        if (!keys::name_of(*widget).trimmed().isEmpty())
            continue;
        QString path = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        for (const QWidget *up = widget->parentWidget(); up && up != &root; up = up->parentWidget())
            path = QString::fromLatin1(up->metaObject()->className()) + QStringLiteral(" > ") + path;
        found.append(path);
    }
    return found;
}

}  // namespace aftercharge
