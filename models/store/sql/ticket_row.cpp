// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/ticket_row.h"

namespace aftercharge {

QString ticket_columns()
{
    return QStringLiteral("ticket_no, kind, state, order_no, member_id, charge_point_id, connector_id, shipment_no, "
                          "reason, text, source, assigned_to, opened_at, due_at, closed_at, decision, version");
}

void read_row(Query &row, Ticket &t)
{
    row.read(t.ticket_no, t.kind, t.state, t.order_no, t.member_id, t.connector.charge_point_id,
             t.connector.connector_id, t.shipment_no, t.reason, t.text, t.source, t.assigned_to, t.opened_at, t.due_at,
             t.closed_at, t.decision, t.version);
}

void bind_rest(Query &query, const Ticket &t)
{
    query.bind(t.kind, t.state, t.order_no, t.member_id, t.connector.charge_point_id, t.connector.connector_id,
               t.shipment_no, t.reason, t.text, t.source, t.assigned_to, t.opened_at, t.due_at, t.closed_at,
               t.decision);
}

QString entry_columns()
{
    return QStringLiteral("ticket_no, at, kind, actor_source, actor_name, text");
}

void read_row(Query &row, TicketEntry &e)
{
    row.read(e.ticket_no, e.at, e.kind, e.actor.source, e.actor.name, e.text);
}

QString evidence_columns()
{
    return QStringLiteral("id, ticket_no, name, media_type, sha256, size_bytes, added_at");
}

void read_row(Query &row, Evidence &e)
{
    row.read(e.id, e.ticket_no, e.name, e.media_type, BytesOut{e.sha256}, e.size_bytes, e.added_at);
}

}  // namespace aftercharge
