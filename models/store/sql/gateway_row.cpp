// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/gateway_row.h"

#include "models/store/sql/json_map.h"

namespace aftercharge {
namespace {

// The amounts of a row have one currency; where one is a plain zero, another tells.
Currency currency_of(const ReconciledRefund &r)
{
    for (const Money *amount : {&r.amount, &r.ledger_paid}) {
        if (!amount->currency().code().empty())
            return amount->currency();
    }
    return r.gateway_amount ? r.gateway_amount->currency() : Currency();
}

}  // namespace

QString account_columns()
{
    return QStringLiteral("gateway, base_url, settings_json, secrets_json, changed_at");
}

void read_row(Query &row, GatewayAccount &a)
{
    std::string settings;
    std::string secrets;
    row.read(a.gateway, a.base_url, settings, secrets, a.changed_at);
    a.settings = from_json(settings);
    a.secrets = from_json(secrets);
}

QString discrepancy_columns()
{
    return QStringLiteral("id, kind, entity, entity_id, order_no, detail, found_at, resolved_at, resolved_by, "
                          "resolution");
}

void read_row(Query &row, Discrepancy &d)
{
    row.read(d.id, d.kind, d.entity, d.entity_id, d.order_no, d.detail, d.found_at, d.resolved_at, d.resolved_by,
             d.resolution);
}

void bind_row(Query &query, const Discrepancy &d)
{
    query.bind(d.id, d.kind, d.entity, d.entity_id, d.order_no, d.detail, d.found_at, d.resolved_at, d.resolved_by,
               d.resolution);
}

QString reconciliation_columns()
{
    return QStringLiteral("id, day, run_by, started_at, finished_at, refunds, differing");
}

void read_row(Query &row, Reconciliation &r)
{
    row.read(r.id, r.day, r.run_by, r.started_at, r.finished_at, r.refunds, r.differing);
}

QString reconciled_columns()
{
    return QStringLiteral("refund_no, status, currency, amount_minor, ledger_paid_minor, outbox_done, gateway_status, "
                          "gateway_minor, agrees, finding");
}

void read_row(Query &row, ReconciledRefund &r)
{
    Currency currency;
    row.read(r.refund_no, r.status, currency, MoneyOut{r.amount, currency}, MoneyOut{r.ledger_paid, currency},
             r.outbox_done, r.gateway_status, OptionalMoneyOut{r.gateway_amount, currency}, r.agrees, r.finding);
}

void bind_row(Query &query, const ReconciledRefund &r)
{
    query.bind(r.refund_no, r.status, currency_of(r), r.amount, r.ledger_paid, r.outbox_done, r.gateway_status,
               r.gateway_amount, r.agrees, r.finding);
}

}  // namespace aftercharge
