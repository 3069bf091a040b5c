// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcipher/sqlcipher_driver.h"

#include <utility>

#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include "models/store/sqlcipher/sqlcipher_connection.h"
#include "models/store/sqlcipher/sqlcipher_result.h"
#include "models/store/sqlcipher/sqlite_api.h"

namespace aftercharge {

SqlcipherDriver::SqlcipherDriver(std::shared_ptr<SqlcipherConnection> connection, QObject *parent)
    : QSqlDriver(parent), connection_(std::move(connection))
{
    setOpen(connection_->is_open());
    setOpenError(!connection_->is_open());
}

SqlcipherDriver::~SqlcipherDriver()
{
    connection_->close();
}

bool SqlcipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case BLOB:
    case Unicode:
    case PreparedQueries:
    case PositionalPlaceholders:
    case LastInsertId:
    case SimpleLocking:
    case FinishQuery:
        return true;
    case NamedPlaceholders:  // Qt turns :name into ? itself, repeated names included
    case QuerySize:
    case BatchOperations:
    case LowPrecisionNumbers:
    case EventNotifications:
    case MultipleResultSets:
    case CancelQuery:
        return false;
    }
    return false;
}

bool SqlcipherDriver::open(const QString &, const QString &, const QString &, const QString &, int, const QString &)
{
    if (connection_->is_open())
        return true;
    setOpenError(true);
    setLastError(QSqlError(QStringLiteral("SQLCipher"), QStringLiteral("a closed store is opened by open_sqlcipher"),
                           QSqlError::ConnectionError));
    return false;
}

void SqlcipherDriver::close()
{
    connection_->close();
    setOpen(false);
    setOpenError(false);
}

QSqlResult *SqlcipherDriver::createResult() const
{
    return new SqlcipherResult(this, connection_);
}

bool SqlcipherDriver::beginTransaction()
{
    return run(connection_->is_read_only() ? "BEGIN" : "BEGIN IMMEDIATE");
}

bool SqlcipherDriver::commitTransaction()
{
    return run("COMMIT");
}

bool SqlcipherDriver::rollbackTransaction()
{
    // After SQLITE_FULL, IOERR and some others SQLite has rolled back by itself.
    if (connection_->is_open() && sqlite3_get_autocommit(connection_->handle()))
        return true;
    return run("ROLLBACK");
}

bool SqlcipherDriver::run(const char *sql)
{
    if (!connection_->is_open()) {
        setLastError(
            QSqlError(QStringLiteral("SQLCipher"), QStringLiteral("the store is closed"), QSqlError::ConnectionError));
        return false;
    }
    const QSqlError error = connection_->execute(sql);
    setLastError(error);
    return !error.isValid();
}

QStringList SqlcipherDriver::tables(QSql::TableType type) const
{
    QStringList wanted;
    if (type & QSql::Tables)
        wanted << QStringLiteral("table");
    if (type & QSql::Views)
        wanted << QStringLiteral("view");
    QStringList names;
    QSqlQuery query(createResult());
    if (!query.exec(QStringLiteral("SELECT type, name FROM sqlite_master ORDER BY name")))
        return names;
    while (query.next()) {
        if (wanted.contains(query.value(0).toString()))
            names << query.value(1).toString();
    }
    if (type & QSql::SystemTables)
        names << QStringLiteral("sqlite_master");
    return names;
}

QString SqlcipherDriver::escapeIdentifier(const QString &identifier, IdentifierType) const
{
    const QChar quote = QLatin1Char('"');
    QString inner = identifier;
    inner.replace(quote, QStringLiteral("\"\""));
    return quote % inner % quote;
}

QVariant SqlcipherDriver::handle() const
{
    return QVariant::fromValue(static_cast<void *>(connection_->handle()));
}

}  // namespace aftercharge
