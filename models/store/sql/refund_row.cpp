// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/refund_row.h"

namespace aftercharge {

QString refund_columns()
{
    return QStringLiteral(
        "refund_no, kind, order_no, member_id, ticket_no, currency, amount_minor, status, approval, "
        "reason_code, note, basis, initiator, requested_by, approved_by, transfer_id, "
        "external_refund_id, created_at, decided_at, posted_at, payment_order_id, claim_no, retry_of, "
        "before_shipment, gateway_words, repairable, version");
}

void read_row(Query &row, Refund &r)
{
    Currency currency;
    row.read(r.refund_no, r.kind, r.order_no, r.member_id, r.ticket_no, currency, MoneyOut{r.amount, currency},
             r.status, r.approval, r.reason_code, r.note, r.basis, r.initiator, r.requested_by, r.approved_by,
             r.transfer_id, r.external_refund_id, r.created_at, r.decided_at, r.posted_at, r.payment_order_id,
             r.claim_no, r.retry_of, r.before_shipment, r.gateway_words, r.repairable, r.version);
}

void bind_rest(Query &query, const Refund &r)
{
    query.bind(r.kind, r.order_no, r.member_id, r.ticket_no, r.amount.currency(), r.amount, r.status, r.approval,
               r.reason_code, r.note, r.basis, r.initiator, r.requested_by, r.approved_by, r.transfer_id,
               r.external_refund_id, r.created_at, r.decided_at, r.posted_at, r.payment_order_id, r.claim_no,
               r.retry_of, r.before_shipment, r.gateway_words, r.repairable);
}

}  // namespace aftercharge
