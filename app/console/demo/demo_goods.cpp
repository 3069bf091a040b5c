// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_goods.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include "models/workflow/reship.h"
#include "ui/orders/orders_page.h"
#include "ui/refunds/refunds_page.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge::demo {
namespace {

OrderItemId item(const char *text)
{
    return *OrderItemId::from_text(text);
}

}  // namespace

GoodsStory::~GoodsStory()
{
    // Their clients live in the UI thread.
    stage_.on_ui([this] { customers_.clear(); });
}

void GoodsStory::play()
{
    stage_.on_ui([this] { stage_.work_as("m.sato"); });
    buy_labels();
    refund_before_shipment();
    send_and_lose();
    claim();
    troubled_refunds();
    reconcile();
    take_pictures();
}

Money GoodsStory::yuan(const std::string &text) const
{
    return *Money::from_text(text, *Currency::from_code("CNY"));
}

Result<GoodsDossier> GoodsStory::order(const std::string &order_no) const
{
    return stage_.host().goods().goods_order(*OrderNo::from_text(order_no)).result();
}

Result<Shipment> GoodsStory::parcel(const std::string &shipment_no) const
{
    return stage_.host()
        .engine()
        .post([no = *ShipmentNo::from_text(shipment_no)](Engine &engine) {
            return engine.work().ledger.reader().shipments().find(no);
        })
        .result();
}

Result<Refund> GoodsStory::refund(const RefundNo &refund_no) const
{
    return stage_.host()
        .engine()
        .post([refund_no](Engine &engine) { return engine.work().ledger.reader().refunds().find(refund_no); })
        .result();
}

bool GoodsStory::refund_becomes(const RefundNo &refund_no, RefundStatus status) const
{
    return narrator_.until([&] {
        const auto now = refund(refund_no);
        return now && now->status == status;
    });
}

bool GoodsStory::parcel_becomes(const std::string &shipment_no, ShipmentState state) const
{
    return narrator_.until([&] {
        const auto now = parcel(shipment_no);
        return now && now->state == state;
    });
}

bool GoodsStory::hears(const std::string &order_no, const std::string &notice) const
{
    const auto customer = customers_.find(order_no);
    return customer != customers_.end() && narrator_.until([&] { return customer->second->heard(notice); });
}

Result<Ticket> GoodsStory::complaint(const std::string &order_no, TicketKind kind, const std::string &shipment_no,
                                     const std::string &reason, const std::string &text)
{
    auto customer = DemoCustomer::connect(stage_, *OrderNo::from_text(order_no));
    if (!customer)
        return pass_on(customer);
    DemoCustomer &writer = *(customers_[order_no] = std::move(*customer));
    writer.complain({QString::fromStdString(order_no), QString::fromStdString(reason), QString::fromStdString(text),
                     QString::fromUtf8(to_text(kind).data()), QString::fromStdString(shipment_no)});
    if (!narrator_.until([&] { return !writer.ticket_no().empty(); }))
        return missing("no ticket number came back");
    const auto number = TicketNo::from_text(writer.ticket_no());
    if (!number)
        return pass_on(number);
    const auto dossier = stage_.desk().ticket(*number).result();
    if (!dossier)
        return pass_on(dossier);
    return stage_.desk().take_ticket(*number, dossier->ticket.version).result();
}

// What has a label travels with it; the orders that are refunded without one are left alone.
void GoodsStory::buy_labels()
{
    narrator_.step("labels_bought_at_the_carrier", [this]() -> Seen {
        const char *parcels[] = {"S-2002", "S-2003", "S-2004", "S-2005", "S-2006"};
        for (const char *shipment_no : parcels) {
            const auto bought = stage_.host()
                                    .engine()
                                    .run([no = *ShipmentNo::from_text(shipment_no)](Work &work) {
                                        return buy_label(work, no, {Source::Admin, "m.sato"});
                                    })
                                    .result();
            if (!bought)
                return pass_on(bought);
        }
        for (const char *shipment_no : parcels) {
            if (!parcel_becomes(shipment_no, ShipmentState::LabelCreated))
                return missing(std::string(shipment_no) + " has no label");
        }
        return parcel("S-2005").map([](const Shipment &shipment) { return "5 labels, " + shipment.tracking_no; });
    });
}

