// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/domain/error.h"

namespace aftercharge::sim {

// What the server writes of itself into its data folder.
struct PostmasterState {
    qint64 pid = 0;
    bool is_ready = false;  // takes connections; a standby: for reading
    int shared_memory = -1;
};
PostmasterState postmaster_state(const QString &data_folder);

// SIGKILL to the server of a data folder and to all its children, then waits until the last of them is
// gone: nothing is written any more. Errors: store.io (they are still there after ten seconds).
Result<void> kill_postgres(const QString &data_folder);

}  // namespace aftercharge::sim
