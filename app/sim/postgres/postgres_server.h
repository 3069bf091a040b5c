// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>

#include "models/domain/error.h"

namespace aftercharge::sim {

struct PostgresOptions {
    // Empty: a temporary folder, removed at the end. One that is named stays, and a server that is in it
    // already is started again, with the settings and the password that it had.
    std::string folder;
    int port = 0;  // on 127.0.0.1; 0: a free one, which the server then keeps
    // A CA and a certificate for "localhost" and 127.0.0.1 are made; TCP without TLS is then refused.
    bool tls = false;
    bool fsync = true;
    int max_connections = 100;
    std::map<std::string, std::string> settings;  // of postgresql.conf, beside those above
};

// The PostgreSQL that is installed, started in a folder of its own for a test, a benchmark or the demo.
// It listens on 127.0.0.1 and on a socket, both with passwords (SCRAM). Whatever ends our process ends
// the server too and removes its temporary folder. One thread uses it; kill() and query() may come from
// any.
// Errors, where none are named: store.unreachable with the end of what the server wrote.
class PostgresServer {
public:
    // Takes a second or two. Also: input.invalid, store.io.
    static Result<std::unique_ptr<PostgresServer>> start(const PostgresOptions &options = {});
    // A copy of a running server that follows it and can be read (streaming replication). Of the options
    // only folder and port count; the password is the primary's.
    static Result<std::unique_ptr<PostgresServer>> start_standby(PostgresServer &primary,
                                                                 const PostgresOptions &options = {});
    // Stops it, fast or else at once; a temporary folder is removed in the background.
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    std::string host() const { return "127.0.0.1"; }
    int port() const;
    std::string socket_folder() const;  // a "host" for libpq as well
    std::string superuser() const { return "postgres"; }
    std::string password() const;
    std::string password_file() const;  // one line
    std::string ca_file() const;        // PEM; empty without TLS
    std::string folder() const;
    std::string data_folder() const;
    // "postgresql://postgres@127.0.0.1:15432/DATABASE", without the password.
    std::string url(const std::string &database = "postgres") const;
    bool is_running() const;
    std::string log_tail(int bytes = 4000) const;

    // Until it takes connections (a standby: for reading).
    Result<void> wait_ready(std::chrono::milliseconds patience = std::chrono::seconds(60));
    Result<void> stop();
    // Also after kill() and stop(): on the same port, with the same data.
    Result<void> restart();
    // SIGKILL to all its processes, as when the machine loses power; returns when they are gone.
    Result<void> kill();

    // From now on a commit returns when a standby has it on disk too; waits until one does. Without a
    // standby that lives, commits wait.
    Result<void> make_synchronous();
    Result<void> make_asynchronous();
    // The standby becomes a primary of its own.
    Result<void> promote();
    // Until this standby shows all that the primary has written by now.
    Result<void> wait_caught_up(PostgresServer &primary, std::chrono::milliseconds patience = std::chrono::seconds(20));

    // As superuser, over the socket, by psql: rows are lines, their columns separated by '|'.
    Result<std::string> query(const std::string &sql, const std::string &database = "postgres");
    // The same under another login: what a person could do with an SQL client of his own.
    Result<std::string> query_as(const std::string &login, const std::string &password, const std::string &sql,
                                 const std::string &database);

private:
    struct Impl;
    explicit PostgresServer(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

}  // namespace aftercharge::sim
