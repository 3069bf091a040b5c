// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/curve_marks.h"

class QLocale;
class QPainter;

namespace aftercharge {

class CurveCanvas;
struct Theme;

// Below the lines: grid, scales, shaded stretches.
void paint_curve_ground(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const QLocale &locale);
// Above the lines: marks, excluded readings, cross-hair and read-out box, focus ring.
void paint_curve_marks(QPainter &painter, const CurveCanvas &canvas, const Theme &theme, const QLocale &locale);

CurveReadout make_readout(const CurveCanvas &canvas, const CurvePoint &point, const QLocale &locale);

}  // namespace aftercharge
