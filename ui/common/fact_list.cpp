// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fact_list.h"

#include <QGridLayout>
#include <QLabel>

#include "ui/common/theme.h"

namespace aftercharge {

namespace {

constexpr int name_width = 120;
constexpr int line_height = 22;

}  // namespace

FactList::FactList(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Space::m, Space::s, Space::m, Space::m);
    grid->setHorizontalSpacing(Space::m);
    grid->setVerticalSpacing(3);
    grid->setColumnMinimumWidth(0, name_width);
    grid->setColumnStretch(1, 1);
}

void FactList::set_facts(const QList<Fact> &facts)
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    auto *grid = static_cast<QGridLayout *>(layout());
    int row = 0;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty())
            continue;
        auto *name = make_label(LabelRole::Muted, fact.name, this);
        auto *value = make_label(fact.role, fact.value, this);
        // Scripts and fonts differ in height: one height for all keeps them level.
        for (QLabel *label : {name, value})
            label->setMinimumHeight(line_height);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(fact.name + u": " + fact.value);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop);
        ++row;
    }
}

}  // namespace aftercharge
