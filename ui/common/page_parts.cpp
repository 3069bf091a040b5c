// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/page_parts.h"

#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/common/labels.h"
#include "ui/common/theme.h"

namespace aftercharge {

QSplitter *make_splitter(QWidget *left, QWidget *right, QSettings &settings, const QString &key, int first, int second)
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(10);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, first);
    splitter->setStretchFactor(1, second);
    if (!splitter->restoreState(settings.value(key).toByteArray()))
        splitter->setSizes({first * 100, second * 100});
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter,
                     [splitter, &settings, key] { settings.setValue(key, splitter->saveState()); });
    return splitter;
}

QScrollArea *make_scroll_column(QBoxLayout *&column)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setProperty("role", QStringLiteral("surface"));
    content->setAttribute(Qt::WA_StyledBackground);
    column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    area->setWidget(content);
    return area;
}

void add_heading(QBoxLayout &column, const QString &title, const QString &caption, HeadingLine line)
{
    if (line == HeadingLine::Above) {
        auto *hairline = new QFrame;
        hairline->setProperty("role", QStringLiteral("separator"));
        hairline->setFixedHeight(1);
        column.addWidget(hairline);
    }
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::m, 10, Space::m, 8);
    row->setSpacing(Space::s);
    row->addWidget(make_label(LabelRole::Heading, title));
    row->addWidget(make_label(LabelRole::Caption, caption));
    row->addStretch(1);
    column.addLayout(row);
}

void fit_height(QTableView &table)
{
    int height = table.horizontalHeader()->isHidden() ? 0 : 28;
    const int rows = table.model() ? table.model()->rowCount() : 0;
    for (int row = 0; row < rows; ++row)
        height += table.rowHeight(row);
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setMinimumHeight(0);
    table.setFixedHeight(std::max(height, 28));
}

}  // namespace aftercharge
