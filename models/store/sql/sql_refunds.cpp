// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_refunds.h"

#include "models/store/sql/chained_rows.h"
#include "models/store/sql/keyset.h"
#include "models/store/sql/refund_row.h"

namespace aftercharge {
namespace {

QString select_refunds(const QString &rest)
{
    return QStringLiteral("SELECT ") + refund_columns() + QStringLiteral(" FROM payment_refund ") + rest;
}

// Whether the request holds a part of what was paid.
bool counts(const Refund &refund)
{
    return refund.approval != ApprovalState::SentBack && refund.status != RefundStatus::Fail &&
           refund.status != RefundStatus::Closed && refund.status != RefundStatus::Reversed;
}

}  // namespace

Result<Refund> SqlRefunds::find(const RefundNo &refund_no)
{
    Query query(context_.database, select_refunds(QStringLiteral("WHERE refund_no = ?")));
    return one<Refund>(query.bind(refund_no), ErrorCode::RefundNotFound, refund_no.text());
}

Result<std::vector<Refund>> SqlRefunds::of_order(const OrderNo &order_no)
{
    Query query(context_.database, select_refunds(QStringLiteral("WHERE order_no = ? ORDER BY created_at, refund_no")));
    return all<Refund>(query.bind(order_no));
}

Result<Page<Refund>> SqlRefunds::page(const RefundQuery &query)
{
    PagedSelect select(refund_columns(), QStringLiteral("payment_refund"), QStringLiteral("created_at"),
                       QStringLiteral("refund_no"));
    if (query.status)
        select.where(QStringLiteral("status = ?"), *query.status);
    if (query.approval)
        select.where(QStringLiteral("approval = ?"), *query.approval);
    select.where_text(query.text, {QStringLiteral("refund_no"), QStringLiteral("order_no"), QStringLiteral("member_id"),
                                   QStringLiteral("ticket_no"), QStringLiteral("note")});
    return select.page<Refund>(context_.database, query.page, [](const Refund &refund) {
        return Cursor{refund.created_at.time_since_epoch().count(), refund.refund_no.text()};
    });
}

Result<std::int64_t> SqlRefunds::waiting_approval()
{
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM payment_refund WHERE approval = 'WAITING'"));
    return number(query);
}

Result<RefundNo> SqlRefunds::next_refund_no(UtcTime now)
{
    return next_daily_number(context_, "R", now).and_then([](const std::string &text) {
        return RefundNo::from_text(text);
    });
}

// The table's guard says the same; here it has a code of its own and an amount.
Result<void> SqlRefunds::check_within_paid(const Refund &refund)
{
    if (!counts(refund))
        return {};
    Query query(context_.database,
                QStringLiteral("SELECT fee_minor - owed_minor - (SELECT COALESCE(SUM(amount_minor), 0) FROM "
                               "payment_refund WHERE order_no = ? AND refund_no <> ? AND approval <> 'SENT_BACK' AND "
                               "status NOT IN ('FAIL', 'CLOSED', 'REVERSED')) FROM charging_order WHERE order_no = ?"));
    const auto left = number(query.bind(refund.order_no, refund.refund_no, refund.order_no));
    if (!left)
        return tl::unexpected(left.error());
    if (refund.amount.minor() <= *left)
        return {};
    const auto money = Money::from_minor(*left, refund.amount.currency());
    return fail(ErrorCode::RefundExceedsPaid,
                refund.amount.to_text() + " asked, " + (money ? money->to_text() : std::string("0")) + " left");
}

Result<void> SqlRefunds::log_version(const Refund &refund)
{
    return insert_chained(context_.database, context_.chain, "payment_refund_log", chain_number(refund.order_no.text()),
                          RefundVersion{refund.refund_no, refund.version, canonical_of(refund)});
}

Result<void> SqlRefunds::insert(const Refund &refund)
{
    if (!refund.amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, refund.amount.to_text());
    if (const auto checked = check_within_paid(refund); !checked)
        return checked;
    Query query(context_.database, insert_sql(QStringLiteral("payment_refund"), refund_columns()));
    query.bind(refund.refund_no);
    bind_rest(query, refund);
    return write(query.bind(refund.version)).and_then([&] { return log_version(refund); });
}

Result<void> SqlRefunds::update(Refund &refund)
{
    if (const auto checked = check_within_paid(refund); !checked)
        return checked;
    Refund next = refund;
    ++next.version;
    Query query(context_.database, update_sql(QStringLiteral("payment_refund"), refund_columns()));
    bind_rest(query, next);
    const Result<int> rows = query.bind(next.version, refund.refund_no, refund.version).run();
    if (rows && *rows == 0) {
        if (const auto there = find(refund.refund_no); !there)
            return tl::unexpected(there.error());
    }
    return expect_updated(rows, refund.refund_no.text()).and_then([&] { return log_version(next); }).map([&] {
        refund.version = next.version;
    });
}

Result<void> SqlRefunds::approve(const RefundNo &refund_no, const OperatorName &by, const Money &amount, UtcTime at)
{
    const auto refund = find(refund_no);
    if (!refund)
        return tl::unexpected(refund.error());
    if (refund->amount != amount)
        return fail(ErrorCode::RefundChanged, refund->amount.to_text() + " is asked now, not " + amount.to_text());
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM payment_refund_approval WHERE refund_no = ?"));
    const auto approvals = number(query.bind(refund_no));
    if (!approvals)
        return tl::unexpected(approvals.error());
    if (*approvals > 0)
        return fail(ErrorCode::RefundAlreadyDecided, refund_no.text());
    return insert_chained(context_.database, context_.chain, "payment_refund_approval",
                          chain_number(refund->order_no.text()), RefundApproval{refund_no, by, amount, at});
}

}  // namespace aftercharge
