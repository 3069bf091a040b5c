// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console_options.h"

class QApplication;

namespace aftercharge {

// The desk on a fresh encrypted store in a temporary folder, with simulated charge points
// that charge over real OCPP on loopback. With --headless the story is played without a
// person: pictures, summary.json, a table; 0 only if every step came out as written. With
// --remote it is run_remote_demo.
int run_demo(QApplication &application, const ConsoleOptions &options);

}  // namespace aftercharge
