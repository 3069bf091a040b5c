// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/engine_sources.h"

#include "models/workflow/open_ticket.h"
#include "models/workflow/order_view.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge {
namespace {

Result<CustomerHistory> goods_history(LedgerReader &ledger, const OrderNo &order_no, std::vector<Notice> notices)
{
    return ledger.goods().find(order_no).map([&](const GoodsOrder &order) {
        return CustomerHistory{std::nullopt, std::move(notices), order.member_id};
    });
}

Result<CustomerHistory> read_history(Engine &engine, const OrderNo &order_no)
{
    LedgerReader &ledger = engine.work().ledger.reader();
    auto notices = ledger.outbox().notices(order_no);
    if (!notices)
        return pass_on(notices);
    if (const auto of_goods = ledger.goods().exists(order_no); !of_goods)
        return pass_on(of_goods);
    else if (*of_goods)
        return goods_history(ledger, order_no, std::move(*notices));
    const auto order = ledger.orders().find(order_no);
    if (!order)
        return pass_on(order);
    CustomerHistory history{view_of_order(*order), std::move(*notices)};
    for (const SessionView &session : engine.sessions()) {
        if (session.order_no == order_no)
            history.session = session;
    }
    return history;
}

}  // namespace

void EngineSources::snapshot(std::function<void(std::vector<SessionView>)> done)
{
    engine_.post([done = std::move(done)](Engine &engine) {
        done(engine.sessions());
        return 0;
    });
}

void EngineSources::check(std::string token, std::function<void(Result<AccessToken>)> done)
{
    engine_.post([token = std::move(token), done = std::move(done)](Engine &engine) {
        Work &work = engine.work();
        done(check_token(work.ledger.reader(), token, work.clock.now()));
        return 0;
    });
}

void EngineSources::history(OrderNo order_no, std::function<void(Result<CustomerHistory>)> done)
{
    engine_.post([order_no = std::move(order_no), done = std::move(done)](Engine &engine) {
        done(read_history(engine, order_no));
        return 0;
    });
}

void EngineSources::open_ticket(TicketDraft draft, std::function<void(Result<TicketNo>)> done)
{
    engine_.post([draft = std::move(draft), done = std::move(done)](Engine &engine) {
        const auto ticket = engine.run([&](Work &work) { return aftercharge::open_ticket(work, draft); });
        done(ticket.map([](const Ticket &opened) { return opened.ticket_no; }));
        return 0;
    });
}

}  // namespace aftercharge
