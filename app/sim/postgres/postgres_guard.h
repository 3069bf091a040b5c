// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QString>

#include "models/domain/error.h"

class QProcess;

namespace aftercharge::sim {

// A process beside ours that removes the folder named when we are done with it. It waits for our end too,
// whatever it is: it then kills the server of the data folder first. It hears of our end because the pipe that we hold is closed by
// the kernel; the death signal of Linux would follow the thread that started the server instead.
class PostgresGuard {
public:
    // `doomed`: the folder to remove; empty: none. Errors: store.unreachable.
    static Result<std::unique_ptr<PostgresGuard>> start(const QString &data_folder, const QString &doomed);
    // The server was stopped: the folder goes now, in the background.
    ~PostgresGuard();

private:
    PostgresGuard();

    std::unique_ptr<QProcess> process_;
};

}  // namespace aftercharge::sim
