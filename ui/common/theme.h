// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

#include "models/item/cell_roles.h"
#include "models/item/curve_point.h"

namespace aftercharge {

// Space and size in device independent pixels.
namespace Space {
constexpr int xs = 4;
constexpr int s = 8;
constexpr int m = 12;
constexpr int l = 16;
constexpr int xl = 24;
constexpr int radius = 8;
constexpr int radius_small = 6;
constexpr int row = 31;
constexpr int row_compact = 26;
constexpr int row_two_lines = 36;
constexpr int navigation = 188;
constexpr int navigation_narrow = 56;
}  // namespace Space

// The type scale. `figures` families have digits of one width or are painted so
// (tabular_text.h): Inter's own digits are not, and Qt 6.4 cannot switch on "tnum".
struct ThemeFonts {
    QFont body;            // 13 px
    QFont strong;          // 13 px semibold: headings, amounts that decide
    QFont caption;         // 11 px
    QFont caption_strong;  // 11 px semibold: counts, sorted headers
    QFont chip;            // 11 px medium: states
    QFont small;           // 12 px: pills, filters
    QFont small_strong;    // 12 px semibold
    QFont title;           // 15 px semibold: sheets
    QFont figure;          // 20 px semibold
    QFont mono;            // 12 px: ids
};

// Every colour of the program, in one place.
struct Theme {
    bool dark = false;
    QColor background, surface, navigation, field, border, grid;
    QColor text, muted, faint, accent, on_accent, accent_hover, selection, hover;
    QColor ok, warn, bad, info;  // shapes, bars, marks
    QColor ok_soft, warn_soft, bad_soft, info_soft, neutral_soft;
    QColor ok_text, warn_text, bad_text, info_text;    // words, on surface, selection or their soft ground
    QColor power, voltage, soc, energy, current, fee;  // curves
    QColor voltage_text, soc_text, energy_text;        // their scales, dark enough to read
    QColor bar_fill, bar_empty;                        // SOC bar; `text` is readable on both
    QColor dim, shadow;
    ThemeFonts fonts;

    QColor tone(Tone tone) const;
    QColor tone_soft(Tone tone) const;
    QColor tone_text(Tone tone) const;
    QColor curve(CurveQuantity quantity) const;
    QColor curve_text(CurveQuantity quantity) const;
};

Theme light_theme();
Theme dark_theme();
ThemeFonts make_fonts();

// WCAG 2.1 contrast ratio, 1 … 21.
double contrast_ratio(const QColor &a, const QColor &b);

}  // namespace aftercharge
