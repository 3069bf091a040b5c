// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcipher/sqlcipher_error.h"

#include <string_view>

#include "models/store/sqlcipher/sqlite_api.h"

namespace aftercharge {
namespace {

// A page whose HMAC does not match leaves SQLCipher 3.4.1's pager in an error state that is
// reported as a bare SQLITE_ERROR; a mistake in SQL always has a text of its own.
constexpr std::string_view bare_error_text = "SQL logic error or missing database";

ErrorCode code_of(int primary, std::string_view message)
{
    switch (primary) {
    case SQLITE_CONSTRAINT:
        return ErrorCode::StoreRule;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return ErrorCode::StoreInUse;
    case SQLITE_FULL:
        return ErrorCode::StoreDiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::StoreReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::StoreCorrupt;
    case SQLITE_ERROR:
        return message == bare_error_text ? ErrorCode::StoreCorrupt : ErrorCode::Internal;
    case SQLITE_ABORT:
        return ErrorCode::StoreConflict;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOLFS:
        return ErrorCode::StoreIo;
    default:
        return ErrorCode::Internal;
    }
}

}  // namespace

Error to_error(int extended_code, std::string message)
{
    const ErrorCode code = code_of(extended_code & 0xff, message);
    return Error{code, std::move(message)};
}

Error to_error(const QSqlError &error)
{
    bool is_number = false;
    const int code = error.nativeErrorCode().toInt(&is_number);
    if (is_number)
        return to_error(code, error.databaseText().toStdString());
    return Error{ErrorCode::Internal, error.text().toStdString()};
}

QSqlError make_sql_error(sqlite3 *handle, QSqlError::ErrorType type)
{
    return make_sql_error(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)), type);
}

QSqlError make_sql_error(int extended_code, const QString &message, QSqlError::ErrorType type)
{
    return QSqlError(QStringLiteral("SQLCipher"), message, type, QString::number(extended_code));
}

}  // namespace aftercharge
