// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/postgres/postgres_server.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include "app/sim/postgres/postgres_processes.h"
#include "app/sim/postgres/postgres_server_impl.h"

namespace aftercharge::sim {

namespace {

std::string random_password()
{
    QByteArray bytes(24, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes.toHex().toStdString();
}

Result<std::string> password_of(const PostgresFolder &folder, const PostgresPrograms &programs)
{
    if (folder.has_data())
        return read_line(folder.password_file());
    const std::string password = random_password();
    if (auto written = write_private(folder.password_file(), password + "\n", programs); !written)
        return pass_on(written);
    return password;
}

}  // namespace

PostgresServer::PostgresServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

PostgresServer::~PostgresServer()
{
    static_cast<void>(impl_->stop());  // nobody is left to be told
}

Result<std::unique_ptr<PostgresServer>> PostgresServer::start(const PostgresOptions &options)
{
    auto impl = Impl::open(options.folder);
    if (!impl)
        return pass_on(impl);
    std::unique_ptr<PostgresServer> server(new PostgresServer(std::move(*impl)));
    Impl &self = *server->impl_;
    auto password = password_of(self.folder, self.programs);
    if (!password)
        return pass_on(password);
    self.password = *password;
    if (!self.folder.has_data()) {
        if (auto made = make_cluster(self.folder, options, self.programs); !made)
            return pass_on(made);
    }
    self.port = options.port;
    self.chooses_port = options.port == 0;
    if (auto launched = self.launch(); !launched)
        return pass_on(launched);
    return server;
}

int PostgresServer::port() const
{
    return impl_->port;
}

std::string PostgresServer::socket_folder() const
{
    return impl_->folder.run().toStdString();
}

std::string PostgresServer::password() const
{
    return impl_->password;
}

std::string PostgresServer::password_file() const
{
    return impl_->folder.password_file().toStdString();
}

std::string PostgresServer::ca_file() const
{
    return QFileInfo::exists(impl_->folder.ca_file()) ? impl_->folder.ca_file().toStdString() : std::string();
}

std::string PostgresServer::folder() const
{
    return impl_->folder.root.toStdString();
}

std::string PostgresServer::data_folder() const
{
    return impl_->folder.data().toStdString();
}

std::string PostgresServer::url(const std::string &database) const
{
    return "postgresql://" + superuser() + "@" + host() + ":" + std::to_string(port()) + "/" + database;
}

bool PostgresServer::is_running() const
{
    const PostmasterState state = postmaster_state(impl_->folder.data());
    return state.pid > 0 && QFileInfo::exists(QStringLiteral("/proc/%1/cwd").arg(state.pid));
}

std::string PostgresServer::log_tail(int bytes) const
{
    return impl_->log_tail(bytes);
}

Result<void> PostgresServer::wait_ready(std::chrono::milliseconds patience)
{
    return impl_->wait_ready(QDeadlineTimer(patience));
}

Result<void> PostgresServer::stop()
{
    return impl_->stop();
}

Result<void> PostgresServer::restart()
{
    if (auto stopped = impl_->stop(); !stopped)
        return stopped;
    return impl_->launch();
}

Result<void> PostgresServer::kill()
{
    return kill_postgres(impl_->folder.data());
}

Result<std::string> PostgresServer::query(const std::string &sql, const std::string &database)
{
    return impl_->query(sql, database);
}

Result<std::string> PostgresServer::query_as(const std::string &login, const std::string &password,
                                             const std::string &sql, const std::string &database)
{
    return impl_->query_as({login, password}, sql, database);
}

}  // namespace aftercharge::sim
