// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QMap>
#include <QString>
#include <QStringList>
#include <sys/types.h>

#include "models/domain/error.h"

class QProcess;

namespace aftercharge::sim {

// The programs of the PostgreSQL that is installed, and the user as whom they run: they refuse root,
// so root runs them as "postgres", or as "nobody" where there is no such user.
class PostgresPrograms {
public:
    using Environment = QMap<QString, QString>;

    // The newest of /usr/lib/postgresql/*/bin, else the one in PATH. Errors: store.unreachable.
    static Result<PostgresPrograms> find();

    // Runs one to its end and returns what it wrote to standard output. Errors: store.unreachable with
    // what it wrote to standard error.
    Result<std::string> run(const QString &program, const QStringList &arguments, const QString &folder,
                            const Environment &environment, int seconds) const;
    // Program, user, working folder and environment of a process that stays; it gets a session of its
    // own, so that Ctrl-C in a terminal reaches us alone.
    void prepare(QProcess &process, const QString &program, const QString &folder) const;
    // Makes the user of the programs the owner of a file or folder. Errors: store.io.
    Result<void> give(const QString &path) const;
    QString user_name() const { return user_ ? user_->name : QString(); }

private:
    struct User {
        QString name;
        uid_t uid = 0;
        gid_t gid = 0;
    };

    QString bin_;
    std::optional<User> user_;  // none: whoever we are
};

}  // namespace aftercharge::sim
