// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/claim_row.h"

namespace aftercharge {

QString claim_columns()
{
    return QStringLiteral("claim_no, shipment_no, order_no, ticket_no, type, state, approval, currency, amount_minor, "
                          "up_to_minor, description, external_id, approved_minor, carrier_words, decision, "
                          "requested_by, approved_by, opened_at, closed_at, version");
}

void read_row(Query &row, Claim &c)
{
    Currency currency;
    row.read(c.claim_no, c.shipment_no, c.order_no, c.ticket_no, c.type, c.state, c.approval, currency,
             MoneyOut{c.amount, currency}, MoneyOut{c.up_to, currency}, c.description, c.external_id,
             OptionalMoneyOut{c.approved, currency}, c.carrier_words, c.decision, c.requested_by, c.approved_by,
             c.opened_at, c.closed_at, c.version);
}

void bind_rest(Query &query, const Claim &c)
{
    query.bind(c.shipment_no, c.order_no, c.ticket_no, c.type, c.state, c.approval, c.amount.currency(), c.amount,
               c.up_to, c.description, c.external_id, c.approved, c.carrier_words, c.decision, c.requested_by,
               c.approved_by, c.opened_at, c.closed_at);
}

QString claim_evidence_columns()
{
    return QStringLiteral("claim_no, evidence_id, sha256, round, sent_at, by_hand");
}

void read_row(Query &row, ClaimEvidence &e)
{
    row.read(e.claim_no, e.evidence_id, BytesOut{e.sha256}, e.round, e.sent_at, e.by_hand);
}

void bind_row(Query &query, const ClaimEvidence &e)
{
    query.bind(e.claim_no, e.evidence_id, BytesIn{e.sha256}, e.round, e.sent_at, e.by_hand);
}

}  // namespace aftercharge
