// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QSqlDatabase>

#include "models/domain/error.h"
#include "models/store/postgres/postgres_target.h"

namespace aftercharge {

// A connection through Qt's QPSQL under the name `name`, for the calling thread. Numbers that
// the server computes come exact, as text. store.unreachable, store.wrong_key (a login or a
// password that is refused), store.not_found (no such database).
Result<QSqlDatabase> open_postgres(const PostgresTarget &target, const std::string &password, const QString &name);

// Whether the server is older than the last minor release of its line that this program knows
// of, in a sentence; empty: no.
std::string outdated_server(int server_version);

}  // namespace aftercharge
