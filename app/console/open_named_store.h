// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console_options.h"
#include "app/console/desk_host.h"
#include "app/console/main_window.h"

namespace aftercharge {

// Where the command line names store and key, the desk opens without asking; where it names
// the operator too, it is at work at once.
void open_named_store(MainWindow &window, DeskHost &host, const ConsoleOptions &options);

}  // namespace aftercharge
