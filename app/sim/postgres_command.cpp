// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include <QJsonDocument>
#include <QJsonObject>

#include "app/sim/command_support.h"
#include "app/sim/commands.h"
#include "app/sim/postgres/postgres_server.h"

namespace aftercharge::sim {

namespace {

std::string line_of(const PostgresServer &server)
{
    const QJsonObject line{{QStringLiteral("host"), QString::fromStdString(server.host())},
                           {QStringLiteral("port"), server.port()},
                           {QStringLiteral("socket_folder"), QString::fromStdString(server.socket_folder())},
                           {QStringLiteral("superuser"), QString::fromStdString(server.superuser())},
                           {QStringLiteral("password_file"), QString::fromStdString(server.password_file())},
                           {QStringLiteral("ca_file"), QString::fromStdString(server.ca_file())}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString();
}

}  // namespace

int run_postgres(const PostgresCommandOptions &options)
{
    // Blocked from the start, so that a signal that comes early waits until the server can be stopped.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    PostgresOptions wanted;
    wanted.folder = options.folder;
    wanted.port = options.port;
    wanted.tls = options.tls;
    const auto server = PostgresServer::start(wanted);
    if (!server)
        return report_error(server.error());
    print_line(line_of(**server));
    int signal = 0;
    sigwait(&ends, &signal);
    return 0;
}

}  // namespace aftercharge::sim
