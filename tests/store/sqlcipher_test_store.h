// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include <QByteArray>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include "models/store/sqlcipher/sqlcipher_open.h"
#include "models/store/sqlcipher/store_key.h"

namespace aftercharge {

// A folder with one database, for the tests of the driver: opens it under numbered names and
// closes what it opened.
class SqlcipherTestStore {
public:
    explicit SqlcipherTestStore(SqlcipherJournal journal = SqlcipherJournal::RollbackExtra);
    ~SqlcipherTestStore();
    SqlcipherTestStore(const SqlcipherTestStore &) = delete;
    SqlcipherTestStore &operator=(const SqlcipherTestStore &) = delete;

    const StoreKey &key() const { return key_; }
    std::filesystem::path folder() const;
    std::filesystem::path path() const;
    SqlcipherOpenOptions options() const;
    // The first call creates, the next ones open. Empty on failure, after a test failure.
    QSqlDatabase open();
    QSqlDatabase open(const SqlcipherOpenOptions &options);
    ErrorCode open_error(const SqlcipherOpenOptions &options);
    void close_all();

    // Only while nothing has the file open (its locks).
    QByteArray read_file() const;
    void write_file(const QByteArray &bytes) const;
    QStringList file_names() const;

private:
    QTemporaryDir folder_;
    StoreKey key_;
    SqlcipherJournal journal_;
    QStringList names_;
};

// Runs one statement; a failure fails the test and shows the error.
bool run(const QSqlDatabase &database, const char *sql);
// The first cell, as text; "<error>" on a failure.
QString cell(const QSqlDatabase &database, const char *sql);

}  // namespace aftercharge
