// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/difference_view.h"

#include <QGridLayout>
#include <QLabel>

#include "ui/common/labels.h"
#include "ui/common/theme.h"

namespace aftercharge {

namespace {

constexpr int line_height = 22;

}  // namespace

DifferenceView::DifferenceView(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::m);
    grid->setVerticalSpacing(Space::xs);
    for (const auto &[column, stretch] : {std::pair(0, 3), std::pair(1, 3), std::pair(2, 5)})
        grid->setColumnStretch(column, stretch);
}

void DifferenceView::set_rows(const QList<DifferenceRow> &rows)
{
    rows_ = rows;
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addWidget(make_label(LabelRole::Caption, tr("What"), this), 0, 0);
    grid->addWidget(make_label(LabelRole::Caption, tr("Before"), this), 0, 1);
    grid->addWidget(make_label(LabelRole::Caption, tr("Now"), this), 0, 2);
    int row = 1;
    for (const DifferenceRow &difference : rows_)
        add_row(row++, difference);
}

void DifferenceView::add_row(int row, const DifferenceRow &difference)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const QString before = difference.before.isEmpty() ? QStringLiteral("—") : difference.before;
    auto *what = make_label(LabelRole::Muted, difference.what, this);
    auto *then = make_label(LabelRole::Muted, before, this);
    auto *now = make_label(LabelRole::Heading, difference.now, this);
    now->setAccessibleName(tr("%1: before %2, now %3").arg(difference.what, before, difference.now));
    int column = 0;
    for (QLabel *label : {what, then, now}) {
        label->setWordWrap(true);
        // Scripts and fonts differ in height: one height for all keeps them level.
        label->setMinimumHeight(line_height);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label, row, column++, Qt::AlignTop);
    }
}

}  // namespace aftercharge
