// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/console/demo/demo_story.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge::demo {

// The second half of the story: complaints and what people decide about them.

namespace {

constexpr int patience_s = 60;

}  // namespace

Result<Ticket> Story::ticket_of(const DemoCustomer &customer) const
{
    const auto number = TicketNo::from_text(customer.ticket_no());
    if (!number)
        return pass_on(number);
    return stage_.desk().ticket(*number).result().map([](const TicketDossier &dossier) { return dossier.ticket; });
}

Seen Story::complaint(const std::string &role, std::unique_ptr<DemoCustomer> &customer, const std::string &reason,
                      const std::string &text)
{
    const auto order = order_in(role, OrderState::Payed, patience_s);
    if (!order)
        return missing("the session of " + role + " is not settled");
    auto connected = DemoCustomer::connect(stage_, order->order_no);
    if (!connected)
        return pass_on(connected);
    customer = std::move(*connected);
    customer->complain(reason, text);
    if (!narrator_.until([&] { return !customer->ticket_no().empty(); }, patience_s))
        return missing("no ticket number came back");
    return customer->ticket_no() + " for " + order->order_no.text();
}

void Story::hear_complaints()
{
    narrator_.step("complaint_by_customer_channel", [this] {
        return complaint("fast_meter", refunded_, "多扣费", "显示充了 9 度电，车里只多了 6 度多，请核对电表。");
    });
    narrator_.step("second_complaint",
                   [this] { return complaint("rejected", rejected_, "多扣费", "感觉比平时贵，请退款。"); });
    narrator_.step("third_complaint", [this] {
        return complaint("dear", dear_, "充电中断", "Charging was slow and cost more than announced.");
    });
    const auto show_ticket = [this](MainWindow &window) {
        window.shell()->show_page(PageId::Tickets);
        if (const auto ticket = TicketNo::from_text(refunded_ ? refunded_->ticket_no() : std::string{}))
            window.shell()->tickets_page()->show_ticket(*ticket);
    };
    pictures_.take("ticket", show_ticket);
    pictures_.take("ticket-refund", [&, show_ticket](MainWindow &window) {
        show_ticket(window);
        QMetaObject::invokeMethod(
            &window, [&window] { press(window, Qt::Key_A, QStringLiteral("a")); }, Qt::QueuedConnection);
    });
}

Seen Story::refund(const std::string &role, const std::string &amount, bool direct)
{
    const std::unique_ptr<DemoCustomer> &customer = direct ? refunded_ : dear_;
    const auto order = order_of(role);
    if (!customer || !order)
        return missing("no complaint");
    auto ticket = ticket_of(*customer);
    if (!ticket)
        return pass_on(ticket);
    ticket = stage_.desk().take_ticket(ticket->ticket_no, ticket->version).result();
    if (!ticket)
        return pass_on(ticket);
    RefundDraft draft;
    draft.order_no = order->order_no;
    draft.ticket_no = ticket->ticket_no;
    // Without an amount the whole fee is asked for, which is above the agent's limit.
    draft.amount = Money::from_text(amount, order->fee.currency()).value_or(order->fee);
    draft.reason_code = direct ? ReasonCode::MeterFast : ReasonCode::CustomerRequest;
    draft.basis = "Fee\t" + order->fee.to_text() + "\nThis refund\t" + draft.amount.to_text();
    const auto refund = stage_.desk().request_refund(draft).result();
    if (!refund)
        return pass_on(refund);
    if (!direct) {
        waiting_ = refund->refund_no;
        waiting_amount_ = refund->amount;
        if (refund->approval != ApprovalState::Waiting)
            return missing("not waiting for approval");
        return refund->refund_no.text() + " " + draft.amount.to_text() + " waits";
    }
    const auto done = order_in(role, OrderState::AfterSales, patience_s);
    if (!done || done->refunded != draft.amount)
        return missing("not posted");
    if (!narrator_.until([&] { return customer->heard("REFUND_DONE"); }, patience_s))
        return missing("the customer was not told");
    const auto resolved = ticket_of(*customer);
    if (!resolved || resolved->state != TicketState::Resolved)
        return missing("the ticket is not resolved");
    return refund->refund_no.text() + " " + amount + " to balance, order after-sales, customer told";
}

Seen Story::reject()
{
    if (!rejected_)
        return missing("no complaint");
    auto ticket = ticket_of(*rejected_);
    if (!ticket)
        return pass_on(ticket);
    ticket =
        stage_.desk().reject_ticket(ticket->ticket_no, ticket->version, "电表与电压电流曲线一致，计费无误。").result();
    if (!ticket)
        return pass_on(ticket);
    if (ticket->state != TicketState::Rejected)
        return missing("not rejected");
    if (!narrator_.until([this] { return rejected_->heard("COMPLAINT_REJECTED"); }, patience_s))
        return missing("the customer was not told");
    return rejected_->sentence("COMPLAINT_REJECTED");
}

Seen Story::approve()
{
    const auto own = stage_.desk().approve_refund(waiting_, waiting_amount_).result();
    if (own || own.error().code != ErrorCode::RefundOwnRequest)
        return missing("the requester could approve himself");
    stage_.on_ui([this] { stage_.work_as("m.sato"); });
    const auto approved = stage_.desk().approve_refund(waiting_, waiting_amount_).result();
    if (!approved)
        return pass_on(approved);
    const auto done = order_in("dear", OrderState::AfterSales, patience_s);
    if (!done)
        return missing("not posted");
    return waiting_.text() + " approved by m.sato, " + done->refunded.to_text() + " to balance";
}

void Story::decide()
{
    narrator_.step("complaint_approved_and_refunded", [this] { return refund("fast_meter", "4.36", true); });
    narrator_.step("complaint_rejected_with_reason", [this] { return reject(); });
    narrator_.step("refund_above_limit_waits", [this] { return refund("dear", {}, false); });
    pictures_.take("approvals", [](MainWindow &window) { window.shell()->show_page(PageId::Approvals); });
    narrator_.step("approved_by_another_person", [this] { return approve(); });
    for (const auto &[name, page] : {std::pair{"tickets", PageId::Tickets}, std::pair{"refunds", PageId::Refunds},
                                     std::pair{"orders", PageId::Orders}, std::pair{"audit", PageId::Audit},
                                     std::pair{"settings", PageId::Settings}})
        pictures_.take(name, [page = page](MainWindow &window) { window.shell()->show_page(page); });
    pictures_.take("unlock", [](MainWindow &window) { window.lock(); });
    stage_.on_ui([this] { stage_.work_as("m.sato"); });
}

}  // namespace aftercharge::demo
