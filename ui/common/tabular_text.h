// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace aftercharge {

// Text whose digits all have the width of the widest digit, so that figures stand under
// each other and do not tremble as they change. (Inter's digits differ, and Qt 6.4 cannot
// ask a font for its tabular ones.)
qreal tabular_width(const QString &text, const QFont &font);

// One line, cut with "…" when it is too wide; colour is the painter's pen.
void draw_tabular(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
                  const QFont &font);

}  // namespace aftercharge
