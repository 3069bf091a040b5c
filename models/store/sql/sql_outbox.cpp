// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_outbox.h"

#include "models/store/sql/effect_row.h"
#include "models/store/sql/json_map.h"

namespace aftercharge {
namespace {

QString select_notices(const QString &rest)
{
    return QStringLiteral("SELECT event_id, kind, member_id, order_no, at, values_json FROM notice ") + rest;
}

}  // namespace

// Not in the namespace without a name: all<T>() would not find them there.
static void read_row(Query &row, Notice &n)
{
    std::string json;
    row.read(n.event_id, n.kind, n.member_id, n.order_no, n.at, json);
    n.values = from_json(json);
}

Result<std::int64_t> SqlOutbox::waiting()
{
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL"));
    return number(query);
}

Result<std::optional<Effect>> SqlOutbox::find(const Uuid &id)
{
    Query query(context_.database, select_effects(QStringLiteral("WHERE id = ?")));
    return first<Effect>(query.bind(id));
}

Result<std::vector<Notice>> SqlOutbox::notices(const OrderNo &order_no)
{
    Query query(context_.database, select_notices(QStringLiteral("WHERE order_no = ? ORDER BY at, n")));
    return all<Notice>(query.bind(order_no));
}

Result<std::vector<Notice>> SqlOutbox::notices_since(UtcTime from, int limit)
{
    Query query(context_.database, select_notices(QStringLiteral("WHERE at >= ? ORDER BY at, n LIMIT ?")));
    return all<Notice>(query.bind(from, limit));
}

Result<void> SqlOutbox::add(const Effect &effect)
{
    Query query(context_.database,
                insert_sql(QStringLiteral("outbox"), effect_columns() + QStringLiteral(", lease_owner, lease_until")));
    bind_row(query, effect);
    return write(query.bind(std::string(), 0));
}

Result<std::vector<Effect>> SqlOutbox::lease(EffectKind kind, UtcTime now, const std::string &owner,
                                             UtcTime lease_until, int limit, const Wanted &wanted)
{
    Query due(context_.database, select_effects(QStringLiteral("WHERE done_at IS NULL AND kind = ? AND due_at <= ? AND "
                                                               "lease_until <= ? ORDER BY due_at, id LIMIT ?")));
    auto effects = all<Effect>(due.bind(kind, now, now, limit));
    if (!effects)
        return effects;
    if (wanted)
        std::erase_if(*effects, [&](const Effect &effect) { return !wanted(effect); });
    for (Effect &effect : *effects) {
        Query take(context_.database, QStringLiteral("UPDATE outbox SET lease_owner = ?, lease_until = ?, attempts = ? "
                                                     "WHERE id = ? AND attempts = ?"));
        const Result<int> rows = take.bind(owner, lease_until, effect.attempts + 1, effect.id, effect.attempts).run();
        if (const auto taken = expect_updated(rows, effect.key); !taken)
            return tl::unexpected(taken.error());
        ++effect.attempts;
    }
    return effects;
}

Result<void> SqlOutbox::done(const Uuid &id, UtcTime at, const std::string &refusal)
{
    Query query(context_.database, QStringLiteral("UPDATE outbox SET done_at = ?, lease_owner = '', lease_until = 0, "
                                                  "last_error = ? WHERE id = ? AND done_at IS NULL"));
    return expect_updated(query.bind(at, refusal, id).run(), id.to_text());
}

Result<void> SqlOutbox::failed(const Uuid &id, const std::string &error, UtcTime due_at)
{
    Query query(context_.database, QStringLiteral("UPDATE outbox SET last_error = ?, due_at = ?, lease_owner = '', "
                                                  "lease_until = 0 WHERE id = ? AND done_at IS NULL"));
    return expect_updated(query.bind(error, due_at, id).run(), id.to_text());
}

Result<void> SqlOutbox::add_notice(const Notice &notice)
{
    const auto n = context_.numbers.next("notice", {}, 1);
    if (!n)
        return tl::unexpected(n.error());
    Query query(context_.database,
                insert_sql(QStringLiteral("notice"),
                           QStringLiteral("event_id, n, kind, member_id, order_no, at, values_json")));
    return write(query.bind(notice.event_id, *n, notice.kind, notice.member_id, notice.order_no, notice.at,
                            to_json(notice.values)));
}

}  // namespace aftercharge
