// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/remote/remote_story.h"

#include <algorithm>
#include <utility>

#include "app/console/demo/demo_count.h"
#include "app/console/demo/remote/remote_numbers.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge::demo {
namespace {

constexpr std::size_t wanted_vehicles = 12;
constexpr int told_within_s = 15;

}  // namespace

Summary RemoteStory::play()
{
    open_house();
    hear_complaint();
    decide();
    cut_the_line();
    lose_the_daemon();
    close_books();
    count_rows(stage_.supervisor().desk(), summary_);
    summary_.orphan_reports = stage_.network().orphan_count().value_or(0);
    summary_.pictures = pictures_.taken();
    // Their clients live in the UI thread.
    stage_.on_ui([this] { customers_.clear(); });
    return summary_;
}

void RemoteStory::open_house()
{
    narrator_.step("server_and_store_made", [this]() -> Seen {
        return stage_.network().server_version().map([this](const std::string &version) {
            return "PostgreSQL " + version + " at " + stage_.network().address();
        });
    });
    narrator_.step("daemon_ready_and_well", [this]() -> Seen {
        if (!stage_.daemon().is_ready() || !stage_.daemon().is_well())
            return missing("/healthz does not answer 200");
        return std::string("/healthz 200");
    });
    narrator_.step("two_people_log_in", [this] { return both_at_work(); });
    narrator_.step("vehicles_charge_on_both_desks", [this] { return vehicles_on_both_desks(); });
}

Seen RemoteStory::both_at_work()
{
    const auto at_work = [this] {
        return seen<bool>([this] { return stage_.agent().is_at_work() && stage_.supervisor().is_at_work(); });
    };
    const auto refused = [this] { return stage_.agent().refusal() || stage_.supervisor().refusal(); };
    narrator_.until([&] { return at_work() || refused(); });
    for (const Seat *seat : {&stage_.agent(), &stage_.supervisor()}) {
        if (const auto refusal = seat->refusal())
            return missing(seat->login() + ": " + to_line(*refusal));
    }
    if (!at_work())
        return missing("the windows do not show their pages");
    const auto network = stage_.agent().desk().network().result();
    if (!network)
        return pass_on(network);
    return stage_.agent().login() + " and " + stage_.supervisor().login() + " at " + network->name;
}

Seen RemoteStory::vehicles_on_both_desks()
{
    if (!narrator_.until([this] { return all_live(); }))
        return missing("a feed is not live");
    const auto same = [this] {
        const auto fees = stage_.agent().fees();
        const auto charged = std::ranges::count_if(fees,
                                                   [](const auto &session) { return session.second.is_positive(); });
        return fees.size() >= wanted_vehicles && charged > 0 && fees == stage_.supervisor().fees();
    };
    if (!narrator_.until(same))
        return missing("the desks show " + std::to_string(stage_.agent().fees().size()) + " and " +
                       std::to_string(stage_.supervisor().fees().size()));
    return std::to_string(stage_.agent().fees().size()) + " sessions, the same fees";
}

Seen RemoteStory::complaint(const std::string &role, const std::string &reason, const std::string &text)
{
    const auto token = stage_.network().customer_token(order_of(role));
    if (!token)
        return pass_on(token);
    stage_.on_ui([&] {
        customers_[role] = std::make_unique<DemoCustomer>(stage_.daemon().customer_port(),
                                                          QByteArray::fromStdString(*token));
    });
    DemoCustomer &customer = *customers_[role];
    const std::map<const Seat *, int> read_again{{&stage_.agent(), stage_.agent().read_again()},
                                                 {&stage_.supervisor(), stage_.supervisor().read_again()}};
    customer.complain(reason, text);
    if (!narrator_.until([&] { return !customer.ticket_no().empty(); }))
        return missing("no ticket number came back");
    const std::string number = customer.ticket_no();
    const auto counts = stage_.supervisor().desk().ticket_counts().result();
    if (!counts)
        return pass_on(counts);
    for (Seat *seat : {&stage_.agent(), &stage_.supervisor()}) {
        // Nobody asked: the feed told of the ticket, or that anything may be new.
        const auto told = [&] { return seat->heard_of_ticket(number) || seat->read_again() > read_again.at(seat); };
        if (!narrator_.until(told, told_within_s))
            return missing(seat->login() + "'s feed did not tell of " + number);
        const auto shown = [&] { return seen<int>([&] { return seat->tickets_on_screen(); }); };
        if (!narrator_.until([&] { return shown() == counts->open; }, told_within_s))
            return missing(seat->login() + "'s window shows " + std::to_string(shown()) + " open tickets, not " +
                           std::to_string(counts->open));
        const auto read = seat->desk().ticket(*TicketNo::from_text(number)).result();
        if (!read)
            return pass_on(read);
    }
    return number + " for " + order_of(role).text();
}

