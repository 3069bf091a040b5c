// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcipher/sqlcipher_connection.h"

#include <utility>

#include <openssl/crypto.h>

#include "models/store/sqlcipher/sqlcipher_error.h"
#include "models/store/sqlcipher/sqlite_api.h"

namespace aftercharge {
namespace {

constexpr int max_idle_statements = 128;

}  // namespace

SqlcipherConnection::IdleStatement::~IdleStatement()
{
    sqlite3_finalize(statement);
}

SqlcipherConnection::SqlcipherConnection(sqlite3 *handle, bool read_only)
    : handle_(handle), read_only_(read_only), idle_(max_idle_statements)
{
}

SqlcipherConnection::~SqlcipherConnection()
{
    close();
}

void SqlcipherConnection::close()
{
    if (!handle_)
        return;
    idle_.clear();
    page_probe_ = nullptr;
    while (sqlite3_stmt *statement = sqlite3_next_stmt(handle_, nullptr))
        sqlite3_finalize(statement);
    sqlite3_close(handle_);
    handle_ = nullptr;
    // What OpenSSL keeps for this thread. It would go with the thread, but a process that ends at
    // that moment does not wait for it; what is needed again is made again.
    OPENSSL_thread_stop();
}

sqlite3_stmt *SqlcipherConnection::take(const QByteArray &sql, QSqlError *error)
{
    if (IdleStatement *idle = idle_.take(sql)) {
        sqlite3_stmt *statement = std::exchange(idle->statement, nullptr);
        delete idle;
        return statement;
    }
    return prepare(sql, error);
}

void SqlcipherConnection::give_back(const QByteArray &sql, sqlite3_stmt *statement)
{
    if (!handle_ || !statement)
        return;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    idle_.insert(sql, new IdleStatement(statement));
}

sqlite3_stmt *SqlcipherConnection::prepare(const QByteArray &sql, QSqlError *error)
{
    if (!handle_) {
        *error = QSqlError(QStringLiteral("SQLCipher"), QStringLiteral("the store is closed"),
                           QSqlError::ConnectionError);
        return nullptr;
    }
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    const int length = static_cast<int>(sql.size()) + 1;
    if (sqlite3_prepare_v2(handle_, sql.constData(), length, &statement, &rest) != SQLITE_OK) {
        *error = make_sql_error(handle_, QSqlError::StatementError);
        return nullptr;
    }
    // What follows may be blank or a comment, which compiles to nothing; a second statement
    // would silently not run.
    sqlite3_stmt *second = nullptr;
    const bool has_second = sqlite3_prepare_v2(handle_, rest, -1, &second, nullptr) != SQLITE_OK || second;
    sqlite3_finalize(second);
    if (!statement || has_second) {
        sqlite3_finalize(statement);
        *error = make_sql_error(SQLITE_MISUSE, QStringLiteral("exactly one statement is expected"),
                                QSqlError::StatementError);
        return nullptr;
    }
    return statement;
}

void SqlcipherConnection::finalize(sqlite3_stmt *statement)
{
    if (handle_)
        sqlite3_finalize(statement);
}

QSqlError SqlcipherConnection::execute(const char *sql)
{
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK)
        return {};
    return make_sql_error(handle_, QSqlError::TransactionError);
}

bool SqlcipherConnection::pages_are_authentic()
{
    if (!page_probe_) {
        QSqlError error;
        page_probe_ = prepare("SELECT rowid FROM sqlite_master LIMIT 1", &error);
        if (!page_probe_)
            return false;
    }
    const int code = sqlite3_step(page_probe_);
    sqlite3_reset(page_probe_);
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

}  // namespace aftercharge
