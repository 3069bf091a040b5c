// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/effect_row.h"

namespace aftercharge {

QString effect_columns()
{
    return QStringLiteral("id, kind, key, payload, actor_source, actor_name, created_at, due_at, attempts, sent_at, "
                          "done_at, last_error");
}

QString select_effects(const QString &rest)
{
    return QStringLiteral("SELECT ") + effect_columns() + QStringLiteral(" FROM outbox ") + rest;
}

void read_row(Query &row, Effect &e)
{
    row.read(e.id, e.kind, e.key, e.payload, e.actor.source, e.actor.name, e.created_at, e.due_at, e.attempts,
             e.sent_at, e.done_at, e.last_error);
}

void bind_row(Query &query, const Effect &e)
{
    query.bind(e.id, e.kind, e.key, e.payload, e.actor.source, e.actor.name, e.created_at, e.due_at, e.attempts,
               e.sent_at, e.done_at, e.last_error);
}

}  // namespace aftercharge
