// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/fact_strip.h"

#include <QHBoxLayout>
#include <QLabel>

#include "ui/common/flow_layout.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"

namespace aftercharge {
namespace {

// One height for every script: a Chinese name has a taller line than the numbers beside it.
constexpr int fact_height = 20;

}  // namespace

FactStrip::FactStrip(QWidget *parent) : QWidget(parent), flow_(new FlowLayout(Space::l))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::m, Space::s - 1, Space::m, Space::s - 1);
    flow_->set_line_spacing(Space::xs);
    column->addLayout(flow_);
}

void FactStrip::set_facts(const QList<Fact> &facts)
{
    if (facts == facts_)
        return;
    facts_ = facts;
    while (QLayoutItem *item = flow_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Fact &fact : facts) {
        auto *box = new QWidget;
        box->setFixedHeight(fact_height);
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(5);
        row->addWidget(make_label(LabelRole::Caption, fact.caption));
        auto *value = make_label(fact.mono ? LabelRole::Mono : LabelRole::Body, fact.value);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(fact.caption + QStringLiteral(": ") + fact.value);
        row->addWidget(value);
        flow_->addWidget(box);
    }
    flow_->invalidate();
    updateGeometry();
}

}  // namespace aftercharge
