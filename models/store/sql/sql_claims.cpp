// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_claims.h"

#include "models/store/sql/chained_goods_rows.h"
#include "models/store/sql/claim_row.h"
#include "models/store/sql/keyset.h"

namespace aftercharge {
namespace {

QString select_claims(const QString &rest)
{
    return QStringLiteral("SELECT ") + claim_columns() + QStringLiteral(" FROM carrier_claim ") + rest;
}

// Spelled as in the index carrier_claim_one_open.
QString open_condition()
{
    return QStringLiteral("state <> 'CLOSED' AND approval <> 'SENT_BACK'");
}

bool is_open(const Claim &claim)
{
    return claim.state != ClaimState::Closed && claim.approval != ApprovalState::SentBack;
}

// What was promised is an amount of the claim's currency, also where it is nothing.
Money promised(const Claim &claim)
{
    return claim.up_to.is_zero() ? Money::zero(claim.amount.currency()) : claim.up_to;
}

Result<void> check_amounts(const Claim &claim)
{
    if (!claim.amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, claim.amount.to_text());
    const bool is_other = claim.approved && !claim.approved->is_zero() &&
                          claim.approved->currency() != claim.amount.currency();
    if (promised(claim).currency() != claim.amount.currency() || is_other)
        return fail(ErrorCode::MoneyCurrencyMismatch, claim.claim_no.text());
    return {};
}

}  // namespace

Result<Claim> SqlClaims::find(const ClaimNo &claim_no)
{
    Query query(context_.database, select_claims(QStringLiteral("WHERE claim_no = ?")));
    return one<Claim>(query.bind(claim_no), ErrorCode::ClaimNotFound, claim_no.text());
}

Result<std::optional<Claim>> SqlClaims::by_external_id(std::string_view external_id)
{
    Query query(context_.database, select_claims(QStringLiteral("WHERE external_id = ? AND external_id <> '' ORDER BY "
                                                                "opened_at DESC, claim_no DESC LIMIT 1")));
    return first<Claim>(query.bind(external_id));
}

Result<std::vector<Claim>> SqlClaims::of_shipment(const ShipmentNo &shipment_no)
{
    Query query(context_.database, select_claims(QStringLiteral("WHERE shipment_no = ? ORDER BY opened_at, claim_no")));
    return all<Claim>(query.bind(shipment_no));
}

Result<std::vector<Claim>> SqlClaims::of_order(const OrderNo &order_no)
{
    Query query(context_.database, select_claims(QStringLiteral("WHERE order_no = ? ORDER BY opened_at, claim_no")));
    return all<Claim>(query.bind(order_no));
}

Result<std::vector<ClaimEvidence>> SqlClaims::evidence(const ClaimNo &claim_no)
{
    Query query(
        context_.database,
        QStringLiteral("SELECT %1 FROM claim_evidence WHERE claim_no = ? ORDER BY n").arg(claim_evidence_columns()));
    return all<ClaimEvidence>(query.bind(claim_no));
}

Result<std::vector<ClaimLogEntry>> SqlClaims::log(const ClaimNo &claim_no)
{
    if (const auto flushed = context_.chain.flush_rows_of("carrier_claim_log"); !flushed)
        return tl::unexpected(flushed.error());
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM carrier_claim_log WHERE claim_no = ? ORDER BY chain_seq")
                    .arg(columns_of(static_cast<const ClaimLogEntry *>(nullptr))));
    return all<ClaimLogEntry>(query.bind(claim_no));
}

Result<Page<Claim>> SqlClaims::page(const ClaimQuery &query)
{
    PagedSelect select(claim_columns(), QStringLiteral("carrier_claim"), QStringLiteral("opened_at"),
                       QStringLiteral("claim_no"));
    if (query.state)
        select.where(QStringLiteral("state = ?"), *query.state);
    if (query.approval)
        select.where(QStringLiteral("approval = ?"), *query.approval);
    if (query.open_only)
        select.where(open_condition());
    select.where_text(query.text,
                      {QStringLiteral("claim_no"), QStringLiteral("shipment_no"), QStringLiteral("order_no"),
                       QStringLiteral("ticket_no"), QStringLiteral("external_id"), QStringLiteral("description")});
    return select.page<Claim>(context_.database, query.page, [](const Claim &claim) {
        return Cursor{claim.opened_at.time_since_epoch().count(), claim.claim_no.text()};
    });
}

Result<std::int64_t> SqlClaims::waiting_approval()
{
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM carrier_claim WHERE approval = 'WAITING'"));
    return number(query);
}

Result<ClaimNo> SqlClaims::next_claim_no(UtcTime now)
{
    return next_daily_number(context_, "K", now).and_then([](const std::string &text) {
        return ClaimNo::from_text(text);
    });
}

