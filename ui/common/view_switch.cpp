// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/view_switch.h"

#include <QButtonGroup>
#include <QHBoxLayout>

#include "ui/common/filter_chip.h"
#include "ui/common/theme.h"

namespace aftercharge {

ViewSwitch::ViewSwitch(const ThemeController &themes, const QStringList &views, QWidget *parent)
    : QWidget(parent), group_(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::xs);
    for (int view = 0; view < views.size(); ++view) {
        auto *chip = new FilterChip(themes, views[view], this);
        chip->setChecked(view == 0);
        group_->addButton(chip, view);
        row->addWidget(chip);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(group_, &QButtonGroup::idClicked, this, &ViewSwitch::chosen);
}

void ViewSwitch::set_current(int view)
{
    group_->button(view)->setChecked(true);
}

int ViewSwitch::current() const
{
    return group_->checkedId();
}

void ViewSwitch::set_count(int view, int count)
{
    static_cast<FilterChip *>(group_->button(view))->set_count(count > 0 ? std::optional(count) : std::nullopt);
    updateGeometry();
}

void ViewSwitch::take_focus()
{
    group_->checkedButton()->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
