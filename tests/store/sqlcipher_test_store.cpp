// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/sqlcipher_test_store.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>
#include <QUuid>

#include "models/store/sqlcipher/sqlcipher_connection.h"

namespace aftercharge {

SqlcipherTestStore::SqlcipherTestStore(SqlcipherJournal journal) : key_(StoreKey::generate()), journal_(journal) {}

SqlcipherTestStore::~SqlcipherTestStore()
{
    close_all();
}

std::filesystem::path SqlcipherTestStore::folder() const
{
    return folder_.path().toStdString();
}

std::filesystem::path SqlcipherTestStore::path() const
{
    return folder() / "ledger.db";
}

SqlcipherOpenOptions SqlcipherTestStore::options() const
{
    return {.path = path(), .key = key_.bytes(), .journal = journal_, .busy_timeout_ms = 200};
}

QSqlDatabase SqlcipherTestStore::open()
{
    SqlcipherOpenOptions wanted = options();
    wanted.create = !std::filesystem::exists(path());
    return open(wanted);
}

QSqlDatabase SqlcipherTestStore::open(const SqlcipherOpenOptions &options)
{
    const QString name = QUuid::createUuid().toString();
    const Result<QSqlDatabase> database = open_sqlcipher(options, name);
    if (!database) {
        QTest::qFail(to_line(database.error()).c_str(), __FILE__, __LINE__);
        return {};
    }
    names_ << name;
    return *database;
}

ErrorCode SqlcipherTestStore::open_error(const SqlcipherOpenOptions &options)
{
    const auto connection = open_sqlcipher_connection(options);
    if (connection)
        QTest::qFail("the open succeeded", __FILE__, __LINE__);
    return connection ? ErrorCode::Internal : connection.error().code;
}

void SqlcipherTestStore::close_all()
{
    for (const QString &name : std::as_const(names_)) {
        QSqlDatabase::database(name, false).close();
        QSqlDatabase::removeDatabase(name);
    }
    names_.clear();
}

QByteArray SqlcipherTestStore::read_file() const
{
    QFile file(QString::fromStdString(path().string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SqlcipherTestStore::write_file(const QByteArray &bytes) const
{
    QFile file(QString::fromStdString(path().string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        QTest::qFail("the file could not be written", __FILE__, __LINE__);
}

QStringList SqlcipherTestStore::file_names() const
{
    return QDir(folder_.path()).entryList(QDir::Files, QDir::Name);
}

bool run(const QSqlDatabase &database, const char *sql)
{
    QSqlQuery query(database);
    if (query.exec(QString::fromUtf8(sql)))
        return true;
    QTest::qFail(qPrintable(query.lastError().text() % QLatin1String(": ") % QLatin1String(sql)), __FILE__, __LINE__);
    return false;
}

QString cell(const QSqlDatabase &database, const char *sql)
{
    QSqlQuery query(database);
    if (!query.exec(QString::fromUtf8(sql)) || !query.next())
        return QStringLiteral("<error>");
    return query.value(0).toString();
}

}  // namespace aftercharge
