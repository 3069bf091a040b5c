// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/postgres/postgres_programs.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>

namespace aftercharge::sim {

namespace {

constexpr int cannot_run = 126;  // as a shell reports a program that it may not execute

bool is_bin(const QString &folder)
{
    return QFileInfo(folder + QStringLiteral("/initdb")).isExecutable() &&
           QFileInfo(folder + QStringLiteral("/postgres")).isExecutable();
}

QString find_bin()
{
    const QDir root(QStringLiteral("/usr/lib/postgresql"));
    QStringList versions = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(versions.begin(), versions.end(),
              [](const QString &left, const QString &right) { return left.toDouble() > right.toDouble(); });
    for (const QString &version : std::as_const(versions)) {
        const QString bin = root.filePath(version + QStringLiteral("/bin"));
        if (is_bin(bin))
            return bin;
    }
    const QStringList path = qEnvironmentVariable("PATH").split(QLatin1Char(':'), Qt::SkipEmptyParts);
    for (const QString &folder : path) {
        if (is_bin(folder))
            return folder;
    }
    return {};
}

// In the child, between fork and exec: system calls only.
void become(const std::optional<std::pair<uid_t, gid_t>> &user)
{
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);  // a caller that waits for signals has them blocked
    if (user && (::setgroups(1, &user->second) != 0 || ::setgid(user->second) != 0 || ::setuid(user->first) != 0))
        ::_exit(cannot_run);
}

// Nothing of the caller's own PostgreSQL settings, neither from the environment nor from his home, and one
// language for what is read back.
QProcessEnvironment environment_with(const QString &folder, const PostgresPrograms::Environment &more)
{
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    const QStringList names = result.keys();
    for (const QString &name : names) {
        if (name.startsWith(QLatin1String("PG")))
            result.remove(name);
    }
    result.insert(QStringLiteral("HOME"), folder);
    result.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    result.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    for (auto entry = more.begin(); entry != more.end(); ++entry)
        result.insert(entry.key(), entry.value());
    return result;
}

std::string said(QProcess &process)
{
    return process.readAllStandardError().trimmed().right(2000).toStdString();
}

}  // namespace

Result<PostgresPrograms> PostgresPrograms::find()
{
    PostgresPrograms programs;
    programs.bin_ = find_bin();
    if (programs.bin_.isEmpty())
        return fail(ErrorCode::StoreUnreachable,
                    "PostgreSQL's server is not installed: neither /usr/lib/postgresql/*/bin nor PATH has initdb "
                    "and postgres (on Debian: apt install postgresql)");
    if (::geteuid() != 0)
        return programs;
    for (const char *name : {"postgres", "nobody"}) {
        const passwd *entry = ::getpwnam(name);
        if (entry != nullptr && entry->pw_uid != 0) {
            programs.user_ = User{QString::fromLatin1(name), entry->pw_uid, entry->pw_gid};
            return programs;
        }
    }
    return fail(ErrorCode::StoreUnreachable, "PostgreSQL refuses to run as root, and there is neither a user "
                                             "\"postgres\" nor \"nobody\" to run it as");
}

Result<std::string> PostgresPrograms::run(const QString &program, const QStringList &arguments, const QString &folder,
                                          const Environment &environment, int seconds) const
{
    QProcess process;
    prepare(process, program, folder);
    process.setProcessEnvironment(environment_with(folder, environment));
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([user = user_] {
        become(user ? std::optional(std::pair(user->uid, user->gid)) : std::nullopt);
        // After the change of user, which would clear it. The thread that waits here is the parent.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
    process.start();
    const bool ended = process.waitForFinished(seconds * 1000);
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return process.readAllStandardOutput().toStdString();
    if (!ended && process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished(5000);
        return fail(ErrorCode::StoreUnreachable,
                    program.toStdString() + " did not end in " + std::to_string(seconds) + " s: " + said(process));
    }
    if (process.error() == QProcess::FailedToStart)
        return fail(ErrorCode::StoreUnreachable, program.toStdString() + ": " + process.errorString().toStdString());
    if (process.exitCode() == cannot_run)
        return fail(ErrorCode::StoreUnreachable,
                    program.toStdString() + ": cannot be run as user " + user_name().toStdString());
    return fail(ErrorCode::StoreUnreachable, program.toStdString() + ": " + said(process));
}

void PostgresPrograms::prepare(QProcess &process, const QString &program, const QString &folder) const
{
    process.setProgram(bin_ + QLatin1Char('/') + program);
    process.setWorkingDirectory(folder);
    process.setProcessEnvironment(environment_with(folder, {}));
    process.setChildProcessModifier([user = user_] {
        become(user ? std::optional(std::pair(user->uid, user->gid)) : std::nullopt);
        ::setsid();
    });
}

Result<void> PostgresPrograms::give(const QString &path) const
{
    if (!user_ || ::chown(QFile::encodeName(path).constData(), user_->uid, user_->gid) == 0)
        return {};
    return fail(ErrorCode::StoreIo, path.toStdString() + ": cannot be given to user " + user_->name.toStdString() +
                                        ": " + std::strerror(errno));
}

}  // namespace aftercharge::sim
