// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "app/sim/postgres/postgres_programs.h"
#include "models/domain/error.h"

namespace aftercharge::sim {

struct PostgresOptions;

// Where a server's files lie: ROOT/data, ROOT/run (the socket), ROOT/password, ROOT/ca.pem, ROOT/server.log.
struct PostgresFolder {
    QString root;
    bool is_temporary = false;

    QString data() const { return root + QStringLiteral("/data"); }
    QString run() const { return root + QStringLiteral("/run"); }
    QString password_file() const { return root + QStringLiteral("/password"); }
    QString ca_file() const { return root + QStringLiteral("/ca.pem"); }
    QString log_file() const { return root + QStringLiteral("/server.log"); }
    bool has_data() const;

    // Of the name given, or a temporary one; run/ is made in it. Errors: store.io, input.invalid (the
    // name is too long for a socket).
    static Result<PostgresFolder> make(const std::string &name, const PostgresPrograms &programs);
};

// A file that the server's user alone may read. Errors: store.io.
Result<void> write_private(const QString &path, const std::string &content, const PostgresPrograms &programs);
// The first line. Errors: store.io.
Result<std::string> read_line(const QString &path);

// A new cluster, its settings and its rules of access. Errors: store.unreachable, store.io.
Result<void> make_cluster(const PostgresFolder &folder, const PostgresOptions &options,
                          const PostgresPrograms &programs);
// What a server waits for at a commit; empty: for nobody.
Result<void> write_synchronous(const PostgresFolder &folder, const std::string &names,
                               const PostgresPrograms &programs);

}  // namespace aftercharge::sim
