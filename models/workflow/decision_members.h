// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/decision.h"
#include "models/workflow/decision_json.h"

namespace aftercharge::decision_json {

// The members of each decision, by their names in its arguments: read and written alike. Who
// acts is none of them.

// The type of the value, const where `Io` writes.
template<typename Io, typename T>
using In = typename Io::template Of<T>;

// Parts

template<typename Io>
void members(Io &io, In<Io, ConnectorId> &part)
{
    io("charge_point_id", part.charge_point_id);
    io("connector_id", part.connector_id);
}

template<typename Io>
void members(Io &io, In<Io, EvidenceFile> &part)
{
    io("name", part.name);
    io("media_type", part.media_type);
    io("bytes", as_bytes(part.bytes));
}

template<typename Io>
void members(Io &io, In<Io, LineQuantity> &part)
{
    io("order_item_id", part.order_item_id);
    io("quantity", part.quantity);
}

template<typename Io>
void members(Io &io, In<Io, PostalAddress> &part)
{
    io("name", part.name);
    io("street1", part.street1);
    io("street2", part.street2);
    io("city", part.city);
    io("state", part.state);
    io("zip", part.zip);
    io("country", part.country);
    io("phone", part.phone);
    io("email", part.email);
}

template<typename Io>
void members(Io &io, In<Io, GoodsRefundDraft> &part)
{
    io("order_no", part.order_no);
    io("ticket_no", or_empty(part.ticket_no));
    io("before_shipment", part.before_shipment);
    io("lines", part.lines);
    io("amount", part.amount);
    io("reason_code", part.reason_code);
    io("note", part.note);
    io("basis", part.basis);
}

template<typename Io>
void members(Io &io, In<Io, ReshipDraft> &part)
{
    io("order_no", part.order_no);
    io("ticket_no", or_empty(part.ticket_no));
    io("lines", part.lines);
    io("address", part.address);
}

// Charging

template<typename Io>
void members(Io &io, In<Io, decision::StopCharging> &made)
{
    io("order_no", made.order_no);
}

template<typename Io>
void members(Io &io, In<Io, decision::UnlockConnector> &made)
{
    io("connector", made.connector);
}

template<typename Io>
void members(Io &io, In<Io, decision::ResetChargePoint> &made)
{
    io("charge_point_id", made.charge_point_id);
    io("hard", made.hard);
}

template<typename Io>
void members(Io &io, In<Io, decision::ConfirmSettlement> &made)
{
    io("order_no", made.order_no);
    io("reason", made.reason);
}

// Tickets

template<typename Io>
void members(Io &io, In<Io, decision::OpenTicket> &made)
{
    io("kind", made.draft.kind);
    io("order_no", made.draft.order_no);
    io("shipment_no", or_empty(made.draft.shipment_no));
    io("reason", made.draft.reason);
    io("text", made.draft.text);
    io("evidence", made.draft.evidence);
}

template<typename Io>
void members(Io &io, In<Io, decision::TakeTicket> &made)
{
    io("ticket_no", made.ticket_no);
    io("version", made.version);
}

template<typename Io>
void members(Io &io, In<Io, decision::AssignTicket> &made)
{
    io("ticket_no", made.ticket_no);
    io("version", made.version);
    io("to", made.to);
}

template<typename Io>
void members(Io &io, In<Io, decision::RejectTicket> &made)
{
    io("ticket_no", made.ticket_no);
    io("version", made.version);
    io("reason", made.reason);
}

template<typename Io>
void members(Io &io, In<Io, decision::ReplyToTicket> &made)
{
    io("ticket_no", made.ticket_no);
    io("version", made.version);
    io("text", made.text);
}

template<typename Io>
void members(Io &io, In<Io, decision::NoteOnTicket> &made)
{
    io("ticket_no", made.ticket_no);
    io("version", made.version);
    io("text", made.text);
}

template<typename Io>
void members(Io &io, In<Io, decision::ReopenTicket> &made)
{
    io("ticket_no", made.ticket_no);
    io("version", made.version);
    io("reason", made.reason);
}

// Refunds

template<typename Io>
void members(Io &io, In<Io, decision::RequestRefund> &made)
{
    io("kind", made.draft.kind);
    io("order_no", made.draft.order_no);
    io("ticket_no", or_empty(made.draft.ticket_no));
    io("amount", made.draft.amount);
    io("reason_code", made.draft.reason_code);
    io("note", made.draft.note);
    io("basis", made.draft.basis);
}

template<typename Io>
void members(Io &io, In<Io, decision::RequestGoodsRefund> &made)
{
    members(io, made.draft);
}

template<typename Io>
void members(Io &io, In<Io, decision::DecideException> &made)
{
    io("refund", made.parts.refund);
    io("reship", made.parts.reship);
}

template<typename Io>
void members(Io &io, In<Io, decision::ApproveRefund> &made)
{
    io("refund_no", made.refund_no);
    io("amount", made.amount);
}

template<typename Io>
void members(Io &io, In<Io, decision::SendBackRefund> &made)
{
    io("refund_no", made.refund_no);
    io("reason", made.reason);
}

template<typename Io>
void members(Io &io, In<Io, decision::RetryRefund> &made)
{
    io("refund_no", made.refund_no);
}

template<typename Io>
void members(Io &io, In<Io, decision::SettleByHand> &made)
{
    io("refund_no", made.refund_no);
    io("proof", made.proof);
}

template<typename Io>
void members(Io &io, In<Io, decision::RequestBatch> &made)
{
    io("orders", made.draft.orders);
    io("share", made.draft.share);
    io("permille", made.draft.permille);
    io("each", made.draft.each);
    io("reason_code", made.draft.reason_code);
    io("note", made.draft.note);
}

template<typename Io>
void members(Io &io, In<Io, decision::ApproveBatch> &made)
{
    io("batch_no", made.batch_no);
    io("total", made.total);
}

template<typename Io>
void members(Io &io, In<Io, decision::SendBackBatch> &made)
{
    io("batch_no", made.batch_no);
    io("reason", made.reason);
}

// Parcels and claims

template<typename Io>
void members(Io &io, In<Io, decision::AdvanceShipment> &made)
{
    io("shipment_no", made.shipment_no);
    io("event", made.event);
    io("note", made.note);
}

template<typename Io>
void members(Io &io, In<Io, decision::OpenClaim> &made)
{
    io("shipment_no", made.draft.shipment_no);
    io("ticket_no", or_empty(made.draft.ticket_no));
    io("type", made.draft.type);
    io("amount", made.draft.amount);
    io("up_to", made.draft.up_to);
    io("description", made.draft.description);
    io("evidence", made.draft.evidence);
    io("evidence_ids", made.draft.evidence_ids);
}

template<typename Io>
void members(Io &io, In<Io, decision::ApproveClaim> &made)
{
    io("claim_no", made.claim_no);
    io("up_to", made.up_to);
}

template<typename Io>
void members(Io &io, In<Io, decision::SendBackClaim> &made)
{
    io("claim_no", made.claim_no);
    io("reason", made.reason);
}

template<typename Io>
void members(Io &io, In<Io, decision::AddClaimEvidence> &made)
{
    io("claim_no", made.claim_no);
    io("files", made.files);
    io("evidence_ids", made.evidence_ids);
}

template<typename Io>
void members(Io &io, In<Io, decision::MarkEvidenceSent> &made)
{
    io("claim_no", made.claim_no);
}

template<typename Io>
void members(Io &io, In<Io, decision::DecideClaim> &made)
{
    io("claim_no", made.draft.claim_no);
    io("decision", made.draft.decision);
    io("amount", made.draft.amount);
    io("reason", made.draft.reason);
    io("basis", made.draft.basis);
}

// Discrepancies and operators

template<typename Io>
void members(Io &io, In<Io, decision::ResolveDiscrepancy> &made)
{
    io("id", made.id);
    io("resolution", made.resolution);
}

template<typename Io>
void members(Io &io, In<Io, decision::Reconcile> &made)
{
    io("day", made.day);
}

template<typename Io>
void members(Io &io, In<Io, decision::AddOperator> &made)
{
    io("name", made.person.name);
    io("display_name", made.person.display_name);
    io("role", made.person.role);
    io("approval_limit", made.person.approval_limit);
}

template<typename Io>
void members(Io &io, In<Io, decision::SetOperatorLimit> &made)
{
    io("name", made.name);
    io("limit", made.limit);
}

template<typename Io>
void members(Io &io, In<Io, decision::DisableOperator> &made)
{
    io("name", made.name);
}

}  // namespace aftercharge::decision_json
