// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/postgres/postgres_guard.h"

#include <csignal>

#include <unistd.h>

#include <QProcess>

namespace aftercharge::sim {

namespace {

// $1: data folder, $2: folder to remove or nothing. "done" comes when the server was stopped; the end of
// the input without it: the process that held the server is gone. A thousand files go in the background:
// a disk that discards what is deleted takes seconds for them.
const QLatin1String script(R"sh(
read -r word
if [ "$word" = done ]; then
    [ -z "$2" ] || rm -rf -- "$2" &
    exit 0
fi
memory=$(sed -n '7s/^ *[0-9]* *//p' "$1/postmaster.pid" 2>/dev/null)
for process in /proc/[0-9]*; do
    read -r name 2>/dev/null <"$process/comm" || continue
    [ "$name" = postgres ] && [ "$(readlink "$process/cwd")" = "$1" ] && kill -KILL "${process#/proc/}"
done
[ -z "$memory" ] || ipcrm -m "$memory"
[ -z "$2" ] || rm -rf -- "$2" || { sleep 1; rm -rf -- "$2"; }
)sh");

}  // namespace

PostgresGuard::PostgresGuard() : process_(std::make_unique<QProcess>()) {}

Result<std::unique_ptr<PostgresGuard>> PostgresGuard::start(const QString &data_folder, const QString &doomed)
{
    std::unique_ptr<PostgresGuard> guard(new PostgresGuard);
    QProcess &process = *guard->process_;
    process.setProgram(QStringLiteral("/bin/sh"));
    process.setArguments({QStringLiteral("-c"), script, QStringLiteral("postgres-guard"), data_folder, doomed});
    process.setWorkingDirectory(QStringLiteral("/"));
    // Whoever reads our output must not wait for the guard's end.
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier([] {
        sigset_t none;
        sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        ::setsid();  // out of reach of Ctrl-C
    });
    process.start();
    if (!process.waitForStarted(10'000))
        return fail(ErrorCode::StoreUnreachable, "/bin/sh: " + process.errorString().toStdString());
    return guard;
}

PostgresGuard::~PostgresGuard()
{
    process_->write("done\n");
    process_->closeWriteChannel();
    process_->waitForFinished(10'000);
}

}  // namespace aftercharge::sim
