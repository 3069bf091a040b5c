// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

namespace aftercharge {

struct Theme;

// The one stylesheet. It dresses plain Qt widgets and these dynamic properties:
//   QPushButton role: primary, danger, danger_filled, pill, quiet (none: secondary)
//   QLabel      role: heading, title, caption, muted, mono, figure, ok, warn, bad, info
//   QFrame      role: card, strip (bottom hairline), bar (top hairline), separator
//   QWidget     role: page (background), surface, navigation
QString make_stylesheet(const Theme &theme);
QPalette make_palette(const Theme &theme);

}  // namespace aftercharge
