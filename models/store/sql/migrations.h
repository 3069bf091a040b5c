// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "models/domain/time.h"
#include "models/store/sql/database.h"

namespace aftercharge {

// One numbered step of a schema, from the resources: migrations/<set>/NNNN_name.{up,down}.sql.
struct Migration {
    int version = 0;
    QString name;
    QString up;
    QString down;
};

enum class Schema { Ledger, Telemetry, Desk };  // Desk: of a shared store only

// In order, from 1, without a gap.
Result<std::vector<Migration>> migrations_of(Schema schema);

// 0 for an empty database. Nothing is written.
Result<int> schema_version(Database &database);

// Up or down to `target`, each step a transaction of its own. A database that is newer than
// this program is store.newer_schema and not touched. Down drops what the step made, with the
// rows in it: for development and for tests, a chain does not survive it.
Result<void> migrate(Database &database, const std::vector<Migration> &migrations, int target, UtcTime now);

// The same to the newest.
Result<void> migrate_up(Database &database, Schema schema, UtcTime now);

// A migration's text as single statements in the engine's own spelling.
Result<std::vector<QString>> statements_of(const QString &text, const Dialect &dialect);

}  // namespace aftercharge
