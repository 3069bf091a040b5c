// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/refund.h"
#include "models/domain/ticket_states.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What refunds of charging and of goods orders have in common: one way to be asked for, one to
// be approved, one to move their ticket.

// A refund with its number, its movement's id and its time; not yet written.
Result<Refund> new_refund(UnitOfWork &unit, Work &work);

// Whether the amount is within what the person may approve.
bool within_limit(const Operator &person, const Money &amount);

// A decision about one order is not shown under another's ticket: ticket.not_found, input.invalid.
Result<void> check_refund_ticket(UnitOfWork &unit, const TicketNo &ticket_no, const OrderNo &order_no);

// Alone a person grants up to his limit, of one order in all, and only where the rules ask for
// nobody else.
Result<bool> may_grant_alone(UnitOfWork &unit, const Operator &person, const Refund &refund);

// Of a refund that was inserted: audit refund.request, the approval at once where its requester
// may grant it alone, and the ticket.
Result<void> decide_or_wait(UnitOfWork &unit, Work &work, Refund &refund, const Operator &person);

// The decision: the one approval, and the effect that moves the money. `refund` is not written
// yet. `actor` is who is noted for it: `by`, or the system for a claim's refund that `by` covers.
Result<void> record_approval(UnitOfWork &unit, Work &work, Refund &refund, const OperatorName &by, const Actor &actor);

// Writes it and tells of it.
Result<void> update_refund(UnitOfWork &unit, Work &work, Refund &refund);

// One that waits goes back to its requester, by a person or by the system: SENT_BACK and CLOSED
// with `reason`, a goods order unlocked, the ticket in review again. No audit.
Result<void> return_refund(UnitOfWork &unit, Work &work, Refund &refund, const std::string &reason, const Actor &actor);

// Moves the refund's ticket, if it has one: a person's own decision is refused where the table
// has no such step, what others and the gateways do goes on with a note on its timeline.
Result<void> move_refund_ticket(UnitOfWork &unit, Work &work, const Refund &refund, TicketEvent event,
                                const Actor &actor);
// The same, never refused: brought to where the event can be (taken, answered, reopened) first.
Result<void> bring_refund_ticket(UnitOfWork &unit, Work &work, const Refund &refund, TicketEvent event,
                                 const Actor &actor, const std::string &note);
// Paid: `proof` is the decision that the customer reads.
Result<void> resolve_refund_ticket(UnitOfWork &unit, Work &work, const Refund &refund, const std::string &proof);

// "R20261124-0001 12.00 CNY"
std::string refund_text(const Refund &refund);

// A row of the outbox for `key`; where there is one that was done before, due again as if it were
// new. One that is still under way is left alone: sent twice it might act twice.
Result<void> add_effect(UnitOfWork &unit, Work &work, EffectKind kind, const std::string &key, const Actor &actor);

}  // namespace aftercharge
