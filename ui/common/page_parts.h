// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QBoxLayout;
class QScrollArea;
class QSettings;
class QSplitter;
class QTableView;
class QWidget;

namespace aftercharge {

// Parts that pages put together the same way.

// A horizontal splitter whose place is kept under `key`; `first` and `second` are its shares.
QSplitter *make_splitter(QWidget *left, QWidget *right, QSettings &settings, const QString &key, int first, int second);
// A column on the surface of a card that scrolls when the card is too low.
QScrollArea *make_scroll_column(QBoxLayout *&column);
// A heading inside of a column, with a hairline above it unless a table ends there with its own.
enum class HeadingLine { Above, None };
void add_heading(QBoxLayout &column, const QString &title, const QString &caption = {},
                 HeadingLine line = HeadingLine::Above);
// Shows all rows of a short table without a scroll bar of its own.
void fit_height(QTableView &table);
}  // namespace aftercharge
