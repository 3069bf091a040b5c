// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QSqlDriver>

namespace aftercharge {

class SqlcipherConnection;

// Qt SQL over SQLCipher's C API, for a connection that open_sqlcipher() has opened; open()
// of a closed one is refused, because the key is not kept.
//
// What differs from Qt's own SQLite driver:
// - results are forward-only and hold one row, the one SQLite stands on;
// - transaction() is BEGIN IMMEDIATE (BEGIN on a read-only connection), so that the wait for
//   another writer is at the start and never in the middle;
// - prepare() of a text that was prepared before reuses the compiled statement;
// - nativeErrorCode is the extended result code.
class SqlcipherDriver final : public QSqlDriver {
    Q_OBJECT

public:
    explicit SqlcipherDriver(std::shared_ptr<SqlcipherConnection> connection, QObject *parent = nullptr);
    ~SqlcipherDriver() override;

    bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &db, const QString &user, const QString &password, const QString &host, int port,
              const QString &options) override;
    void close() override;
    QSqlResult *createResult() const override;

    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;

    QStringList tables(QSql::TableType type) const override;
    QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;
    // A void* to the sqlite3 handle.
    QVariant handle() const override;

private:
    bool run(const char *sql);

    std::shared_ptr<SqlcipherConnection> connection_;
};

}  // namespace aftercharge
