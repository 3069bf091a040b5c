// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/gateway/carrier/carrier_gateway.h"
#include "models/gateway/payment/payment_gateway.h"
#include "models/store/gateways.h"
#include "models/workflow/work.h"

namespace aftercharge {

// The one intake for what gateways say, whether polled, pushed or answered, each within the
// caller's unit of work. Idempotent: the same said again changes nothing. What goes beyond the
// state table, names another amount, or would exceed what was paid becomes a discrepancy.

// `verified`: it is the answer to our own question, so a FAIL may still become PENDING or SUCCESS.
Result<void> hear_refund(UnitOfWork &unit, Work &work, Refund &refund, const payment::RefundAnswer &answer,
                         bool verified);
Result<void> hear_track(UnitOfWork &unit, Work &work, Shipment &shipment, const carrier::TrackAnswer &answer);
Result<void> hear_label_refund(UnitOfWork &unit, Work &work, Shipment &shipment, const carrier::CancelAnswer &answer);
Result<void> hear_claim(UnitOfWork &unit, Work &work, Claim &claim, const carrier::ClaimAnswer &answer);

// A verified webhook: its raw bytes are kept, unique by (gateway, event id), and what it says
// is heard, in one transaction. True when it was new. What names nothing of ours becomes a
// discrepancy.
Result<bool> hear_payment_webhook(Work &work, const GatewayName &gateway, const payment::RefundNews &news,
                                  const std::string &raw);
Result<bool> hear_carrier_webhook(Work &work, const GatewayName &gateway, const carrier::CarrierNews &news,
                                  const std::string &raw);

// A call in the gateway's name that was not believed (webhook.signature_invalid, webhook.stale) or
// could not be read (webhook.invalid): nothing is done by it but a discrepancy WEBHOOK_REFUSED, one
// open a gateway, that says why and ends with the code in brackets.
Result<void> note_refused_webhook(Work &work, const GatewayName &gateway, ErrorCode why);

// Writes a discrepancy, once; the ticket of the entity, if any, hears of it.
Result<void> note_discrepancy(UnitOfWork &unit, Work &work, DiscrepancyKind kind, const std::string &entity,
                              const std::string &entity_id, const OrderNo &order_no, const TicketNo &ticket_no,
                              const std::string &detail);

}  // namespace aftercharge
