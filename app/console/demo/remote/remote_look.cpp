// SPDX-License-Identifier: GPL-3.0-or-later
// How the remote story looks at what the desks and the store show.
#include <algorithm>

#include <QtWidgets/QAbstractItemView>

#include "app/console/demo/remote/remote_story.h"
#include "models/live/store_status.h"
#include "ui/tickets/presence_watch.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge::demo {
Result<Ticket> RemoteStory::ticket_of(const std::string &role) const
{
    const auto customer = customers_.find(role);
    const auto number = TicketNo::from_text(customer == customers_.end() ? std::string()
                                                                         : customer->second->ticket_no());
    if (!number)
        return pass_on(number);
    return stage_.supervisor().desk().ticket(*number).result().map(
        [](const TicketDossier &dossier) { return dossier.ticket; });
}

Result<ChargingOrder> RemoteStory::order(const std::string &role) const
{
    OrderQuery query;
    query.text = order_of(role).text();
    const auto page = stage_.supervisor().desk().orders(query).result();
    if (!page)
        return pass_on(page);
    if (page->rows.empty())
        return fail(ErrorCode::OrderNotFound, query.text);
    return page->rows.front();
}

Result<std::vector<Refund>> RemoteStory::refunds_of(const std::string &role) const
{
    const auto page = stage_.supervisor().desk().refunds({}).result();
    if (!page)
        return pass_on(page);
    std::vector<Refund> refunds;
    std::ranges::copy_if(page->rows, std::back_inserter(refunds),
                         [&](const Refund &refund) { return refund.order_no == order_of(role); });
    return refunds;
}

RefundDraft RemoteStory::draft(const std::string &role, const std::string &amount) const
{
    RefundDraft draft;
    draft.order_no = order_of(role);
    if (const auto ticket = ticket_of(role))
        draft.ticket_no = ticket->ticket_no;
    draft.amount = *Money::from_text(amount, *Currency::from_code("CNY"));
    draft.reason_code = role == "fast_meter" ? ReasonCode::MeterFast : ReasonCode::CustomerRequest;
    if (const auto charged = order(role))
        draft.basis = "Fee\t" + charged->fee.to_text() + "\nThis refund\t" + amount;
    return draft;
}

Seen RemoteStory::posted_once(const std::string &role, const Decided &decided)
{
    if (!finishes(decided))
        return missing("no daemon carried it out");
    const Result<Refund> refund = decided.result();
    if (!refund)
        return pass_on(refund);
    const auto is_posted = [&] {
        const auto now = order(role);
        return now && now->state == OrderState::AfterSales && now->refunded == refund->amount;
    };
    if (!narrator_.until(is_posted))
        return missing("not posted");
    const auto refunds = refunds_of(role);
    if (!refunds)
        return pass_on(refunds);
    if (refunds->size() != 1 || refunds->front().status != RefundStatus::Success)
        return missing(std::to_string(refunds->size()) + " refunds of the order");
    return refund->refund_no.text() + " " + amount_of(refund->amount) + " to balance, once";
}

bool RemoteStory::hears(const std::string &role, const std::string &notice) const
{
    const auto customer = customers_.find(role);
    return customer != customers_.end() && customer->second->heard(notice);
}

bool RemoteStory::finishes(const Decided &decided) const
{
    return narrator_.until([&] { return decided.isFinished(); }, 70) && decided.resultCount() > 0;
}

bool RemoteStory::supervisor_sees(Doing doing)
{
    const Shell *shell = stage_.supervisor().window().shell();
    if (!shell)
        return false;
    return std::ranges::any_of(shell->tickets_page()->presence()->others(), [&](const Present &other) {
        return other.login.text() == stage_.agent().login() && other.doing == doing;
    });
}

bool RemoteStory::both_have_rows()
{
    return std::ranges::all_of(stage_.views(), [](const Scene::View &view) {
        const Shell *shell = view.window->shell();
        auto lists = shell->page(shell->current_page())->findChildren<QAbstractItemView *>();
        lists.removeIf([](const QAbstractItemView *list) { return !list->isVisible() || !list->model(); });
        const auto has_rows = [](const QAbstractItemView *list) { return list->model()->rowCount() > 0; };
        // Of the live page: sessions, events and how the fee of the first one comes about.
        return shell->current_page() == PageId::Live ? std::ranges::all_of(lists, has_rows)
                                                     : std::ranges::any_of(lists, has_rows);
    });
}

bool RemoteStory::all_live()
{
    return seen<bool>([this] {
        return stage_.agent().parts().feed().state().kind == FeedState::Live &&
               stage_.supervisor().parts().feed().state().kind == FeedState::Live;
    });
}

bool RemoteStory::is_away(Seat &seat)
{
    return seen<bool>([&] { return seat.parts().status()->state().unreachable_since.has_value(); });
}

bool RemoteStory::has_daemon(Seat &seat)
{
    return seen<bool>([&] { return seat.parts().status()->state().a_daemon_works; });
}

}  // namespace aftercharge::demo
