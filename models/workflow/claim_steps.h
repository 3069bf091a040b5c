// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/claim.h"
#include "models/settlement/goods.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What the verbs and the answers about claims share, each within the caller's unit of work.

// The lines of the parcel as far as their units are not replaced or given back in full: the most
// that a claim of it may give its customer. Empty for a reshipment, whose units are replaced.
Result<std::vector<LineQuantity>> parcel_lines_left(GoodsReader &goods, ShipmentReader &shipments,
                                                    const Shipment &shipment);

// What refunding these comes to, all of it or `amount`; the zero quote where nothing is left.
Result<RefundQuote> quote_parcel(GoodsReader &goods, ShipmentReader &shipments, const Shipment &shipment,
                                 const std::optional<Money> &amount);

// Attaches the new files to the claim's ticket and puts them and those that the ticket has
// already into `round` of the claim. evidence.missing without any, evidence.invalid.
Result<void> add_round(UnitOfWork &unit, Work &work, const Claim &claim, int round,
                       const std::vector<EvidenceFile> &files, const std::vector<Uuid> &evidence_ids);

// The claim is with the carrier from here on: OpenClaim, ticket WAITING_CARRIER, notice.
Result<void> send_claim(UnitOfWork &unit, Work &work, const Claim &claim, const Actor &actor);

// A claim that waits goes back to its requester, by a person or by the system, with its ticket. No audit.
Result<void> return_claim(UnitOfWork &unit, Work &work, Claim &claim, const std::string &reason, const Actor &actor);

// The claim's ticket by the events, in their order, each where the table has it.
Result<void> move_claim_ticket(UnitOfWork &unit, Work &work, const Claim &claim, const std::vector<TicketEvent> &events,
                               const Actor &actor, const std::string &note);

Result<void> notify_claim(UnitOfWork &unit, Work &work, NoticeKind kind, const Claim &claim,
                          std::map<std::string, std::string> values);

// Damaged, or lost.
ReasonCode reason_of(ClaimType type);

// "12.00 CNY"
std::string amount_text(const Money &amount);

}  // namespace aftercharge
