// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

class QWidget;

namespace aftercharge {

// Labels, buttons, chips and tabs that are seen and too small for their own words. Those
// that give up a part of their text by design, and have the whole as a tool tip, are not meant.
QStringList cut_off(const QWidget &root);

// Stops of the keyboard that are seen and that a screen reader has no name for.
QStringList nameless(const QWidget &root);

}  // namespace aftercharge