Result<Refund> GoodsStory::ask_before_shipment(const std::string &order_no)
{
    const auto ticket = complaint(order_no, TicketKind::Refund, {}, "不想要了", "还没发货，请全额退款。");
    if (!ticket)
        return pass_on(ticket);
    GoodsRefundDraft draft;
    draft.order_no = *OrderNo::from_text(order_no);
    draft.ticket_no = ticket->ticket_no;
    draft.before_shipment = true;
    return goods().request_goods_refund(draft).result();
}

Seen GoodsStory::before_shipment(const std::string &order_no, ShipmentState parcel_after)
{
    const auto asked = ask_before_shipment(order_no);
    if (!asked)
        return pass_on(asked);
    if (!refund_becomes(asked->refund_no, RefundStatus::Success))
        return missing("the refund did not succeed");
    const auto after = order(order_no);
    if (!after)
        return pass_on(after);
    if (after->order.state != GoodsOrderState::Refunded || after->order.refunded != after->order.paid)
        return missing("the order is " + std::string(to_text(after->order.state)));
    if (after->parcels.empty() || after->parcels.front().shipment.state != parcel_after)
        return missing("the parcel is not " + std::string(to_text(parcel_after)));
    if (!hears(order_no, "GOODS_REFUND_DONE"))
        return missing("the customer was not told");
    const auto done = refund(asked->refund_no);
    return order_no + " " + amount_of(asked->amount) + " back, proof " + (done ? done->external_refund_id : "?");
}

Seen GoodsStory::label_that_cannot_be_cancelled()
{
    const auto asked = ask_before_shipment("G-2003");
    if (!asked)
        return pass_on(asked);
    const bool closed = narrator_.until([&] {
        const auto now = refund(asked->refund_no);
        return now && now->status == RefundStatus::Closed;
    });
    const auto after = order("G-2003");
    if (!after)
        return pass_on(after);
    if (!closed || !after->order.refunded.is_zero() || !after->order.locked_by.is_empty())
        return missing("something was refunded, or the order is still locked");
    if (!hears("G-2003", "REFUND_STOPPED"))
        return missing("the customer was not told");
    return customers_["G-2003"]->sentence("REFUND_STOPPED");
}

void GoodsStory::refund_before_shipment()
{
    narrator_.step("refund_before_shipment_without_label",
                   [this] { return before_shipment("G-2001", ShipmentState::Cancelled); });
    narrator_.step("refund_before_shipment_with_label",
                   [this] { return before_shipment("G-2002", ShipmentState::Cancelled); });
    narrator_.step("label_that_cannot_be_cancelled", [this] { return label_that_cannot_be_cancelled(); });
}

Seen GoodsStory::lost_parcel()
{
    const auto ticket = complaint("G-2004", TicketKind::Exception, "S-2004", "包裹丢失",
                                  "物流两周没有更新，三根线退一根，其余请补发。");
    if (!ticket)
        return pass_on(ticket);
    lost_ticket_ = ticket->ticket_no;
    pictures_.take("ticket-parcel-lost", [this](MainWindow &window) {
        show_ticket(window, lost_ticket_);
        QMetaObject::invokeMethod(
            &window, [&window] { press(window, Qt::Key_A, QStringLiteral("a")); }, Qt::QueuedConnection);
    });
    ExceptionDecision decision;
    decision.refund.emplace();
    decision.refund->order_no = *OrderNo::from_text("G-2004");
    decision.refund->ticket_no = ticket->ticket_no;
    decision.refund->lines = {{item("1"), 1}, {item("2"), 2}};
    decision.refund->reason_code = ReasonCode::Lost;
    decision.reship.emplace();
    decision.reship->order_no = *OrderNo::from_text("G-2004");
    decision.reship->ticket_no = ticket->ticket_no;
    decision.reship->lines = {{item("1"), 2}};
    const auto decided = goods().decide_exception(decision).result();
    if (!decided)
        return pass_on(decided);
    if (!refund_becomes(decided->refund->refund_no, RefundStatus::Success) ||
        !parcel_becomes(decided->shipment->shipment_no.text(), ShipmentState::LabelCreated))
        return missing("not refunded, or no new label");
    const auto after = order("G-2004");
    if (!after || after->order.state == GoodsOrderState::Refunded)
        return missing("a part moved the order");
    if (!hears("G-2004", "PARCEL_SENT_AGAIN") || !hears("G-2004", "GOODS_REFUND_DONE"))
        return missing("the customer was not told");
    return amount_of(decided->refund->amount) +
           " refunded, 2 sent again: " + customers_["G-2004"]->sentence("PARCEL_SENT_AGAIN");
}

