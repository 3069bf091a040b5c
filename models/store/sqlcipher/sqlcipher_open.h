// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include <QSqlDatabase>
#include <QString>

#include "models/domain/error.h"

struct sqlite3;

namespace aftercharge {

class SqlcipherConnection;

enum class SqlcipherJournal {
    RollbackExtra,  // journal_mode=DELETE, synchronous=EXTRA: the ledger
    Wal,            // journal_mode=WAL, synchronous=FULL: telemetry
};

enum class SqlcipherSynchronous { Off, Normal, Full, Extra };

struct SqlcipherOpenOptions {
    std::filesystem::path path;
    // The raw data key (StoreKey::bytes()); must outlive the call, no copy is kept.
    std::span<const unsigned char, 32> key;
    SqlcipherJournal journal = SqlcipherJournal::RollbackExtra;
    // Makes a new file, mode 0600. A file that is there already and not empty is StoreExists.
    bool create = false;
    bool read_only = false;
    int busy_timeout_ms = 5000;
    // Empty: what `journal` says.
    std::optional<SqlcipherSynchronous> synchronous = {};
    // The name of a registered sqlite3_vfs; empty for the system's.
    std::string vfs = {};
};

// Opens one database for the calling thread under a name not yet in use; end it by
// QSqlDatabase::removeDatabase(connection_name), when no copy and no query is left.
//
//   StoreNotFound     no such file (create: no such folder)
//   StoreExists       create, and the file is there
//   StorePlainFile    an SQLite file that is not encrypted
//   StoreWrongKey     the first page does not answer to this key
//   StoreForeignFile  not a store: not a file, empty, or not a whole number of pages
//   StoreReadOnly     file or folder cannot be written (the journal lies beside the file)
//   StoreDiskFull, StoreInUse, StoreCorrupt, StoreIo
//
// A failed open leaves the disk as it was, with one exception that is recovery and not harm: a
// journal left by a crash is played back before SQLite can judge the key.
//
// While a database is open, nothing in the process may open its file by other means: closing
// any descriptor of it drops the process's POSIX locks, and with them SQLite's.
Result<QSqlDatabase> open_sqlcipher(const SqlcipherOpenOptions &options, const QString &connection_name);

// The same without Qt SQL's registry.
Result<std::unique_ptr<SqlcipherConnection>> open_sqlcipher_connection(const SqlcipherOpenOptions &options);

// Refuses a handle that does not answer PRAGMA cipher_version: stock SQLite ignores the key
// and writes plain text. Internal. Part of every open.
Result<void> demand_cipher(sqlite3 *handle);

}  // namespace aftercharge
