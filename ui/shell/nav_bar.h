// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include "ui/common/icons.h"

class QVBoxLayout;

namespace aftercharge {

class NavItem;
class ThemeController;

enum class PageId { Live, Tickets, Refunds, Claims, Orders, Approvals, Audit, Settings };

// The navigation at the left: one item a page, icons alone when the window is narrow.
class NavBar : public QWidget {
    Q_OBJECT
public:
    NavBar(const ThemeController &themes, QWidget *parent = nullptr);

    void add_page(PageId page, IconName icon, const QString &title);
    void set_count(PageId page, int count, bool urgent = false);
    void set_current(PageId page);
    void set_narrow(bool narrow);

Q_SIGNALS:
    void pageChosen(aftercharge::PageId page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
    QVBoxLayout *column_;
    QHash<PageId, NavItem *> items_;
};

}  // namespace aftercharge