void RemoteStory::hear_complaint()
{
    narrator_.step("complaint_on_both_desks", [this] {
        return complaint("fast_meter", "多扣费", "显示充了 20 多度电，车里只多了 18 度，请核对电表。");
    });
    narrator_.step("agent_takes_it_supervisor_sees_him", [this] { return take_ticket(); });
    const auto show_ticket = [this](MainWindow &window) {
        window.shell()->show_page(PageId::Tickets);
        if (const auto ticket = ticket_of("fast_meter"))
            window.shell()->tickets_page()->show_ticket(ticket->ticket_no);
    };
    const auto is_shown = [](MainWindow &window) {
        return window.shell()->tickets_page()->view()->dossier() != nullptr;
    };
    narrator_.step("pictures_of_the_ticket", [&, this] {
        return picture("ticket", show_ticket,
                       [&, this] { return is_shown(stage_.agent().window()) && supervisor_sees(Doing::Looking); });
    });
    narrator_.step("agent_decides_supervisor_sees_it", [&, this] {
        return picture("ticket-refund", show_ticket, [&, this] {
            MainWindow &agent = stage_.agent().window();
            if (!is_shown(agent) || !is_shown(stage_.supervisor().window()))
                return false;
            // A key is for the window that is worked in.
            if (!agent.isActiveWindow()) {
                agent.activateWindow();
                return false;
            }
            if (!agent.shell()->tickets_page()->sheet()) {
                agent.shell()->tickets_page()->setFocus();
                press(agent, Qt::Key_A, QStringLiteral("a"));
            }
            return supervisor_sees(Doing::Deciding);
        });
    });
}

Seen RemoteStory::take_ticket()
{
    const auto ticket = ticket_of("fast_meter");
    if (!ticket)
        return pass_on(ticket);
    const auto taken = stage_.agent().desk().take_ticket(ticket->ticket_no, ticket->version).result();
    if (!taken)
        return pass_on(taken);
    stage_.on_ui([&] {
        for (const Scene::View &view : stage_.views()) {
            view.window->shell()->show_page(PageId::Tickets);
            view.window->shell()->tickets_page()->show_ticket(taken->ticket_no);
        }
    });
    if (!narrator_.until([this] { return seen<bool>([this] { return supervisor_sees(Doing::Looking); }); }))
        return missing("the supervisor's desk shows nobody");
    return taken->ticket_no.text() + " is " + taken->assigned_to.text() + "'s, who is seen there";
}

void RemoteStory::decide()
{
    narrator_.step("refund_within_limit_posted", [this] { return grant_within_limit(); });
    narrator_.step("second_complaint",
                   [this] { return complaint("dear", "充电中断", "Charging was slow and cost more than announced."); });
    narrator_.step("refund_above_limit_waits", [this] { return ask_above_limit(); });
    narrator_.step("pictures_of_approvals", [this] {
        return picture(
            "approvals", [](MainWindow &window) { window.shell()->show_page(PageId::Approvals); },
            [this] { return both_have_rows(); });
    });
    narrator_.step("own_request_refused_to_sql_client", [this] { return approve_own_by_hand(); });
    narrator_.step("approved_by_the_supervisor", [this] { return approve(); });
    narrator_.step("pictures_of_both_live_pages",
                   [this] { return picture("live", show_live, [this] { return both_have_rows(); }); });
}

