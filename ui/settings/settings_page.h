// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/common/desk_context.h"
#include "ui/common/icons.h"

class QStackedWidget;
class QVBoxLayout;

namespace aftercharge {

class NavItem;

enum class SettingsSection { Network, Operators, ChargePoints, Tariffs, Appearance, Keys };

// What the network is made of, who may do what, and how the desk looks.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(DeskContext &context, QWidget *parent = nullptr);
    void show_section(SettingsSection section);

Q_SIGNALS:
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void add_section(IconName icon, const QString &title, QWidget *section);

    DeskContext &context_;
    QVBoxLayout *items_column_;
    QStackedWidget *stack_;
    QList<NavItem *> items_;
};

}  // namespace aftercharge
