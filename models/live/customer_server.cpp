// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/customer_server.h"

#include <iterator>

#include <QtCore/QPointer>
#include <QtWebSockets/QWebSocketProtocol>

#include "models/live/customer_worker.h"

namespace aftercharge {
namespace {

// A telephone, a tablet, and what they left behind. More would be one customer keeping out others.
constexpr std::ptrdiff_t max_clients_of_order = 8;

// The largest ticket that is taken, in base64, and room for its texts.
constexpr quint64 max_message_bytes = frames::max_evidence_total_bytes / 3 * 4 + 128 * 1024;

}  // namespace

CustomerServer::CustomerServer(CustomerSource &source, CustomerIntake &intake, TokenCheck &tokens, const Clock &clock,
                               const FeedServerOptions &options)
{
    start(std::make_unique<CustomerWorker>(shared(), source, intake, tokens, clock, options),
          QStringLiteral("customers"));
}

CustomerWorker::CustomerWorker(FeedShared &shared, CustomerSource &source, CustomerIntake &intake, TokenCheck &tokens,
                               const Clock &clock, const FeedServerOptions &options)
    : FeedWorker(shared, tokens, clock, options, max_message_bytes), source_(source), intake_(intake)
{
}

bool CustomerWorker::admit(const AccessToken &token) const
{
    return !token.order_no.is_empty();
}

void CustomerWorker::joined(FeedClient &client)
{
    const OrderNo &order_no = client.token().order_no;
    customers_[&client];
    by_order_.emplace(order_no, &client);
    // Equal keys keep their order: the first is the oldest. Each is forgotten once it is closed.
    const auto [oldest, last] = by_order_.equal_range(order_no);
    auto closing = oldest;
    for (auto more = std::distance(oldest, last) - max_clients_of_order; more > 0; --more, ++closing)
        closing->second->close(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("too many connections"));
    source_.history(order_no, mailbox().deliver<Result<CustomerHistory>>(
                                  [this, guard = QPointer(&client)](const Result<CustomerHistory> &history) {
                                      if (guard && customers_.contains(guard))
                                          greet(*guard, history);
                                  }));
}

void CustomerWorker::left(FeedClient &client)
{
    const OrderNo order_no = client.token().order_no;
    customers_.erase(&client);
    const auto [first, last] = by_order_.equal_range(order_no);
    for (auto it = first; it != last; ++it) {
        if (it->second == &client) {
            by_order_.erase(it);
            break;
        }
    }
    if (!by_order_.contains(order_no))
        board().remove(order_no);
}

void CustomerWorker::greet(FeedClient &client, const Result<CustomerHistory> &history)
{
    if (!history) {
        client.send(history.error());
        client.close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("no history"));
        return;
    }
    Customer &customer = customers_[&client];
    if (history->session) {
        board().prime(*history->session);
        client.send(frames::Snapshot{{*board().find(client.token().order_no)}});
        customer.member_id = history->session->member_id;
    } else {
        client.send(frames::Snapshot{});
        customer.member_id = history->member_id;
        customer.of_goods = true;
    }
    for (const Notice &notice : history->notices) {
        if (customer.told.insert(notice.event_id).second)
            client.send(notice);
    }
    customer.synced = true;
    for (const Notice &notice : std::exchange(customer.early, {}))
        tell(client, notice);
}

void CustomerWorker::absorb(const Changes &changes)
{
    const auto now = std::chrono::steady_clock::now();
    for (const SessionView &view : changes.sessions) {
        const auto [first, last] = by_order_.equal_range(view.order_no);
        if (first == last)
            continue;
        // Before the history has come nothing is known of the past: no "started" then.
        const bool known = board().find(view.order_no) != nullptr;
        const auto events = board().apply(view, now);
        for (auto it = first; it != last; ++it) {
            it->second->mark(view.order_no);
            for (const frames::SessionEvent event : known ? events : std::vector<frames::SessionEvent>{})
                it->second->mark_event(view.order_no, event);
        }
    }
    for (const Notice &notice : changes.notices) {
        const auto [first, last] = by_order_.equal_range(notice.order_no);
        for (auto it = first; it != last; ++it)
            tell(*it->second, notice);
    }
}

void CustomerWorker::tell(FeedClient &client, const Notice &notice)
{
    Customer &customer = customers_[&client];
    // The history is sent first, and may hold this notice too.
    if (!customer.synced)
        customer.early.push_back(notice);
    else if (customer.told.insert(notice.event_id).second)
        client.add_notice(notice);
}

bool CustomerWorker::synced(FeedClient &client) const
{
    const auto found = customers_.find(&client);
    return found != customers_.end() && found->second.synced;
}

bool CustomerWorker::wants(FeedClient &client, const SessionView &view) const
{
    return view.order_no == client.token().order_no;
}

void CustomerWorker::handle(FeedClient &client, frames::Request request)
{
    if (auto *ticket = std::get_if<frames::TicketRequest>(&request))
        open_ticket(client, std::move(*ticket));
    else
        client.send(Error{ErrorCode::InputInvalid, "the token names the order; there is nothing to select"});
}

Result<void> CustomerWorker::check_ticket(FeedClient &client, const frames::TicketRequest &request) const
{
    const auto found = customers_.find(&client);
    if (request.order_no != client.token().order_no)
        return fail(ErrorCode::InputInvalid, "order_no is not the token's");
    if (!request.shipment_no.empty() && (found == customers_.end() || !found->second.of_goods))
        return fail(ErrorCode::InputInvalid, "shipment_no: a charging order has no shipment");
    if (request.kind == TicketKind::PaymentFailed)
        return fail(ErrorCode::InputInvalid, "kind: not a customer's");
    if (found == customers_.end() || found->second.ticket_under_way)
        return fail(ErrorCode::InputInvalid, "the ticket before is not yet answered");
    return {};
}

void CustomerWorker::open_ticket(FeedClient &client, frames::TicketRequest request)
{
    if (const auto checked = check_ticket(client, request); !checked) {
        client.send(checked.error());
        return;
    }
    ShipmentNo shipment_no;
    if (!request.shipment_no.empty()) {
        const auto named = ShipmentNo::from_text(request.shipment_no);
        if (!named) {
            client.send(named.error());
            return;
        }
        shipment_no = *named;
    }
    Customer &customer = customers_[&client];
    customer.ticket_under_way = true;
    const std::string name = customer.member_id.is_empty() ? "customer" : customer.member_id.text();
    TicketDraft draft{.kind = request.kind,
                      .order_no = request.order_no,
                      .shipment_no = std::move(shipment_no),
                      .reason = std::move(request.reason),
                      .text = std::move(request.text),
                      .evidence = std::move(request.evidence),
                      .actor = {.source = Source::Customer, .name = name}};
    auto answer = [this, guard = QPointer(&client)](const Result<TicketNo> &ticket_no) {
        if (!guard || !customers_.contains(guard))
            return;
        customers_[guard].ticket_under_way = false;
        guard->send(ticket_no ? frames::Frame(frames::TicketAnswer{*ticket_no}) : frames::Frame(ticket_no.error()));
    };
    intake_.open_ticket(std::move(draft), mailbox().deliver<Result<TicketNo>>(std::move(answer)));
}

}  // namespace aftercharge
