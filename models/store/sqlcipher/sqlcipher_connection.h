// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCache>
#include <QSqlError>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace aftercharge {

// One open handle and its idle prepared statements, shared by the driver and its results: a
// result that outlives close() finds the connection closed and touches no statement any more.
// Used only in the thread that opened it (the handle has no mutex).
class SqlcipherConnection {
public:
    // Takes ownership of an open, keyed handle.
    SqlcipherConnection(sqlite3 *handle, bool read_only);
    ~SqlcipherConnection();
    SqlcipherConnection(const SqlcipherConnection &) = delete;
    SqlcipherConnection &operator=(const SqlcipherConnection &) = delete;

    bool is_open() const { return handle_ != nullptr; }
    bool is_read_only() const { return read_only_; }
    sqlite3 *handle() const { return handle_; }
    void close();

    // An idle statement of the same text if there is one, else a new one; null and an error if
    // the text is not exactly one statement. give_back() resets it and keeps it for the next.
    sqlite3_stmt *take(const QByteArray &sql, QSqlError *error);
    void give_back(const QByteArray &sql, sqlite3_stmt *statement);

    // A new statement that is never kept; end it with finalize().
    sqlite3_stmt *prepare(const QByteArray &sql, QSqlError *error);
    void finalize(sqlite3_stmt *statement);

    // SQL without rows and arguments (BEGIN IMMEDIATE, …).
    QSqlError execute(const char *sql);

    // False if a page that the running statement read failed its authentication. SQLCipher
    // 3.4.1 hands out an overflow page with a wrong HMAC as zeros, with SQLITE_ROW and no
    // error; only the next page access tells. To be asked while the statement stands on a row.
    bool pages_are_authentic();

private:
    struct IdleStatement {
        explicit IdleStatement(sqlite3_stmt *s) : statement(s) {}
        ~IdleStatement();
        IdleStatement(const IdleStatement &) = delete;
        IdleStatement &operator=(const IdleStatement &) = delete;
        sqlite3_stmt *statement;
    };

    sqlite3 *handle_;
    bool read_only_;
    sqlite3_stmt *page_probe_ = nullptr;
    QCache<QByteArray, IdleStatement> idle_;
};

}  // namespace aftercharge
