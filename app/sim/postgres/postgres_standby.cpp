// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>

#include "app/sim/postgres/postgres_server_impl.h"

namespace aftercharge::sim {

namespace {

constexpr int copy_s = 120;
constexpr int promote_s = 60;
constexpr int attach_ms = 20'000;

}  // namespace

Result<std::unique_ptr<PostgresServer>> PostgresServer::start_standby(PostgresServer &primary,
                                                                      const PostgresOptions &options)
{
    auto impl = Impl::open(options.folder);
    if (!impl)
        return pass_on(impl);
    std::unique_ptr<PostgresServer> server(new PostgresServer(std::move(*impl)));
    Impl &self = *server->impl_;
    if (self.folder.has_data())
        return fail(ErrorCode::InputInvalid, self.folder.root.toStdString() + ": holds a server already");
    self.password = primary.password();
    if (auto written = write_private(self.folder.password_file(), self.password + "\n", self.programs); !written)
        return pass_on(written);
    // -R: what it needs to follow, the password too, is written into its settings.
    const auto copied = self.programs.run(
        QStringLiteral("pg_basebackup"),
        {QStringLiteral("-h"), QString::fromStdString(primary.host()), QStringLiteral("-p"),
         QString::number(primary.port()), QStringLiteral("-U"), QString::fromStdString(primary.superuser()),
         QStringLiteral("-D"), self.folder.data(), QStringLiteral("-R"), QStringLiteral("-X"), QStringLiteral("stream"),
         QStringLiteral("-c"), QStringLiteral("fast"), QStringLiteral("--no-sync"), QStringLiteral("-w")},
        self.folder.root, self.login(), copy_s);
    if (!copied)
        return pass_on(copied);
    // The primary's: as a primary itself it would wait for a standby that it does not have.
    if (auto written = write_synchronous(self.folder, {}, self.programs); !written)
        return pass_on(written);
    if (!primary.ca_file().empty()) {
        if (!QFile::copy(QString::fromStdString(primary.ca_file()), self.folder.ca_file()))
            return fail(ErrorCode::StoreIo, self.folder.ca_file().toStdString() + ": cannot be written");
        if (auto given = self.programs.give(self.folder.ca_file()); !given)
            return pass_on(given);
    }
    self.port = options.port;
    self.chooses_port = options.port == 0;
    if (auto launched = self.launch(); !launched)
        return pass_on(launched);
    return server;
}

Result<void> PostgresServer::make_synchronous()
{
    if (auto written = write_synchronous(impl_->folder, "FIRST 1 (*)", impl_->programs); !written)
        return written;
    if (auto told = impl_->reload(); !told)
        return told;
    return impl_->wait_true("select current_setting('synchronous_standby_names') <> '' and exists "
                            "(select from pg_stat_replication where sync_state = 'sync')",
                            QDeadlineTimer(attach_ms), "no standby follows");
}

Result<void> PostgresServer::make_asynchronous()
{
    if (auto written = write_synchronous(impl_->folder, {}, impl_->programs); !written)
        return written;
    if (auto told = impl_->reload(); !told)
        return told;
    return impl_->wait_true("select current_setting('synchronous_standby_names') = ''", QDeadlineTimer(attach_ms),
                            "the setting is not taken");
}

Result<void> PostgresServer::promote()
{
    const auto promoted = impl_->programs.run(QStringLiteral("pg_ctl"),
                                              {QStringLiteral("promote"), QStringLiteral("-D"), impl_->folder.data(),
                                               QStringLiteral("-w"), QStringLiteral("-t"), QString::number(promote_s)},
                                              impl_->folder.root, {}, promote_s + 5);
    if (!promoted)
        return pass_on(promoted);
    return impl_->wait_true("select not pg_is_in_recovery()", QDeadlineTimer(attach_ms), "it is a standby still");
}

Result<void> PostgresServer::wait_caught_up(PostgresServer &primary, std::chrono::milliseconds patience)
{
    const auto position = primary.query("select pg_current_wal_insert_lsn()");
    if (!position)
        return pass_on(position);
    return impl_->wait_true("select coalesce(pg_last_wal_replay_lsn() >= '" + *position + "', false)",
                            QDeadlineTimer(patience), "the standby does not follow");
}

}  // namespace aftercharge::sim
