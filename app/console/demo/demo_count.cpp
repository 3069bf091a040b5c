// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_count.h"

#include "models/workflow/desk_service.h"

namespace aftercharge::demo {

void count_rows(DeskService &desk, Summary &summary)
{
    OrderQuery query;
    while (true) {
        const auto page = desk.orders(query).result();
        if (!page)
            return;
        for (const ChargingOrder &order : page->rows) {
            ++summary.sessions;
            summary.fault_stops += is_fault(order.stop_reason) ? 1 : 0;
            summary.settled += order.settlement == Settlement::Final ? 1 : 0;
        }
        if (page->next.empty())
            break;
        query.page.after = page->next;
    }
    TicketQuery tickets;
    tickets.scope = TicketQuery::Scope::All;
    summary.tickets = static_cast<std::int64_t>(desk.tickets(tickets).result().value_or(Page<Ticket>{}).rows.size());
    RefundQuery refunds;
    refunds.status = RefundStatus::Success;
    summary.refunds_success = static_cast<std::int64_t>(
        desk.refunds(refunds).result().value_or(Page<Refund>{}).rows.size());
}

}  // namespace aftercharge::demo
