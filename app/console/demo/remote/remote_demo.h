// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console_options.h"

class QApplication;

namespace aftercharge {

// The demo on a shared store: PostgreSQL and a daemon of its own, simulated charge points in real
// time, and two desks, an agent's and a supervisor's. With --headless the story is played without
// people, as run_demo does; 0 only if every step came out as written.
int run_remote_demo(QApplication &application, const ConsoleOptions &options);

}  // namespace aftercharge
