// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/postgres/postgres_connection.h"

#include <utility>

#include <QSqlError>

#include "models/store/postgres/postgres_error.h"

namespace aftercharge {
namespace {

// The releases that Debian ships in November 2026; what is below lacks known corrections.
constexpr std::pair<int, int> current_minor[] = {{15, 20}};
constexpr int oldest_line = 15;

}  // namespace

Result<QSqlDatabase> open_postgres(const PostgresTarget &target, const std::string &password, const QString &name)
{
    QString hosts;
    for (const auto &host : target.hosts)
        hosts += (hosts.isEmpty() ? QString() : QStringLiteral(",")) + QString::fromStdString(host.name);
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
    if (!connection.isValid()) {
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
        return fail(ErrorCode::StoreUnreachable, "Qt's driver for PostgreSQL is missing (Debian: libqt6sql6-psql)");
    }
    connection.setHostName(hosts);
    connection.setDatabaseName(QString::fromStdString(target.database));
    connection.setUserName(QString::fromStdString(target.user));
    connection.setPassword(QString::fromStdString(password));
    connection.setConnectOptions(QString::fromStdString(connect_options(target)));
    // Sums are NUMERIC: as a floating number they would lose cents.
    connection.setNumericalPrecisionPolicy(QSql::HighPrecision);
    if (connection.open())
        return connection;
    const Error error = postgres_error(connection.lastError());
    connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
    return tl::unexpected(error);
}

std::string outdated_server(int server_version)
{
    const int line = server_version / 10000;
    const int minor = server_version % 10000;
    const std::string name = std::to_string(line) + "." + std::to_string(minor);
    if (line < oldest_line)
        return "PostgreSQL " + name + " is too old: " + std::to_string(oldest_line) + " is needed";
    for (const auto &[known_line, known_minor] : current_minor) {
        if (line == known_line && minor < known_minor)
            return "PostgreSQL " + name + " lacks corrections: " + std::to_string(line) + "." +
                   std::to_string(known_minor) + " is out";
    }
    return {};
}

}  // namespace aftercharge
