// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/nav_bar.h"

#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

#include "ui/common/nav_item.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

NavBar::NavBar(const ThemeController &themes, QWidget *parent) : QWidget(parent), themes_(themes)
{
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    column_->setSpacing(2);
    column_->addStretch();
    set_narrow(false);
}

void NavBar::add_page(PageId page, IconName icon, const QString &title)
{
    auto *item = new NavItem(themes_, icon, title, this);
    const auto number = items_.size() + 1;
    item->set_key_hint(QStringLiteral("Ctrl ") + QString::number(number));
    item->setShortcut(QKeySequence(QStringLiteral("Ctrl+") + QString::number(number)));
    items_.insert(page, item);
    column_->insertWidget(column_->count() - 1, item);
    connect(item, &QAbstractButton::clicked, this, [this, page] { Q_EMIT pageChosen(page); });
}

void NavBar::set_count(PageId page, int count, bool urgent)
{
    if (NavItem *item = items_.value(page))
        item->set_count(count, urgent);
}

void NavBar::set_current(PageId page)
{
    if (NavItem *item = items_.value(page))
        item->setChecked(true);
}

void NavBar::set_narrow(bool narrow)
{
    setFixedWidth(narrow ? Space::navigation_narrow : Space::navigation);
    for (NavItem *item : std::as_const(items_))
        item->set_icon_only(narrow);
}

void NavBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themes_.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.navigation);
    painter.setPen(theme.border);
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

}  // namespace aftercharge
