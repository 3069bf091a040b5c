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

}  // namespace

Result<std::vector<Refund>> SqlRefunds::with_items(Result<std::vector<Refund>> refunds)
{
    if (!refunds)
        return refunds;
    for (Refund &refund : *refunds) {
        if (const auto loaded = units_.load_items(refund); !loaded)
            return tl::unexpected(loaded.error());
    }
    return refunds;
}

Result<Refund> SqlRefunds::find(const RefundNo &refund_no)
{
    Query query(context_.database, select_refunds(QStringLiteral("WHERE refund_no = ?")));
    auto refund = one<Refund>(query.bind(refund_no), ErrorCode::RefundNotFound, refund_no.text());
    if (!refund)
        return refund;
    if (const auto loaded = units_.load_items(*refund); !loaded)
        return tl::unexpected(loaded.error());
    return refund;
}

Result<std::vector<Refund>> SqlRefunds::of_order(const OrderNo &order_no)
{
    Query query(context_.database, select_refunds(QStringLiteral("WHERE order_no = ? ORDER BY created_at, refund_no")));
    return with_items(all<Refund>(query.bind(order_no)));
}

Result<std::vector<Refund>> SqlRefunds::of_claim(const ClaimNo &claim_no)
{
    Query query(context_.database, select_refunds(QStringLiteral("WHERE claim_no = ? AND claim_no <> '' ORDER BY "
                                                                 "created_at, refund_no")));
    return with_items(all<Refund>(query.bind(claim_no)));
}

