// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_approvals.h"

#include "models/store/sql/approval_row.h"
#include "models/store/sql/chained_rows.h"

namespace aftercharge {
namespace {

struct RuleRow {
    std::int64_t above_minor = 0;
    int approvers = 1;
};

void read_row(Query &row, RuleRow &rule)
{
    row.read(rule.above_minor, rule.approvers);
}

template<typename Tag>
struct NumberRow {
    Id<Tag> number;
};

template<typename Tag>
void read_row(Query &row, NumberRow<Tag> &number)
{
    row.read(number.number);
}

template<typename Tag>
Result<std::vector<Id<Tag>>> numbers_of(Query &query)
{
    return all<NumberRow<Tag>>(query).map([](const std::vector<NumberRow<Tag>> &rows) {
        std::vector<Id<Tag>> numbers;
        for (const NumberRow<Tag> &row : rows)
            numbers.push_back(row.number);
        return numbers;
    });
}

// Nothing where there is one writer at a time.
Result<void> hold_order(Database &database, const QString &table, std::string_view subject)
{
    const QString select = QStringLiteral("SELECT version FROM %1 WHERE order_no IN (SELECT order_no FROM "
                                          "payment_refund WHERE refund_no = ? UNION SELECT order_no FROM "
                                          "carrier_claim WHERE claim_no = ?)")
                               .arg(table);
    const QString locking = database.dialect().locking(select);
    if (locking == select)
        return {};
    Query query(database, locking);
    const auto held = query.bind(subject, subject).next();
    return held ? Result<void>() : tl::unexpected(held.error());
}

}  // namespace

Result<std::vector<ApprovalRule>> SqlApprovals::rules()
{
    Query query(context_.database,
                QStringLiteral("SELECT above_minor, approvers FROM approval_rule ORDER BY above_minor"));
    const auto rows = all<RuleRow>(query);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<ApprovalRule> rules;
    for (const RuleRow &row : *rows) {
        const auto above = Money::from_minor(row.above_minor, context_.network.currency);
        if (!above)
            return tl::unexpected(above.error());
        rules.push_back({*above, row.approvers});
    }
    return rules;
}

Result<std::chrono::milliseconds> SqlApprovals::life()
{
    Query query(context_.database, QStringLiteral("SELECT life_ms FROM approval_setting"));
    return number(query).map([](std::int64_t milliseconds) { return std::chrono::milliseconds{milliseconds}; });
}

Result<std::vector<ApprovalVote>> SqlApprovals::votes(std::string_view subject)
{
    if (const auto flushed = context_.chain.flush_rows_of("approval_vote"); !flushed)
        return tl::unexpected(flushed.error());
    Query query(context_.database, QStringLiteral("SELECT %1 FROM approval_vote WHERE subject = ? ORDER BY at, login")
                                       .arg(columns_of(static_cast<const ApprovalVote *>(nullptr))));
    return all<ApprovalVote>(query.bind(subject));
}

// Who asks for it within a unit of work decides by it: the order is held from then on, so that
// what is compared with the picture stays so until the decision is written.
Result<std::optional<ApprovalPicture>> SqlApprovals::picture(std::string_view subject)
{
    if (context_.database.in_transaction()) {
        for (const QString &table : {QStringLiteral("charging_order"), QStringLiteral("orders")}) {
            if (const auto held = hold_order(context_.database, table, subject); !held)
                return tl::unexpected(held.error());
        }
    }
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM approval_picture WHERE subject = ?").arg(picture_columns()));
    return first<ApprovalPicture>(query.bind(subject));
}

Result<std::vector<RefundNo>> SqlApprovals::refunds_waiting_since(UtcTime before, int limit)
{
    Query query(context_.database,
                QStringLiteral("SELECT r.refund_no FROM payment_refund r WHERE r.approval = 'WAITING' AND "
                               "r.created_at < ? AND NOT EXISTS (SELECT 1 FROM refund_batch_row b WHERE b.refund_no = "
                               "r.refund_no AND b.refund_no <> '') ORDER BY r.created_at, r.refund_no LIMIT ?"));
    return numbers_of<RefundTag>(query.bind(before, limit));
}

Result<std::vector<ClaimNo>> SqlApprovals::claims_waiting_since(UtcTime before, int limit)
{
    Query query(context_.database,
                QStringLiteral("SELECT claim_no FROM carrier_claim WHERE approval = 'WAITING' AND opened_at < ? ORDER "
                               "BY opened_at, claim_no LIMIT ?"));
    return numbers_of<ClaimTag>(query.bind(before, limit));
}

Result<std::vector<BatchNo>> SqlApprovals::batches_waiting_since(UtcTime before, int limit)
{
    Query query(context_.database,
                QStringLiteral("SELECT batch_no FROM refund_batch WHERE approval = 'WAITING' AND created_at < ? ORDER "
                               "BY created_at, batch_no LIMIT ?"));
    return numbers_of<BatchTag>(query.bind(before, limit));
}

Result<void> SqlApprovals::set_rule(const ApprovalRule &rule)
{
    if (rule.above.currency() != context_.network.currency)
        return fail(ErrorCode::MoneyCurrencyMismatch, std::string(rule.above.currency().code()));
    Query change(context_.database, QStringLiteral("UPDATE approval_rule SET approvers = ? WHERE above_minor = ?"));
    const Result<int> rows = change.bind(rule.approvers, rule.above).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows > 0)
        return {};
    Query add(context_.database, insert_sql(QStringLiteral("approval_rule"), QStringLiteral("above_minor, approvers")));
    return write(add.bind(rule.above, rule.approvers));
}

Result<bool> SqlApprovals::remove_rule(const Money &above)
{
    if (above.currency() != context_.network.currency)
        return fail(ErrorCode::MoneyCurrencyMismatch, std::string(above.currency().code()));
    Query query(context_.database, QStringLiteral("DELETE FROM approval_rule WHERE above_minor = ?"));
    return query.bind(above).run().map([](int rows) { return rows > 0; });
}

Result<void> SqlApprovals::set_life(std::chrono::milliseconds life)
{
    Query query(context_.database, QStringLiteral("UPDATE approval_setting SET life_ms = ?"));
    return write(query.bind(std::int64_t{life.count()}));
}

Result<void> SqlApprovals::vote(const ApprovalVote &vote)
{
    const auto before = votes(vote.subject);
    if (!before)
        return tl::unexpected(before.error());
    for (const ApprovalVote &other : *before) {
        if (other.login == vote.login)
            return fail(ErrorCode::ApprovalAlreadyGiven, vote.login.text() + " approved " + vote.subject + " before");
    }
    return insert_chained(context_.database, context_.chain, "approval_vote", chain_number(vote.subject), vote);
}

Result<void> SqlApprovals::keep_picture(const ApprovalPicture &picture)
{
    Query query(context_.database, insert_sql(QStringLiteral("approval_picture"), picture_columns()));
    bind_row(query, picture);
    return write(query);
}

}  // namespace aftercharge
