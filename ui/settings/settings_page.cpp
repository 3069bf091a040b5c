// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include <QHBoxLayout>
#include <QStackedWidget>

#include "ui/common/card.h"
#include "ui/common/nav_item.h"
#include "ui/settings/appearance_section.h"
#include "ui/settings/charge_points_section.h"
#include "ui/settings/keys_section.h"
#include "ui/settings/network_section.h"
#include "ui/settings/operators_section.h"
#include "ui/settings/tariffs_section.h"

namespace aftercharge {

namespace {

constexpr int list_width = 190;  // a navigation and its hairlines

}  // namespace

SettingsPage::SettingsPage(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 12, 14, 12);
    row->setSpacing(10);
    auto *list = new Card(context.themes, this);
    list->set_title(tr("Settings"));
    list->setFixedWidth(list_width);
    items_column_ = new QVBoxLayout;
    items_column_->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    items_column_->setSpacing(2);
    list->body()->addLayout(items_column_);
    list->body()->addStretch(1);
    row->addWidget(list);
    stack_ = new QStackedWidget(this);
    row->addWidget(stack_, 1);
    add_section(IconName::Bolt, tr("Network"), new NetworkSection(context, stack_));
    auto *operators = new OperatorsSection(context, stack_);
    connect(operators, &OperatorsSection::toast, this, &SettingsPage::toast);
    add_section(IconName::User, tr("Operators"), operators);
    add_section(IconName::Plug, tr("Charge points"), new ChargePointsSection(context, stack_));
    add_section(IconName::Table, tr("Tariffs"), new TariffsSection(context, stack_));
    add_section(IconName::Sun, tr("Appearance"), new AppearanceSection(context, stack_));
    add_section(IconName::Key, tr("Keys"), new KeysSection(context, stack_));
    show_section(SettingsSection::Network);
}

void SettingsPage::add_section(IconName icon, const QString &title, QWidget *section)
{
    auto *item = new NavItem(context_.themes, icon, title, this);
    items_column_->addWidget(item);
    const auto which = static_cast<SettingsSection>(items_.size());
    items_.append(item);
    stack_->addWidget(section);
    connect(item, &QAbstractButton::clicked, this, [this, which] { show_section(which); });
}

void SettingsPage::show_section(SettingsSection section)
{
    const int index = static_cast<int>(section);
    items_[index]->setChecked(true);
    stack_->setCurrentIndex(index);
}

void SettingsPage::focusInEvent(QFocusEvent *)
{
    items_[stack_->currentIndex()]->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
