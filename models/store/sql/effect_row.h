// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outbox.h"
#include "models/store/sql/query.h"

namespace aftercharge {

QString effect_columns();
QString select_effects(const QString &rest);
void read_row(Query &row, Effect &effect);
// All columns.
void bind_row(Query &query, const Effect &effect);

}  // namespace aftercharge
