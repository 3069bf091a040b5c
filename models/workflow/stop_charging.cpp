// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/stop_charging.h"

#include <algorithm>

#include "models/settlement/postings.h"
#include "models/settlement/readings.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/order_pricing.h"
#include "models/workflow/system_ticket.h"

namespace aftercharge {
namespace {

// Longer than a car stands anywhere: the clock was set in between, and time has no price then.
constexpr std::chrono::days longest_session{30};

bool is_decided_by_evidence(const ChargingOrder &order, const std::vector<Reading> &curve, PowerW max_power)
{
    return normalise_readings(curve, ConnectorLimits{.max_power = max_power}, order.started_at, order.meter_start,
                              order.stopped_at)
        .undecided();
}

// Why a settlement is provisional: what the ticket says.
struct Doubt {
    std::string reason;
    std::string text;
};

Doubt evidence_doubt()
{
    return {"METER_EVIDENCE",
            "A reading that jumps back or beyond what the connector can deliver would decide the fee. The order is "
            "settled provisionally from the readings that were accepted."};
}

// A stop that cannot be priced is settled all the same: what was frozen is the customer's.
Doubt pricing_doubt(const Error &error)
{
    return {"NOT_PRICED", "The readings cannot be priced (" + to_line(error) + "). Nothing was taken."};
}

// The order as it stands when it is over, priced but not yet paid.
Result<std::optional<Doubt>> close_order(ChargingOrder &order, const StopFacts &facts, std::vector<Reading> &curve,
                                         RegistryReader &registry)
{
    order.stopped_at = std::max(facts.at, order.started_at);
    order.meter_stop = facts.meter_stop;
    order.stop_reason = facts.reason;
    order.stop_detail = facts.detail;
    if (facts.meter_stop) {
        Reading last;
        last.at = *order.stopped_at;
        last.register_wh = facts.meter_stop;
        curve.push_back(last);
    }
    const auto tariff = order_tariff(registry, order);
    if (!tariff)
        return pass_on(tariff);
    const bool undecided = is_decided_by_evidence(order, curve, tariff->max_power);
    auto priced = price_order(*tariff, order, curve);
    if (priced && *order.stopped_at - order.started_at > longest_session)
        priced = fail(ErrorCode::TimeInvalid,
                      "from " + to_iso8601(order.started_at) + " to " + to_iso8601(*order.stopped_at));
    order.settlement = undecided || !priced ? Settlement::Provisional : Settlement::Final;
    if (!priced)
        return std::optional<Doubt>{pricing_doubt(priced.error())};
    order.fee = priced->total;
    order.energy = priced->energy;
    return undecided ? std::optional<Doubt>{evidence_doubt()} : std::nullopt;
}

// Takes the fee from frozen, then from available; gives the rest back.
Result<void> pay(Work &work, UnitOfWork &unit, ChargingOrder &order, const Actor &actor)
{
    const auto balance = unit.accounts().member_balance(order.member_id);
    if (!balance)
        return pass_on(balance);
    const auto plan = plan_settlement(order.fee, order.prepaid, balance->available);
    if (!plan)
        return pass_on(plan);
    order.returned = plan->returned;
    order.owed = plan->owed;
    const AccountId available = AccountId::available(order.member_id);
    const AccountId frozen = AccountId::frozen(order.member_id);
    const AccountId revenue = AccountId::platform(AccountKind::Revenue);
    const std::string &reference = order.order_no.text();
    for (const Movement &movement :
         {Movement{frozen, revenue, plan->from_frozen, TransferKind::ChargeFrozen, reference},
          Movement{frozen, available, plan->returned, TransferKind::Unfreeze, reference},
          Movement{available, revenue, plan->from_available, TransferKind::ChargeAvailable, reference}}) {
        if (auto moved = move_money(unit, work, movement, actor); !moved)
            return moved;
    }
    return {};
}

NoticeKind notice_of(const ChargingOrder &order)
{
    if (order.owed.is_positive())
        return NoticeKind::Owed;
    return is_fault(order.stop_reason) ? NoticeKind::FaultStopReturned : NoticeKind::ChargingEnded;
}

std::string settlement_note(const ChargingOrder &order)
{
    std::string note = std::string(to_text(order.stop_reason));
    if (is_fault(order.stop_reason))
        note = "0x01 FAULT " + note;
    if (!order.stop_detail.empty())
        note += " (" + order.stop_detail + ")";
    note += ", fee " + order.fee.to_text() + ", returned " + order.returned.to_text();
    if (order.owed.is_positive())
        note += ", owed " + order.owed.to_text();
    return note;
}

Result<void> settle(Work &work, UnitOfWork &unit, ChargingOrder &order, const StopFacts &facts,
                    const std::optional<Doubt> &doubt)
{
    if (auto paid = pay(work, unit, order, facts.actor); !paid)
        return paid;
    if (auto stopped = advance_order(unit, work, order, OrderEvent::ChargingStopped, facts.actor,
                                     settlement_note(order));
        !stopped)
        return stopped;
    if (doubt) {
        if (auto opened = open_system_ticket(unit, work, order, TicketKind::Exception, doubt->reason, doubt->text);
            !opened)
            return opened;
    } else if (order.owed.is_zero()) {
        if (auto payed = advance_order(unit, work, order, OrderEvent::PaidInFull, facts.actor, {}); !payed)
            return payed;
    }
    return notify(unit, work, notice_of(order), order, money_values(order));
}

}  // namespace

Result<ChargingOrder> stop_charging(Work &work, const OrderNo &order_no, const StopFacts &facts,
                                    std::vector<Reading> curve)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto order = (*unit)->orders().find(order_no);
    if (!order)
        return order;
    if (order->state != OrderState::Charging)
        return fail(ErrorCode::OrderNotRunning, order_no.text() + " is " + std::string(to_text(order->state)));
    const auto doubt = close_order(*order, facts, curve, (*unit)->registry());
    if (!doubt)
        return pass_on(doubt);
    if (auto settled = settle(work, **unit, *order, facts, *doubt); !settled)
        return pass_on(settled);
    if (auto kept = (*unit)->orders().put_deciding_readings(order_no, curve); !kept)
        return pass_on(kept);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return order;
}

}  // namespace aftercharge
