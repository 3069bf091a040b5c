// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/postgres/postgres_server_impl.h"

#include <csignal>

#include <QFile>

#include "app/sim/postgres/free_port.h"
#include "app/sim/postgres/postgres_processes.h"

namespace aftercharge::sim {

namespace {

constexpr int ready_ms = 60'000;
constexpr int fast_stop_ms = 10'000;
constexpr int immediate_stop_ms = 5'000;
constexpr int query_s = 30;
constexpr int port_attempts = 5;

}  // namespace

Result<std::unique_ptr<PostgresServer::Impl>> PostgresServer::Impl::open(const std::string &name)
{
    auto programs = PostgresPrograms::find();
    if (!programs)
        return pass_on(programs);
    auto folder = PostgresFolder::make(name, *programs);
    if (!folder)
        return pass_on(folder);
    auto impl = std::make_unique<Impl>(std::move(*programs), std::move(*folder));
    const PostgresFolder &made = impl->folder;
    auto guard = PostgresGuard::start(made.data(), made.is_temporary ? made.root : QString());
    if (!guard)
        return pass_on(guard);
    impl->guard = std::move(*guard);
    return impl;
}

Result<void> PostgresServer::Impl::launch()
{
    for (int attempt = 1;; ++attempt) {
        if (chooses_port && port == 0)
            port = free_port();
        auto launched = launch_once();
        if (launched) {
            chooses_port = false;  // clients know it now
            return launched;
        }
        const bool taken = launched.error().detail.find("Address already in use") != std::string::npos;
        if (!chooses_port || !taken || attempt == port_attempts)
            return launched;
        port = 0;
    }
}

Result<void> PostgresServer::Impl::launch_once()
{
    programs.prepare(process, QStringLiteral("postgres"), folder.root);
    process.setArguments({QStringLiteral("-D"), folder.data(), QStringLiteral("-p"), QString::number(port),
                          QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-k"), folder.run()});
    process.setStandardInputFile(QProcess::nullDevice());
    // Not a pipe: nobody would empty it, and a full one stops the server.
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(folder.log_file(), QIODevice::Truncate);
    process.start();
    if (!process.waitForStarted(ready_ms))
        return tl::unexpected<Error>(failed("postgres: " + process.errorString().toStdString()));
    return wait_ready(QDeadlineTimer(ready_ms));
}

Result<void> PostgresServer::Impl::wait_ready(QDeadlineTimer deadline)
{
    while (!deadline.hasExpired()) {
        if (process.state() == QProcess::NotRunning || process.waitForFinished(look_ms))
            return tl::unexpected<Error>(failed("the server ended"));
        const PostmasterState state = postmaster_state(folder.data());
        if (state.is_ready && state.pid == process.processId())
            return {};
    }
    return tl::unexpected<Error>(failed("the server takes no connections"));
}

Result<void> PostgresServer::Impl::stop()
{
    for (const auto &[signal, patience_ms] : {std::pair(SIGINT, fast_stop_ms), std::pair(SIGQUIT, immediate_stop_ms)}) {
        if (process.state() == QProcess::NotRunning)
            return {};
        ::kill(static_cast<pid_t>(process.processId()), signal);
        if (process.waitForFinished(patience_ms))
            return {};
    }
    auto killed = kill_postgres(folder.data());
    process.waitForFinished(immediate_stop_ms);
    return killed;
}

Result<void> PostgresServer::Impl::reload() const
{
    if (process.state() != QProcess::NotRunning && ::kill(static_cast<pid_t>(process.processId()), SIGHUP) == 0)
        return {};
    return tl::unexpected<Error>(failed("the server does not run"));
}

PostgresPrograms::Environment PostgresServer::Impl::login() const
{
    return {{QStringLiteral("PGPASSWORD"), QString::fromStdString(password)},
            {QStringLiteral("PGCONNECT_TIMEOUT"), QStringLiteral("10")}};
}

Result<std::string> PostgresServer::Impl::query_as(const Login &who, const std::string &sql,
                                                   const std::string &database) const
{
    PostgresPrograms::Environment environment = login();
    environment[QStringLiteral("PGPASSWORD")] = QString::fromStdString(who.password);
    auto answer = programs.run(QStringLiteral("psql"),
                               {QStringLiteral("-h"), folder.run(), QStringLiteral("-p"), QString::number(port),
                                QStringLiteral("-U"), QString::fromStdString(who.name), QStringLiteral("-d"),
                                QString::fromStdString(database), QStringLiteral("-XAtq"), QStringLiteral("-v"),
                                QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-c"), QString::fromStdString(sql)},
                               folder.root, environment, query_s);
    if (answer && answer->ends_with('\n'))
        answer->pop_back();
    return answer;
}

Result<void> PostgresServer::Impl::wait_true(const std::string &sql, QDeadlineTimer deadline, const std::string &what)
{
    while (!deadline.hasExpired()) {
        const auto answer = query(sql, "postgres");
        if (!answer)
            return pass_on(answer);
        if (*answer == "t")
            return {};
        if (process.state() == QProcess::NotRunning || process.waitForFinished(look_ms))
            return tl::unexpected<Error>(failed("the server ended"));
    }
    return tl::unexpected<Error>(failed(what));
}

Error PostgresServer::Impl::failed(const std::string &what) const
{
    return {ErrorCode::StoreUnreachable, what + "; its log ends:\n" + log_tail(2000)};
}

std::string PostgresServer::Impl::log_tail(int bytes) const
{
    QFile file(folder.log_file());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - bytes));
    return file.readAll().trimmed().toStdString();
}

}  // namespace aftercharge::sim
