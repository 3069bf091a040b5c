// SPDX-License-Identifier: GPL-3.0-or-later
// What stands under each filter of the queue.
#include "models/item/ticket_queue_model.h"
#include "ui/tickets/ticket_queue.h"

namespace aftercharge {

TicketQuery queue_query(QueueFilter filter, const OperatorName &me, const std::string &text)
{
    TicketQuery query;
    query.text = text;
    switch (filter) {
    case QueueFilter::Mine:
        query.assigned_to = me;
        break;
    case QueueFilter::Unassigned:
        query.assigned_to = OperatorName{};
        break;
    case QueueFilter::WaitingApproval:
        query.state = TicketState::WaitingApproval;
        break;
    case QueueFilter::DueSoon:
    case QueueFilter::AllOpen:
        break;
    case QueueFilter::Closed:
        query.scope = TicketQuery::Scope::Closed;
        query.sort = TicketQuery::Sort::OpenedAt;
        query.page.descending = true;
        break;
    }
    return query;
}

bool queue_holds(QueueFilter filter, const Ticket &ticket, const OperatorName &me, UtcTime now)
{
    if (is_over(ticket))
        return filter == QueueFilter::Closed;
    switch (filter) {
    case QueueFilter::Mine:
        return ticket.assigned_to == me;
    case QueueFilter::Unassigned:
        return ticket.assigned_to.is_empty();
    case QueueFilter::DueSoon:
        return ticket.due_at <= now + std::chrono::hours{1};
    case QueueFilter::WaitingApproval:
        return ticket.state == TicketState::WaitingApproval;
    case QueueFilter::AllOpen:
        return true;
    case QueueFilter::Closed:
        break;
    }
    return false;
}

}  // namespace aftercharge
