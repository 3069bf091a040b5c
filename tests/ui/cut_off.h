// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace aftercharge {

class ThemeController;

// What a person could not read to its end: labels, buttons, table headers and cells, tabs.
QStringList cut_off(QWidget &root, const ThemeController &themes);

}  // namespace aftercharge