Seen RemoteStory::grant_within_limit()
{
    const Decided decided = stage_.agent().desk().request_refund(draft("fast_meter", "4.36"));
    auto posted = posted_once("fast_meter", decided);
    if (!posted)
        return posted;
    if (!narrator_.until([this] { return hears("fast_meter", "REFUND_DONE"); }))
        return missing("the customer was not told");
    const auto resolved = ticket_of("fast_meter");
    if (!resolved || resolved->state != TicketState::Resolved)
        return missing("the ticket is not resolved");
    return *posted + ", customer told";
}

Seen RemoteStory::ask_above_limit()
{
    const auto asked = order("dear");
    if (!asked)
        return pass_on(asked);
    const auto refund = stage_.agent().desk().request_refund(draft("dear", asked->fee.to_text())).result();
    if (!refund)
        return pass_on(refund);
    waiting_ = refund->refund_no;
    waiting_amount_ = refund->amount;
    if (refund->approval != ApprovalState::Waiting)
        return missing("not waiting for approval");
    return waiting_.text() + " " + amount_of(waiting_amount_) + " waits";
}

Seen RemoteStory::approve_own_by_hand()
{
    const auto done = stage_.network().approve_by_hand(stage_.agent().login(), waiting_, waiting_amount_.minor());
    if (done)
        return missing("the server let him");
    const std::string said = done.error().detail;
    if (said.find("refund.own_request") == std::string::npos)
        return missing(said);
    const auto refunds = refunds_of("dear");
    if (!refunds || refunds->size() != 1 || refunds->front().approval != ApprovalState::Waiting)
        return missing("the request does not wait any more");
    return std::string("refund.own_request, and it waits as before");
}

Seen RemoteStory::approve()
{
    const auto approved = stage_.supervisor().desk().approve_refund(waiting_, waiting_amount_);
    const auto posted = posted_once("dear", approved);
    if (!posted)
        return posted;
    if (!narrator_.until([this] { return hears("dear", "REFUND_DONE"); }))
        return missing("the customer was not told");
    return *posted + " by " + stage_.supervisor().login() + ", customer told";
}

Seen RemoteStory::picture(const std::string &name, const std::function<void(MainWindow &)> &arrange,
                          const std::function<bool()> &ready)
{
    if (!pictures_.take(name, arrange, ready))
        return missing("not shown as it should be");
    return name + ": both desks, two languages, two themes";
}

void RemoteStory::close_books()
{
    narrator_.step("ledger_sums_to_zero", [this]() -> Seen {
        const auto sum = stage_.supervisor().desk().ledger_sum().result();
        if (!sum)
            return pass_on(sum);
        summary_.ledger_sum_minor = sum->minor();
        if (!sum->is_zero())
            return missing(amount_of(*sum));
        return std::string("0");
    });
    narrator_.step("audit_chain_intact", [this]() -> Seen {
        const auto report = stage_.supervisor().desk().verify_audit().result();
        if (!report)
            return pass_on(report);
        if (!report->intact)
            return missing(report->problem);
        return std::to_string(report->entries) + " entries";
    });
    narrator_.step("both_desks_have_the_same_numbers", [this] { return books_agree(); });
}

Seen RemoteStory::books_agree()
{
    std::string agent;
    std::string supervisor;
    const auto same = [&] {
        agent = numbers_of(stage_.agent().desk());
        supervisor = numbers_of(stage_.supervisor().desk());
        return agent == supervisor;
    };
    if (!narrator_.until(same))
        return missing(agent + " here, " + supervisor + " there");
    return agent;
}

}  // namespace aftercharge::demo