void GoodsStory::send_and_lose()
{
    narrator_.step("parcels_picked_up", [this]() -> Seen {
        for (const char *shipment_no : {"S-2004", "S-2005", "S-2006"}) {
            const auto shipment = parcel(shipment_no);
            if (!shipment)
                return pass_on(shipment);
            if (auto moved = stage_.gateways().carrier().move(shipment->tracking_no, "in_transit"); !moved)
                return pass_on(moved);
            if (!parcel_becomes(shipment_no, ShipmentState::InTransit))
                return missing(std::string(shipment_no) + " is not in transit");
        }
        return "3 parcels, told by the carrier";
    });
    narrator_.step("parcel_lost", [this]() -> Seen {
        const auto lost =
            goods().advance_shipment(*ShipmentNo::from_text("S-2004"), ShipmentEvent::Lost, "14 天无轨迹").result();
        return lost.map([](const Shipment &shipment) { return std::string(to_text(shipment.state)); });
    });
    narrator_.step("lost_parcel_refunded_and_sent_again", [this] { return lost_parcel(); });
}

void GoodsStory::reconcile()
{
    narrator_.step("reconciled_three_ways", [this]() -> Seen {
        const auto zone = QTimeZone("Asia/Shanghai");
        const auto now = stage_.clock().now().time_since_epoch().count();
        const QString day = QDateTime::fromMSecsSinceEpoch(now, zone).toString(QStringLiteral("yyyy-MM-dd"));
        const auto run = goods().reconcile(day.toStdString()).result();
        if (!run)
            return pass_on(run);
        std::optional<Reconciliation> finished;
        narrator_.until([&] {
            const auto runs = goods().reconciliations().result();
            for (const Reconciliation &each : runs ? *runs : std::vector<Reconciliation>{}) {
                if (each.id == run->id && each.finished_at)
                    finished = each;
            }
            return finished.has_value();
        });
        if (!finished)
            return missing("it did not finish");
        if (finished->refunds == 0 || finished->differing != 0)
            return missing(std::to_string(finished->differing) + " of " + std::to_string(finished->refunds) +
                           " differ");
        return std::to_string(finished->refunds) + " refunds: ledger, outbox and gateways agree";
    });
}

void GoodsStory::show_ticket(MainWindow &window, const TicketNo &ticket_no)
{
    window.shell()->show_page(PageId::Tickets);
    window.shell()->tickets_page()->show_ticket(ticket_no);
}

void GoodsStory::take_pictures()
{
    pictures_.take("ticket-goods", [this](MainWindow &window) { show_ticket(window, lost_ticket_); });
    pictures_.take("orders-goods", [](MainWindow &window) {
        window.shell()->show_page(PageId::Orders);
        if (auto *page = window.findChild<OrdersPage *>())
            page->show_goods_order(*OrderNo::from_text("G-2004"));
    });
    for (const auto &[name, tab] : {std::pair{"refunds-goods", RefundsPage::Tab::Refunds},
                                    std::pair{"discrepancies", RefundsPage::Tab::OpenQuestions},
                                    std::pair{"reconciliation", RefundsPage::Tab::Reconciled}})
        pictures_.take(name, [tab = tab](MainWindow &window) {
            window.shell()->show_page(PageId::Refunds);
            if (auto *page = window.findChild<RefundsPage *>())
                page->show_tab(tab);
        });
}

}  // namespace aftercharge::demo
