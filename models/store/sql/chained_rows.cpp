// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/chained_rows.h"

#include "models/store/sql/approval_row.h"
#include "models/store/sql/canonical.h"
#include "models/store/sql/chained_goods_rows.h"

namespace aftercharge {

QString columns_of(const Transfer *)
{
    return QStringLiteral("transfer_id, debit_kind, debit_member, credit_kind, credit_member, currency, amount_minor, "
                          "kind, reference, corrects, at, actor_source, actor_name");
}
QString columns_of(const OrderLogEntry *)
{
    return QStringLiteral("order_no, at, from_state, to_state, event, actor_source, actor_name, note");
}
QString columns_of(const AuditEntry *)
{
    return QStringLiteral("at, actor_source, actor_name, action, entity, entity_id, detail");
}
QString columns_of(const OrphanReport *)
{
    return QStringLiteral("id, charge_point_id, connector_id, received_at, transaction_id, reason, raw");
}
QString columns_of(const RefundApproval *)
{
    return QStringLiteral("refund_no, approved_by, currency, amount_minor, at");
}
QString columns_of(const RefundVersion *)
{
    return QStringLiteral("refund_no, version, content");
}
QString columns_of(const ReadingSet *)
{
    return QStringLiteral("order_no, readings, set_hash");
}

void read_row(Query &row, Transfer &t)
{
    Currency currency;
    row.read(t.transfer_id, t.debit.kind, t.debit.member, t.credit.kind, t.credit.member, currency,
             MoneyOut{t.amount, currency}, t.kind, t.reference, t.corrects, t.at, t.actor.source, t.actor.name);
}
void read_row(Query &row, OrderLogEntry &e)
{
    row.read(e.order_no, e.at, e.from, e.to, e.event, e.actor.source, e.actor.name, e.note);
}
void read_row(Query &row, AuditEntry &e)
{
    row.read(e.at, e.actor.source, e.actor.name, e.action, e.entity, e.entity_id, e.detail);
}
void read_row(Query &row, OrphanReport &r)
{
    row.read(r.id, r.connector.charge_point_id, r.connector.connector_id, r.received_at, r.transaction_id, r.reason,
             BytesOut{r.raw});
}
void read_row(Query &row, RefundApproval &a)
{
    Currency currency;
    row.read(a.refund_no, a.approved_by, currency, MoneyOut{a.amount, currency}, a.at);
}
void read_row(Query &row, RefundVersion &v)
{
    row.read(v.refund_no, v.version, BytesOut{v.content});
}
void read_row(Query &row, ReadingSet &s)
{
    row.read(s.order_no, s.readings, BytesOut{s.set_hash});
}

void bind_row(Query &query, const Transfer &t)
{
    query.bind(t.transfer_id, t.debit.kind, t.debit.member, t.credit.kind, t.credit.member, t.amount.currency(),
               t.amount, t.kind, t.reference, t.corrects, t.at, t.actor.source, t.actor.name);
}
void bind_row(Query &query, const OrderLogEntry &e)
{
    query.bind(e.order_no, e.at, e.from, e.to, e.event, e.actor.source, e.actor.name, e.note);
}
void bind_row(Query &query, const AuditEntry &e)
{
    query.bind(e.at, e.actor.source, e.actor.name, e.action, e.entity, e.entity_id, e.detail);
}
void bind_row(Query &query, const OrphanReport &r)
{
    query.bind(r.id, r.connector.charge_point_id, r.connector.connector_id, r.received_at, r.transaction_id, r.reason,
               BytesIn{r.raw});
}
void bind_row(Query &query, const RefundApproval &a)
{
    query.bind(a.refund_no, a.approved_by, a.amount.currency(), a.amount, a.at);
}
void bind_row(Query &query, const RefundVersion &v)
{
    query.bind(v.refund_no, v.version, BytesIn{v.content});
}
void bind_row(Query &query, const ReadingSet &s)
{
    query.bind(s.order_no, s.readings, BytesIn{s.set_hash});
}

std::string canonical_of(const Transfer &t)
{
    return Canonical(t.transfer_id, t.debit.kind, t.debit.member, t.credit.kind, t.credit.member, t.amount, t.kind,
                     t.reference, t.corrects, t.at, t.actor.source, t.actor.name)
        .bytes();
}
std::string canonical_of(const OrderLogEntry &e)
{
    return Canonical(e.order_no, e.at, e.from, e.to, e.event, e.actor.source, e.actor.name, e.note).bytes();
}
std::string canonical_of(const AuditEntry &e)
{
    return Canonical(e.at, e.actor.source, e.actor.name, e.action, e.entity, e.entity_id, e.detail).bytes();
}
std::string canonical_of(const OrphanReport &r)
{
    return Canonical(r.id, r.connector.charge_point_id, r.connector.connector_id, r.received_at, r.transaction_id,
                     r.reason, BytesIn{r.raw})
        .bytes();
}
std::string canonical_of(const RefundApproval &a)
{
    return Canonical(a.refund_no, a.approved_by, a.amount, a.at).bytes();
}
std::string canonical_of(const RefundVersion &v)
{
    return Canonical(v.refund_no, v.version, BytesIn{v.content}).bytes();
}
std::string canonical_of(const ReadingSet &s)
{
    return Canonical(s.order_no, s.readings, BytesIn{s.set_hash}).bytes();
}
std::string canonical_of(const Refund &r)
{
    std::string bytes = Canonical(r.refund_no, r.kind, r.order_no, r.member_id, r.ticket_no, r.amount, r.status,
                                  r.approval, r.reason_code, r.note, r.basis, r.initiator, r.requested_by,
                                  r.approved_by, r.transfer_id, r.external_refund_id, r.created_at, r.decided_at,
                                  r.posted_at, r.version)
                            .bytes();
    return is_of_goods(r.kind) ? bytes + canonical_goods_part(r) : bytes;
}

std::string key_of(const Transfer &transfer)
{
    return transfer.transfer_id.to_text();
}
std::string key_of(const OrderLogEntry &entry)
{
    return entry.order_no.text() + " " + to_iso8601(entry.at);
}
std::string key_of(const AuditEntry &entry)
{
    return std::string(Canonical(entry.entity_id).bytes().substr(4)) + " " + to_iso8601(entry.at);
}
std::string key_of(const OrphanReport &report)
{
    return report.id.to_text();
}
std::string key_of(const RefundApproval &approval)
{
    return approval.refund_no.text();
}
std::string key_of(const RefundVersion &version)
{
    return version.refund_no.text() + " version " + std::to_string(version.version);
}
std::string key_of(const ReadingSet &set)
{
    return set.order_no.text();
}

namespace {

template<typename T>
QString columns()
{
    return columns_of(static_cast<const T *>(nullptr));
}

template<typename T>
std::pair<std::string, std::string> content_and_key(Query &row)
{
    T value;
    read_row(row, value);
    return {canonical_of(value), key_of(value)};
}

template<typename T>
constexpr ChainedTable table(std::string_view name)
{
    return {name, &columns<T>, &content_and_key<T>};
}

}  // namespace

const std::array<ChainedTable, 11> &chained_tables()
{
    static constexpr std::array tables{
        table<Transfer>("ledger_transfer"),
        table<StatusTexts>("order_status_log"),
        table<AuditEntry>("audit_log"),
        table<OrphanReport>("orphan_report"),
        table<RefundApproval>("payment_refund_approval"),
        table<RefundVersion>("payment_refund_log"),
        table<ReadingSet>("order_reading_set"),
        table<ShipmentLogEntry>("shipment_status_log"),
        table<ClaimApproval>("carrier_claim_approval"),
        table<ClaimLogEntry>("carrier_claim_log"),
        table<ApprovalVote>("approval_vote"),
    };
    return tables;
}

}  // namespace aftercharge
