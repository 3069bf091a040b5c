// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace aftercharge {

// What a model says about a cell beside its text. The delegates of ui/common read these, so
// that a model never names a colour. The values travel in QVariant as int.
enum class Tone { Neutral, Ok, Warn, Bad, Info };

// The shape that stands beside the word: state is never colour alone.
enum class ChipShape { None, Dot, Triangle, Ring, Square };

// The shape of a state that is told by its tone alone.
constexpr ChipShape tone_shape(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return ChipShape::Dot;
    case Tone::Warn:
        return ChipShape::Ring;
    case Tone::Bad:
        return ChipShape::Triangle;
    case Tone::Info:
        return ChipShape::Square;
    case Tone::Neutral:
        break;
    }
    return ChipShape::None;
}

namespace CellRole {
constexpr int tone = Qt::UserRole + 100;         // int(Tone): colour of chip or text
constexpr int chip_shape = Qt::UserRole + 101;   // int(ChipShape)
constexpr int permille = Qt::UserRole + 102;     // int 0…1000: filled part of a bar (SOC in 0.1 %)
constexpr int sort_key = Qt::UserRole + 103;     // what to sort by, if not the text
constexpr int export_text = Qt::UserRole + 104;  // text for CSV, if not the text shown
constexpr int strong = Qt::UserRole + 105;       // bool: semibold
constexpr int muted = Qt::UserRole + 106;        // bool: of less weight than its neighbours
}  // namespace CellRole

}  // namespace aftercharge
