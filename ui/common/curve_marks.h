// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QString>

#include "models/domain/time.h"
#include "models/item/curve_point.h"

namespace aftercharge {

// An instant on the time axis, with a word.
struct CurveMark {
    enum class Kind { Start, Stop, Fault };
    Kind kind = Kind::Start;
    UtcTime at;
    QString text;
};

// A stretch of time. Finding: shaded, with its sentence. Offline: no connection. Replayed:
// readings stored by the charge point and uploaded later.
struct CurveStretch {
    enum class Kind { Finding, Offline, Replayed };
    Kind kind = Kind::Finding;
    UtcTime from;
    UtcTime to;
    QString text;
};

// All values at one instant, as the read-out box says them.
struct CurveReadoutLine {
    CurveQuantity quantity = CurveQuantity::Power;
    QString label;
    QString value;
};
struct CurveReadout {
    UtcTime at;
    QString time;
    QList<CurveReadoutLine> lines;
    QString note;  // "excluded", "uploaded later"; empty otherwise
};

}  // namespace aftercharge
