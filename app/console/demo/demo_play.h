// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QtCore/QString>

#include "app/console/demo/demo_summary.h"

class QApplication;

namespace aftercharge::demo {

// Plays a story without a person, on a thread of its own while the windows live in this one:
// `begin` shows them, `story` saves its pictures in the folder that it is given. Saves
// summary.json there, prints the table, and answers with the status to end with: 0 only if every
// step came out as written.
int play_by_itself(QApplication &application, const QString &folder, const std::function<void()> &begin,
                   const std::function<Summary(const QString &folder)> &story);

}  // namespace aftercharge::demo