Result<void> SqlClaims::check_only_open(const Claim &claim)
{
    if (!is_open(claim))
        return {};
    Query query(context_.database,
                QStringLiteral("SELECT COUNT(*) FROM carrier_claim WHERE shipment_no = ? AND claim_no <> ? AND ") +
                    open_condition());
    const auto others = number(query.bind(claim.shipment_no, claim.claim_no));
    if (!others)
        return tl::unexpected(others.error());
    return *others == 0 ? Result<void>() : fail(ErrorCode::ClaimOpenExists, claim.shipment_no.text());
}

Result<void> SqlClaims::insert(const Claim &claim)
{
    const auto checked = check_amounts(claim).and_then([&] { return check_only_open(claim); });
    if (!checked)
        return checked;
    Query query(context_.database, insert_sql(QStringLiteral("carrier_claim"), claim_columns()));
    query.bind(claim.claim_no);
    bind_rest(query, claim);
    return write(query.bind(claim.version));
}

Result<void> SqlClaims::update(Claim &claim)
{
    const auto checked = check_amounts(claim).and_then([&] { return check_only_open(claim); });
    if (!checked)
        return checked;
    Query query(context_.database, update_sql(QStringLiteral("carrier_claim"), claim_columns()));
    bind_rest(query, claim);
    const Result<int> rows = query.bind(claim.version + 1, claim.claim_no, claim.version).run();
    if (rows && *rows == 0) {
        if (const auto there = find(claim.claim_no); !there)
            return tl::unexpected(there.error());
    }
    return expect_updated(rows, claim.claim_no.text()).map([&] { ++claim.version; });
}

Result<void> SqlClaims::append_log(const ClaimLogEntry &entry)
{
    const auto claim = find(entry.claim_no);
    if (!claim)
        return tl::unexpected(claim.error());
    return insert_chained(context_.database, context_.chain, "carrier_claim_log", chain_number(claim->order_no.text()),
                          entry);
}

Result<void> SqlClaims::approve(const ClaimNo &claim_no, const OperatorName &by, const Money &up_to, UtcTime at)
{
    if (const auto flushed = context_.chain.flush_rows_of("carrier_claim_approval"); !flushed)
        return tl::unexpected(flushed.error());
    const auto claim = find(claim_no);
    if (!claim)
        return tl::unexpected(claim.error());
    const bool is_nothing = up_to.is_zero() && claim->up_to.is_zero();
    if (!is_nothing && up_to != claim->up_to) {
        return fail(ErrorCode::ClaimChanged,
                    "up to " + claim->up_to.to_text() + " is asked now, not " + up_to.to_text());
    }
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM carrier_claim_approval WHERE claim_no = ?"));
    const auto approvals = number(query.bind(claim_no));
    if (!approvals)
        return tl::unexpected(approvals.error());
    if (*approvals > 0)
        return fail(ErrorCode::ClaimAlreadyDecided, claim_no.text());
    return insert_chained(context_.database, context_.chain, "carrier_claim_approval",
                          chain_number(claim->order_no.text()),
                          ClaimApproval{claim_no, by, claim->amount, promised(*claim), at});
}

Result<void> SqlClaims::add_evidence(const ClaimEvidence &evidence)
{
    Query count(context_.database, QStringLiteral("SELECT MAX(n) FROM claim_evidence WHERE claim_no = ?"));
    const auto last = number(count.bind(evidence.claim_no));
    if (!last)
        return tl::unexpected(last.error());
    Query query(context_.database,
                insert_sql(QStringLiteral("claim_evidence"), claim_evidence_columns() + QStringLiteral(", n")));
    bind_row(query, evidence);
    return write(query.bind(*last + 1));
}

Result<void> SqlClaims::mark_sent(const ClaimNo &claim_no, const Uuid &evidence_id, UtcTime at, bool by_hand)
{
    Query find_it(context_.database, QStringLiteral("SELECT %1 FROM claim_evidence WHERE claim_no = ? AND evidence_id "
                                                    "= ?")
                                         .arg(claim_evidence_columns()));
    const auto evidence = one<ClaimEvidence>(find_it.bind(claim_no, evidence_id), ErrorCode::EvidenceMissing,
                                             claim_no.text() + " " + evidence_id.to_text());
    if (!evidence)
        return tl::unexpected(evidence.error());
    Query query(context_.database, QStringLiteral("UPDATE claim_evidence SET sent_at = ?, by_hand = ? WHERE claim_no = "
                                                  "? AND evidence_id = ? AND sent_at IS NULL"));
    const Result<int> rows = query.bind(at, by_hand, claim_no, evidence_id).run();
    if (!rows)
        return tl::unexpected(rows.error());
    return *rows == 1 ? Result<void>() : fail(ErrorCode::StoreConflict, evidence_id.to_text() + " was sent before");
}

}  // namespace aftercharge
