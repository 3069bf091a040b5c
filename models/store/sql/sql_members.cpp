// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/query.h"
#include "models/store/sql/sql_registry.h"

namespace aftercharge {
namespace {

QString select_members(const QString &rest)
{
    return QStringLiteral(
               "SELECT m.member_id, COALESCE(p.name, ''), COALESCE(p.phone, ''), m.prepay_minor, m.currency, "
               "m.created_at FROM member m LEFT JOIN member_person p ON p.member_id = m.member_id ") +
           rest;
}

}  // namespace

static void read_row(Query &row, Member &m)
{
    std::optional<std::int64_t> prepay;
    Currency currency;
    row.read(m.id, m.name, m.phone, prepay, currency, m.created_at);
    if (prepay) {
        const auto money = Money::from_minor(*prepay, currency);
        m.prepay = money ? *money : Money::zero(currency);
    }
}

static void read_row(Query &row, IdTag &tag)
{
    row.read(tag);
}

Result<std::vector<IdTag>> SqlRegistry::tags_of(const MemberId &id)
{
    Query query(context_.database, QStringLiteral("SELECT id_tag FROM id_tag WHERE member_id = ? ORDER BY position"));
    return all<IdTag>(query.bind(id));
}

Result<Member> SqlRegistry::member(const MemberId &id)
{
    Query query(context_.database, select_members(QStringLiteral("WHERE m.member_id = ?")));
    auto member = one<Member>(query.bind(id), ErrorCode::MemberNotFound, id.text());
    if (!member)
        return member;
    const auto tags = tags_of(id);
    if (!tags)
        return tl::unexpected(tags.error());
    member->id_tags = *tags;
    return member;
}

Result<std::optional<Member>> SqlRegistry::member_by_tag(const IdTag &id_tag)
{
    // OCPP's idTag is a CiString: charge points spell one card in upper or lower case.
    Query query(context_.database,
                select_members(QStringLiteral("WHERE m.member_id = (SELECT member_id FROM id_tag WHERE lower(id_tag) = "
                                              "lower(?) ORDER BY id_tag LIMIT 1)")));
    auto member = first<Member>(query.bind(id_tag));
    if (!member || !*member)
        return member;
    const auto tags = tags_of((*member)->id);
    if (!tags)
        return tl::unexpected(tags.error());
    (*member)->id_tags = *tags;
    return member;
}

Result<std::vector<Member>> SqlRegistry::members(std::string_view text, int limit)
{
    const std::string pattern = like_pattern(text);
    Query query(
        context_.database,
        select_members(QStringLiteral(
            "WHERE lower(m.member_id) LIKE ? ESCAPE '!' OR lower(p.name) LIKE ? ESCAPE '!' OR "
            "lower(p.phone) LIKE ? ESCAPE '!' OR EXISTS (SELECT 1 FROM id_tag t WHERE t.member_id = m.member_id "
            "AND lower(t.id_tag) LIKE ? ESCAPE '!') ORDER BY m.member_id LIMIT ?")));
    auto members = all<Member>(query.bind(pattern, pattern, pattern, pattern, limit));
    if (!members)
        return members;
    for (Member &member : *members) {
        const auto tags = tags_of(member.id);
        if (!tags)
            return tl::unexpected(tags.error());
        member.id_tags = *tags;
    }
    return members;
}

Result<void> SqlRegistry::add_member(const Member &m)
{
    if (member(m.id))
        return fail(ErrorCode::MemberExists, m.id.text());
    for (const IdTag &tag : m.id_tags) {
        const auto holder = member_by_tag(tag);
        if (!holder)
            return tl::unexpected(holder.error());
        if (*holder)
            return fail(ErrorCode::MemberExists, "the card " + tag.text() + " is of " + (*holder)->id.text());
    }
    Query insert(context_.database,
                 insert_sql(QStringLiteral("member"), QStringLiteral("member_id, prepay_minor, currency, created_at")));
    const auto done = write(insert.bind(m.id, m.prepay, m.prepay ? m.prepay->currency() : Currency(), m.created_at));
    if (!done)
        return done;
    Query person(context_.database,
                 insert_sql(QStringLiteral("member_person"), QStringLiteral("member_id, name, phone")));
    if (const auto named = write(person.bind(m.id, m.name, m.phone)); !named)
        return named;
    int position = 0;
    for (const IdTag &tag : m.id_tags) {
        Query card(context_.database,
                   insert_sql(QStringLiteral("id_tag"), QStringLiteral("id_tag, member_id, position")));
        if (const auto added = write(card.bind(tag, m.id, ++position)); !added)
            return added;
    }
    return {};
}

}  // namespace aftercharge
