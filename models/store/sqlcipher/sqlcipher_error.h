// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QSqlError>

#include "models/domain/error.h"

struct sqlite3;

namespace aftercharge {

// What an extended result code of SQLite means here. `message` becomes the detail: for a
// trigger it is the text that the trigger raised.
//   CONSTRAINT* → StoreRule      BUSY, LOCKED → StoreInUse     FULL → StoreDiskFull
//   READONLY*, PERM → StoreReadOnly   CORRUPT*, NOTADB, a page that fails its HMAC → StoreCorrupt
//   ABORT* → StoreConflict   INTERRUPT → Cancelled   IOERR*, CANTOPEN, … → StoreIo   else Internal
Error to_error(int extended_code, std::string message);

// The same for an error that came through Qt SQL (nativeErrorCode is the extended code).
Error to_error(const QSqlError &error);

// The connection's last error as Qt SQL carries it.
QSqlError make_sql_error(sqlite3 *handle, QSqlError::ErrorType type);
QSqlError make_sql_error(int extended_code, const QString &message, QSqlError::ErrorType type);

}  // namespace aftercharge