Result<std::optional<Refund>> SqlRefunds::by_external_id(std::string_view external_refund_id)
{
    Query query(context_.database,
                select_refunds(QStringLiteral("WHERE external_refund_id = ? AND external_refund_id <> '' ORDER BY "
                                              "created_at DESC, refund_no DESC LIMIT 1")));
    auto found = with_items(all<Refund>(query.bind(external_refund_id)));
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<RefundUnit>> SqlRefunds::units(const RefundNo &refund_no)
{
    return units_.of(refund_no);
}

Result<std::vector<Refund>> SqlRefunds::through_gateway(UtcTime from, UtcTime to)
{
    // What nobody has approved was never on its way.
    Query query(context_.database,
                select_refunds(
                    QStringLiteral("WHERE kind IN ('GOODS_REFUND', 'PLATFORM_COVERS') AND approval = 'APPROVED' AND "
                                   "((created_at >= ? AND created_at < ?) OR (decided_at >= ? AND decided_at < ?) OR "
                                   "(posted_at >= ? AND posted_at < ?) OR status IN ('INIT', 'PENDING', 'UNKNOWN')) "
                                   "ORDER BY created_at, refund_no")));
    return with_items(all<Refund>(query.bind(from, to, from, to, from, to)));
}

Result<Page<Refund>> SqlRefunds::page(const RefundQuery &query)
{
    PagedSelect select(refund_columns(), QStringLiteral("payment_refund"), QStringLiteral("created_at"),
                       QStringLiteral("refund_no"));
    if (query.status)
        select.where(QStringLiteral("status = ?"), *query.status);
    if (query.approval)
        select.where(QStringLiteral("approval = ?"), *query.approval);
    if (query.without_batches)
        select.where(QStringLiteral("NOT EXISTS (SELECT 1 FROM refund_batch_row b WHERE b.refund_no = "
                                    "payment_refund.refund_no AND b.refund_no <> '')"));
    select.where_text(query.text, {QStringLiteral("refund_no"), QStringLiteral("order_no"), QStringLiteral("member_id"),
                                   QStringLiteral("ticket_no"), QStringLiteral("claim_no"),
                                   QStringLiteral("external_refund_id"), QStringLiteral("note")});
    auto page = select.page<Refund>(context_.database, query.page, [](const Refund &refund) {
        return Cursor{refund.created_at.time_since_epoch().count(), refund.refund_no.text()};
    });
    if (!page)
        return page;
    auto rows = with_items(std::move(page->rows));
    if (!rows)
        return tl::unexpected(rows.error());
    page->rows = std::move(*rows);
    return page;
}

Result<std::int64_t> SqlRefunds::waiting_approval()
{
    Query query(
        context_.database,
        QStringLiteral("SELECT COUNT(*) FROM payment_refund r WHERE r.approval = 'WAITING' AND NOT EXISTS (SELECT 1 "
                       "FROM refund_batch_row b WHERE b.refund_no = r.refund_no AND b.refund_no <> '')"));
    return number(query);
}

Result<RefundNo> SqlRefunds::next_refund_no(UtcTime now)
{
    return next_daily_number(context_, "R", now).and_then([](const std::string &text) {
        return RefundNo::from_text(text);
    });
}

// Whoever gives back of one order waits for the other, and sees then what he gave.
Result<void> SqlRefunds::hold_order(const Refund &refund)
{
    const QString table = is_of_goods(refund.kind) ? QStringLiteral("orders") : QStringLiteral("charging_order");
    const QString select = QStringLiteral("SELECT version FROM %1 WHERE order_no = ?").arg(table);
    const QString locking = context_.database.dialect().locking(select);
    if (locking == select)
        return {};
    Query query(context_.database, locking);
    const auto held = query.bind(refund.order_no).next();
    return held ? Result<void>() : tl::unexpected(held.error());
}

// The table's guard says the same; here it has a code of its own and an amount.
Result<void> SqlRefunds::check_within_paid(const Refund &refund)
{
    if (!holds_money(refund))
        return {};
    if (const auto held = hold_order(refund); !held)
        return held;
    Query query(
        context_.database,
        QStringLiteral("SELECT COALESCE((SELECT fee_minor - owed_minor FROM charging_order WHERE order_no = ?), "
                       "(SELECT paid_minor FROM orders WHERE order_no = ? AND state NOT IN ('UNPAID', "
                       "'CANCELLED')), 0) - (SELECT COALESCE(SUM(amount_minor), 0) FROM payment_refund WHERE "
                       "order_no = ? AND refund_no <> ? AND approval <> 'SENT_BACK' AND status NOT IN "
                       "('FAIL', 'CLOSED', 'REVERSED'))"));
    const auto left = number(query.bind(refund.order_no, refund.order_no, refund.order_no, refund.refund_no));
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

Result<void> SqlRefunds::insert(const Refund &refund, const std::vector<RefundUnit> &units)
{
    if (!refund.amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, refund.amount.to_text());
    if (const auto checked = check_within_paid(refund); !checked)
        return checked;
    if (const auto checked = units_.check(refund, units); !checked)
        return checked;
    Query query(context_.database, insert_sql(QStringLiteral("payment_refund"), refund_columns()));
    query.bind(refund.refund_no);
    bind_rest(query, refund);
    Refund stored = refund;
    return write(query.bind(refund.version))
        .and_then([&] { return units_.insert(refund, units); })
        .and_then([&] { return holds_money(refund) ? units_.hold(refund, units) : Result<void>(); })
        .and_then([&] { return units_.load_items(stored); })
        .and_then([&] { return log_version(stored); });
}

Result<void> SqlRefunds::move_units(const Refund &before, const Refund &refund)
{
    if (!is_of_goods(refund.kind) || holds_money(before) == holds_money(refund))
        return {};
    const auto units = units_.of(refund.refund_no);
    if (!units)
        return tl::unexpected(units.error());
    return holds_money(refund) ? units_.hold(refund, *units) : units_.release(refund, *units);
}

Result<void> SqlRefunds::write_version(const Refund &refund, std::int64_t before)
{
    Query query(context_.database, update_sql(QStringLiteral("payment_refund"), refund_columns()));
    bind_rest(query, refund);
    return expect_updated(query.bind(refund.version, refund.refund_no, before).run(), refund.refund_no.text());
}

Result<void> SqlRefunds::update(Refund &refund)
{
    const auto before = find(refund.refund_no);
    if (!before)
        return tl::unexpected(before.error());
    if (before->version != refund.version)
        return fail(ErrorCode::StoreConflict, refund.refund_no.text() + " was changed by somebody else");
    if (const auto checked = check_within_paid(refund); !checked)
        return checked;
    if (holds_money(refund) && !holds_money(*before)) {
        const auto units = units_.of(refund.refund_no);
        if (!units)
            return tl::unexpected(units.error());
        if (const auto checked = units_.check_left(refund, *units); !checked)
            return checked;
    }
    Refund next = refund;
    ++next.version;
    next.items = before->items;
    return write_version(next, refund.version)
        .and_then([&] { return move_units(*before, next); })
        .and_then([&] { return log_version(next); })
        .map([&] { refund = next; });
}

Result<void> SqlRefunds::approve(const RefundNo &refund_no, const OperatorName &by, const Money &amount, UtcTime at)
{
    if (const auto flushed = context_.chain.flush_rows_of("payment_refund_approval"); !flushed)
        return tl::unexpected(flushed.error());
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
