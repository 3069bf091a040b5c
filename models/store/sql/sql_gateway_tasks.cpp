// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox as the worker of the gateways sees it.
#include <set>

#include "models/store/sql/effect_row.h"
#include "models/store/sql/sql_outbox.h"

namespace aftercharge {
namespace {

QString is_waiting_for_gateways()
{
    return QStringLiteral("done_at IS NULL AND kind NOT IN ('POST_REFUND', 'POST_BATCH', 'CHARGE_POINT_COMMAND')");
}

// The refund, shipment or claim that an effect is about.
std::string subject_of(const std::string &key)
{
    return key.substr(0, key.find('.'));
}

struct KeyOnly {
    std::string key;
};

struct Moment {
    std::optional<UtcTime> time;
};

}  // namespace

static void read_row(Query &row, KeyOnly &only)
{
    row.read(only.key);
}

static void read_row(Query &row, Moment &moment)
{
    row.read(moment.time);
}

Result<std::optional<Effect>> SqlOutbox::find(EffectKind kind, std::string_view key)
{
    Query query(context_.database, select_effects(QStringLiteral("WHERE kind = ? AND key = ?")));
    return first<Effect>(query.bind(kind, key));
}

Result<std::optional<UtcTime>> SqlOutbox::next_for_gateways()
{
    // One that is leased comes back when its lease runs out, if nobody answers.
    Query query(context_.database,
                QStringLiteral("SELECT MIN(CASE WHEN lease_until > due_at THEN lease_until ELSE due_at END) FROM "
                               "outbox WHERE ") +
                    is_waiting_for_gateways());
    return first<Moment>(query).map(
        [](const std::optional<Moment> &moment) { return moment ? moment->time : std::nullopt; });
}

Result<void> SqlOutbox::add_or_rearm(const Effect &effect)
{
    const auto there = find(effect.kind, effect.key);
    if (!there)
        return tl::unexpected(there.error());
    if (!*there)
        return add(effect);
    const Effect &row = **there;
    // Nobody has heard yet what became of it: as new it would be sent a second time.
    if (acts_at_gateway(row.kind) && row.sent_at && !row.done_at)
        return fail(ErrorCode::StoreConflict, std::string(to_text(row.kind)) + " " + row.key + " is under way");
    // The lease of one that is being asked stays: its holder will say when it is due again.
    Query query(context_.database,
                QStringLiteral("UPDATE outbox SET payload = ?, actor_source = ?, actor_name = ?, due_at = ?, "
                               "attempts = 0, sent_at = NULL, done_at = NULL, last_error = '' WHERE id = ?"));
    return expect_updated(
        query.bind(effect.payload, effect.actor.source, effect.actor.name, effect.due_at, row.id).run(), row.key);
}

// Oldest due first, one a subject, and none of a subject that somebody works on.
Result<std::vector<Effect>> SqlOutbox::due_for_gateways(UtcTime now, int limit)
{
    Query leased(context_.database,
                 QStringLiteral("SELECT key FROM outbox WHERE lease_until > ? AND ") + is_waiting_for_gateways());
    const auto held = all<KeyOnly>(leased.bind(now));
    if (!held)
        return tl::unexpected(held.error());
    std::set<std::string> taken;
    for (const KeyOnly &one : *held)
        taken.insert(subject_of(one.key));

    std::vector<Effect> effects;
    Query due(context_.database, select_effects(QStringLiteral("WHERE due_at <= ? AND lease_until <= ? AND ") +
                                                is_waiting_for_gateways() + QStringLiteral(" ORDER BY due_at, id")));
    Result<bool> has_row = due.bind(now, now).next();
    for (; has_row && *has_row && effects.size() < static_cast<std::size_t>(std::max(limit, 0)); has_row = due.next()) {
        Effect effect;
        read_row(due, effect);
        if (!due.is_understood())
            return tl::unexpected(due.misunderstood());
        if (taken.insert(subject_of(effect.key)).second)
            effects.push_back(std::move(effect));
    }
    if (!has_row)
        return tl::unexpected(has_row.error());
    return effects;
}

Result<void> SqlOutbox::take(Effect &effect, UtcTime now, const std::string &owner, UtcTime lease_until)
{
    if (acts_at_gateway(effect.kind) && !effect.sent_at)
        effect.sent_at = now;
    Query query(context_.database, QStringLiteral("UPDATE outbox SET lease_owner = ?, lease_until = ?, sent_at = ?, "
                                                  "attempts = ? WHERE id = ? AND attempts = ?"));
    const Result<int> rows =
        query.bind(owner, lease_until, effect.sent_at, effect.attempts + 1, effect.id, effect.attempts).run();
    return expect_updated(rows, effect.key).map([&] { ++effect.attempts; });
}

Result<std::vector<Effect>> SqlOutbox::lease_for_gateways(UtcTime now, const std::string &owner, UtcTime lease_until,
                                                          int limit)
{
    auto effects = due_for_gateways(now, limit);
    if (!effects)
        return effects;
    for (Effect &effect : *effects) {
        if (const auto taken = take(effect, now, owner, lease_until); !taken)
            return tl::unexpected(taken.error());
    }
    return effects;
}

Result<void> SqlOutbox::not_sent(const Uuid &id, const std::string &error, UtcTime due_at)
{
    Query query(context_.database,
                QStringLiteral("UPDATE outbox SET sent_at = NULL, last_error = ?, due_at = ?, "
                               "lease_owner = '', lease_until = 0 WHERE id = ? AND done_at IS NULL"));
    return expect_updated(query.bind(error, due_at, id).run(), id.to_text());
}

}  // namespace aftercharge
