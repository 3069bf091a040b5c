// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/ticket.h"
#include "models/workflow/work.h"

namespace aftercharge {

// `version` is the ticket's version that the person saw; store.conflict when it is stale.
struct TicketStep {
    TicketNo ticket_no;
    std::int64_t version = 0;
    OperatorName by;
};

// Makes the ticket the operator's (OPEN → IN_REVIEW).
Result<Ticket> take_ticket(Work &work, const TicketStep &step);
Result<Ticket> assign_ticket(Work &work, const TicketStep &step, const OperatorName &to);
// Ends it without money: the customer is told the reason. input.invalid without one.
Result<Ticket> reject_ticket(Work &work, const TicketStep &step, const std::string &reason);
// A message to the customer, or a note among colleagues.
Result<Ticket> reply_to_ticket(Work &work, const TicketStep &step, const std::string &text);
Result<Ticket> note_on_ticket(Work &work, const TicketStep &step, const std::string &text);
Result<Ticket> reopen_ticket(Work &work, const TicketStep &step, const std::string &reason);

}  // namespace aftercharge
