// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_gateways.h"

#include "models/store/sql/gateway_row.h"
#include "models/store/sql/json_map.h"

namespace aftercharge {
namespace {

QString select_discrepancies(const QString &rest)
{
    return QStringLiteral("SELECT ") + discrepancy_columns() + QStringLiteral(" FROM discrepancy ") + rest;
}

}  // namespace

Result<std::vector<GatewayAccount>> SqlGateways::accounts()
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM gateway_account ORDER BY gateway").arg(account_columns()));
    return all<GatewayAccount>(query);
}

Result<std::vector<Discrepancy>> SqlGateways::discrepancies(bool resolved, int limit)
{
    if (!resolved) {
        Query open(context_.database, select_discrepancies(QStringLiteral(
                                          "WHERE resolved_at IS NULL ORDER BY found_at DESC, id DESC LIMIT ?")));
        return all<Discrepancy>(open.bind(limit));
    }
    Query query(context_.database,
                select_discrepancies(QStringLiteral("ORDER BY CASE WHEN resolved_at IS NULL THEN 0 ELSE 1 END, "
                                                    "found_at DESC, id DESC LIMIT ?")));
    return all<Discrepancy>(query.bind(limit));
}

Result<std::int64_t> SqlGateways::open_discrepancies()
{
    Query query(context_.database, QStringLiteral("SELECT COUNT(*) FROM discrepancy WHERE resolved_at IS NULL"));
    return number(query);
}

Result<Discrepancy> SqlGateways::discrepancy(const Uuid &id)
{
    Query query(context_.database, select_discrepancies(QStringLiteral("WHERE id = ?")));
    return one<Discrepancy>(query.bind(id), ErrorCode::DiscrepancyNotFound, id.to_text());
}

Result<std::vector<Reconciliation>> SqlGateways::reconciliations(int limit)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM reconciliation ORDER BY started_at DESC, id DESC LIMIT ?")
                    .arg(reconciliation_columns()));
    return all<Reconciliation>(query.bind(limit));
}

Result<std::vector<ReconciledRefund>> SqlGateways::reconciled(const Uuid &id)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM reconciled_refund WHERE id = ? ORDER BY n").arg(reconciled_columns()));
    return all<ReconciledRefund>(query.bind(id));
}

Result<void> SqlGateways::put_account(const GatewayAccount &a)
{
    Query update(context_.database, QStringLiteral("UPDATE gateway_account SET base_url = ?, settings_json = ?, "
                                                   "secrets_json = ?, changed_at = ? WHERE gateway = ?"));
    const Result<int> rows =
        update.bind(a.base_url, to_json(a.settings), to_json(a.secrets), a.changed_at, a.gateway).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 1)
        return {};
    Query insert(context_.database, insert_sql(QStringLiteral("gateway_account"), account_columns()));
    return write(insert.bind(a.gateway, a.base_url, to_json(a.settings), to_json(a.secrets), a.changed_at));
}

Result<bool> SqlGateways::add_event(const GatewayEvent &event)
{
    Query find_it(context_.database,
                  QStringLiteral("SELECT COUNT(*) FROM gateway_event WHERE gateway = ? AND event_id = ?"));
    const auto there = number(find_it.bind(event.gateway, event.event_id));
    if (!there)
        return tl::unexpected(there.error());
    if (*there > 0)
        return false;
    Query query(context_.database,
                insert_sql(QStringLiteral("gateway_event"), QStringLiteral("gateway, event_id, received_at, raw")));
    return write(query.bind(event.gateway, event.event_id, event.received_at, BytesIn{event.raw})).map([] {
        return true;
    });
}

Result<bool> SqlGateways::add_discrepancy(const Discrepancy &d)
{
    Query find_it(context_.database, QStringLiteral("SELECT COUNT(*) FROM discrepancy WHERE kind = ? AND entity = ? "
                                                    "AND entity_id = ? AND resolved_at IS NULL"));
    const auto there = number(find_it.bind(d.kind, d.entity, d.entity_id));
    if (!there)
        return tl::unexpected(there.error());
    if (*there > 0)
        return false;
    Query query(context_.database, insert_sql(QStringLiteral("discrepancy"), discrepancy_columns()));
    bind_row(query, d);
    return write(query).map([] { return true; });
}

Result<void> SqlGateways::resolve_discrepancy(const Uuid &id, const OperatorName &by, const std::string &resolution,
                                              UtcTime at)
{
    if (resolution.empty() || by.is_empty())
        return fail(ErrorCode::InputInvalid, "a discrepancy is resolved by a person, with a word about how");
    if (const auto there = discrepancy(id); !there)
        return tl::unexpected(there.error());
    Query query(context_.database, QStringLiteral("UPDATE discrepancy SET resolved_at = ?, resolved_by = ?, resolution "
                                                  "= ? WHERE id = ? AND resolved_at IS NULL"));
    const Result<int> rows = query.bind(at, by, resolution, id).run();
    if (!rows)
        return tl::unexpected(rows.error());
    return *rows == 1 ? Result<void>() : fail(ErrorCode::StoreConflict, id.to_text() + " was resolved before");
}

Result<void> SqlGateways::put_reconciliation(const Reconciliation &r)
{
    Query update(context_.database, QStringLiteral("UPDATE reconciliation SET day = ?, run_by = ?, started_at = ?, "
                                                   "finished_at = ?, refunds = ?, differing = ? WHERE id = ?"));
    const Result<int> rows =
        update.bind(r.day, r.run_by, r.started_at, r.finished_at, r.refunds, r.differing, r.id).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 1)
        return {};
    Query insert(context_.database, insert_sql(QStringLiteral("reconciliation"), reconciliation_columns()));
    return write(insert.bind(r.id, r.day, r.run_by, r.started_at, r.finished_at, r.refunds, r.differing));
}

Result<void> SqlGateways::add_reconciled(const Uuid &id, const std::vector<ReconciledRefund> &rows)
{
    Query last(context_.database, QStringLiteral("SELECT MAX(n) FROM reconciled_refund WHERE id = ?"));
    const auto count = number(last.bind(id));
    if (!count)
        return tl::unexpected(count.error());
    std::int64_t n = *count;
    for (const ReconciledRefund &row : rows) {
        Query query(context_.database,
                    insert_sql(QStringLiteral("reconciled_refund"), QStringLiteral("id, n, ") + reconciled_columns()));
        query.bind(id, ++n);
        bind_row(query, row);
        if (const auto done = write(query); !done)
            return done;
    }
    return {};
}

}  // namespace aftercharge
