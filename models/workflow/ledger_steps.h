// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "models/workflow/work.h"

namespace aftercharge {

// Steps that several workflows take inside their unit of work.

// Moves `amount` under a fresh id; nothing at all for 0.
struct Movement {
    AccountId debit;
    AccountId credit;
    Money amount;
    TransferKind kind = TransferKind::TopUp;
    std::string reference;
};
Result<void> move_money(UnitOfWork &unit, Work &work, const Movement &movement, const Actor &actor);

// Applies the event to the order by the state table, writes the order and its log row.
Result<void> advance_order(UnitOfWork &unit, Work &work, ChargingOrder &order, OrderEvent event, const Actor &actor,
                           const std::string &note);

// A log row that changes no state.
Result<void> note_on_order(UnitOfWork &unit, Work &work, const ChargingOrder &order, const std::string &event,
                           const Actor &actor, const std::string &note);

// Applies the event to the ticket by the state table and writes it, with its timeline row.
Result<void> advance_ticket(UnitOfWork &unit, Work &work, Ticket &ticket, TicketEvent event, const Actor &actor,
                            const std::string &note);

// The same where the table has it; elsewhere the ticket stays as it is and the note is kept on
// its timeline: a decision about money does not hang on where its ticket stands by then.
Result<void> move_ticket_along(UnitOfWork &unit, Work &work, Ticket &ticket, TicketEvent event, const Actor &actor,
                               const std::string &note);

// A notice to the customer, published after the commit.
Result<void> notify(UnitOfWork &unit, Work &work, NoticeKind kind, const ChargingOrder &order,
                    std::map<std::string, std::string> values);

Result<void> audit(UnitOfWork &unit, Work &work, const Actor &actor, std::string action, std::string entity,
                   std::string entity_id, std::string detail);

// The values that every notice about an order's money carries.
std::map<std::string, std::string> money_values(const ChargingOrder &order);

}  // namespace aftercharge
