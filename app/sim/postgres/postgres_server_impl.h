// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QProcess>

#include "app/sim/postgres/postgres_folder.h"
#include "app/sim/postgres/postgres_guard.h"
#include "app/sim/postgres/postgres_programs.h"
#include "app/sim/postgres/postgres_server.h"

namespace aftercharge::sim {

// How long to wait for the server itself between two looks at it.
constexpr int look_ms = 10;

struct PostgresServer::Impl {
    Impl(PostgresPrograms found, PostgresFolder made) : programs(std::move(found)), folder(std::move(made)) {}

    // With the guard, so that from here on nothing is left behind.
    static Result<std::unique_ptr<Impl>> open(const std::string &folder);
    // Starts the server and waits until it is ready; a port that was taken meanwhile is chosen anew.
    Result<void> launch();
    Result<void> launch_once();
    Result<void> wait_ready(QDeadlineTimer deadline);
    Result<void> stop();
    Result<void> reload() const;
    struct Login {
        std::string name;
        std::string password;
    };
    Result<std::string> query(const std::string &sql, const std::string &database) const
    {
        return query_as({"postgres", password}, sql, database);
    }
    Result<std::string> query_as(const Login &login, const std::string &sql, const std::string &database) const;
    // Until the query answers "t". Errors also: store.unreachable with `what`.
    Result<void> wait_true(const std::string &sql, QDeadlineTimer deadline, const std::string &what);
    Error failed(const std::string &what) const;
    std::string log_tail(int bytes) const;
    PostgresPrograms::Environment login() const;

    PostgresPrograms programs;
    PostgresFolder folder;
    std::unique_ptr<PostgresGuard> guard;
    QProcess process;
    std::string password;
    int port = 0;
    bool chooses_port = false;
};

}  // namespace aftercharge::sim
