// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_story.h"

#include <algorithm>

#include "app/console/demo/demo_cast.h"
#include "app/console/demo/demo_count.h"
#include "app/console/demo/demo_goods.h"
#include "models/workflow/top_up_member.h"

namespace aftercharge::demo {
namespace {

constexpr int patience_s = 60;

}  // namespace

Summary Story::play()
{
    narrator_.step("store_encrypted", [this]() -> Seen {
        if (stage_.network().is_plain())
            return missing("ledger.db begins like a plain SQLite file");
        return "ledger.db does not begin like SQLite";
    });
    watch_charging();
    watch_stops();
    settle_debt();
    hear_complaints();
    decide();
    {
        GoodsStory goods(stage_, narrator_, pictures_);
        goods.play();
    }
    close_books();
    count_rows(stage_.desk(), summary_);
    summary_.orphan_reports = stage_.host()
                                  .engine()
                                  .post([](Engine &engine) {
                                      return engine.work().ledger.reader().orders().orphan_count();
                                  })
                                  .result()
                                  .value_or(0);
    summary_.pictures = pictures_.taken();
    // Their clients live in the UI thread.
    stage_.on_ui([this] {
        refunded_.reset();
        rejected_.reset();
        dear_.reset();
        faulted_.reset();
    });
    return summary_;
}

std::optional<ChargingOrder> Story::order_of(const std::string &role) const
{
    OrderQuery query;
    query.charge_point_id = *ChargePointId::from_text(player(role).charge_point);
    query.page.limit = 1;
    const auto page = stage_.desk().orders(query).result();
    if (!page || page->rows.empty())
        return std::nullopt;
    return page->rows.front();
}

std::optional<ChargingOrder> Story::order_in(const std::string &role, OrderState state, int seconds) const
{
    std::optional<ChargingOrder> order;
    narrator_.until(
        [&] {
            order = order_of(role);
            return order && order->state == state;
        },
        seconds);
    return order && order->state == state ? order : std::nullopt;
}

void Story::watch_charging()
{
    narrator_.step("twelve_vehicles_charging", [this]() -> Seen {
        std::int64_t most = 0;
        narrator_.until(
            [&] {
                const auto sessions = stage_.desk().sessions().result();
                const auto charging = sessions
                                          ? std::ranges::count(*sessions, OrderState::Charging, &SessionView::state)
                                          : 0;
                most = std::max<std::int64_t>(most, charging);
                return charging >= static_cast<std::int64_t>(cast().size());
            },
            20);
        if (most < 12)
            return missing("only " + std::to_string(most));
        return std::to_string(most) + " at once";
    });
    narrator_.step("readings_move_the_fee", [this]() -> Seen {
        SessionView seen;
        const bool moved = narrator_.until(
            [&] {
                const auto sessions = stage_.desk().sessions().result();
                if (!sessions)
                    return false;
                for (const SessionView &session : *sessions) {
                    if (session.connector.charge_point_id.text() == player("steady_1").charge_point)
                        seen = session;
                }
                return seen.fee.minor() > 100 && seen.soc.has_value();
            },
            patience_s);
        if (!moved)
            return missing("no fee on " + player("steady_1").charge_point);
        return amount_of(seen.fee) + " after " + std::to_string(seen.energy.value()) + " Wh";
    });
    faulted_ = DemoCustomer::connect(stage_, order_of("hot").value_or(ChargingOrder{}).order_no).value_or(nullptr);
}

Seen Story::fault_stop(const std::string &role, StopReason reason)
{
    const auto order = order_in(role, OrderState::Payed, patience_s);
    if (!order)
        return missing("not settled");
    if (order->stop_reason != reason)
        return missing("stop reason " + std::string(to_text(order->stop_reason)));
    const auto returned = add(order->fee, order->returned);
    if (!returned || *returned != order->prepaid)
        return missing("fee and rest are not the prepayment");
    return order->order_no.text() + " " + std::string(to_text(reason)) + ", fee " + amount_of(order->fee) +
           ", returned " + amount_of(order->returned);
}

void Story::watch_stops()
{
    narrator_.step("normal_stop", [this]() -> Seen {
        const auto order = order_in("normal", OrderState::Payed, patience_s);
        if (!order || order->stop_reason != StopReason::Local)
            return missing("not settled as a normal stop");
        return order->order_no.text() + " fee " + amount_of(order->fee) + ", returned " + amount_of(order->returned);
    });
    pictures_.take("live", [](MainWindow &window) { window.shell()->show_page(PageId::Live); });
    narrator_.step("fault_emergency_stop", [this] { return fault_stop("emergency", StopReason::EmergencyStop); });
    narrator_.step("fault_over_temperature", [this] { return fault_stop("hot", StopReason::HighTemperature); });
    narrator_.step("fault_insulation", [this] { return fault_stop("insulation", StopReason::GroundFailure); });
    narrator_.step("fault_unplugged", [this] { return fault_stop("unplug", StopReason::EvDisconnected); });
    narrator_.step("fault_power_loss", [this] { return fault_stop("power_loss", StopReason::PowerLoss); });
    narrator_.step("customer_told_of_fault", [this]() -> Seen {
        if (!faulted_ || !narrator_.until([this] { return faulted_->heard("FAULT_STOP_RETURNED"); }, patience_s))
            return missing("no notice on the customer channel");
        const std::string sentence = faulted_->sentence("FAULT_STOP_RETURNED");
        if (!sentence.starts_with("充电异常结束，余额已退回"))
            return missing(sentence);
        return sentence;
    });
    narrator_.step("stop_of_unknown_order", [this]() -> Seen {
        const auto kept = [this] {
            return stage_.host()
                .engine()
                .post([](Engine &engine) { return engine.work().ledger.reader().orders().orphan_count(); })
                .result();
        };
        if (!narrator_.until([&] { return kept().value_or(0) > 0; }, patience_s))
            return missing("nothing in the orphan log");
        return std::to_string(*kept()) + " in the orphan log";
    });
    narrator_.step("phantom_found", [this]() -> Seen {
        Page<Ticket> tickets;
        const bool found = narrator_.until(
            [&] {
                tickets = stage_.desk().tickets({}).result().value_or(Page<Ticket>{});
                return std::ranges::any_of(
                    tickets.rows, [](const Ticket &ticket) { return ticket.kind == TicketKind::PhantomCharging; });
            },
            patience_s);
        if (!found)
            return missing("no ticket");
        return std::string("a ticket by the system");
    });
}

void Story::settle_debt()
{
    narrator_.step("fee_above_prepayment_is_owed", [this]() -> Seen {
        const auto order = order_in("debt", OrderState::Settle, patience_s);
        if (!order || !order->owed.is_positive())
            return missing("nothing owed");
        return order->order_no.text() + " fee " + amount_of(order->fee) + ", owed " + amount_of(order->owed);
    });
    narrator_.step("top_up_pays_what_is_owed", [this]() -> Seen {
        const auto member = MemberId::from_text(player("debt").member);
        const auto amount = Money::from_minor(20000, *Currency::from_code("CNY"));
        const auto balance = stage_.host()
                                 .engine()
                                 .run([&](Work &work) {
                                     return top_up_member(work, {*member,
                                                                 *amount,
                                                                 make_uuid(work.clock, work.random),
                                                                 {Source::Admin, "admin"}});
                                 })
                                 .result();
        if (!balance)
            return pass_on(balance);
        const auto order = order_in("debt", OrderState::Payed, 10);
        if (!order || !order->owed.is_zero())
            return missing("still owed");
        return amount_of(*amount) + " topped up, " + amount_of(balance->available) + " available";
    });
}

void Story::close_books()
{
    narrator_.step("ledger_sums_to_zero", [this]() -> Seen {
        const auto sum = stage_.desk().ledger_sum().result();
        if (!sum)
            return pass_on(sum);
        summary_.ledger_sum_minor = sum->minor();
        if (!sum->is_zero())
            return missing(amount_of(*sum));
        return std::string("0");
    });
    narrator_.step("audit_chain_intact", [this]() -> Seen {
        const auto report = stage_.desk().verify_audit().result();
        if (!report)
            return pass_on(report);
        if (!report->intact)
            return missing(report->problem);
        return std::to_string(report->entries) + " entries";
    });
}

}  // namespace aftercharge::demo
