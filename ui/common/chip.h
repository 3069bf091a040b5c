// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>

#include "models/item/cell_roles.h"

class QPainter;

namespace aftercharge {

struct Theme;

// Draws a state: soft ground, shape and word. Used by StateChip and by the delegates.
QSizeF chip_size(const Theme &theme, ChipShape shape, const QString &text);
// Left aligned and vertically centred in `rect`; the word is cut with "…" when too long.
void paint_chip(QPainter &painter, const QRectF &rect, const Theme &theme, Tone tone, ChipShape shape,
                const QString &text);
void paint_shape(QPainter &painter, const QRectF &rect, ChipShape shape, const QColor &colour);

// The small key hint ("Esc", "Ctrl K").
QSizeF key_cap_size(const Theme &theme, const QString &key);
void paint_key_cap(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &key, const QColor &ink,
                   const QColor &line);

// The visible keyboard focus.
void paint_focus_ring(QPainter &painter, const QRectF &rect, const Theme &theme, qreal radius);

}  // namespace aftercharge
