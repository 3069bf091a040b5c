// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/settlement/health.h"
#include "models/workflow/explain_order.h"

// How a refund of a charging order comes about, item by item: what a person sees before he
// decides. Integers only; the items add up to the totals exactly.
namespace aftercharge {

// One priced item of the fee: the lines of the same kind and price taken together.
struct RefundPlanItem {
    FeeKind kind = FeeKind::Electricity;
    UnitPrice unit_price{};
    std::optional<VatRate> vat{};
    EnergyMicroWh energy{};       // Electricity, Service: what was billed
    Duration duration{};          // Time, Parking: what was billed
    EnergyMicroWh energy_back{};  // of it, what the proposal gives back; 0: not by quantity
    Duration duration_back{};
    Money paid{};
    Money refunded{};  // so far, requests under way included
    Money now{};       // by this refund
    Money remains{};
    friend bool operator==(const RefundPlanItem &, const RefundPlanItem &) = default;
};

enum class RefundBasis { WholeRest, MeterExcess, PhantomTime, OwnAmount };

struct RefundPlan {
    RefundBasis basis = RefundBasis::OwnAmount;
    std::vector<RefundPlanItem> items;
    Money paid;
    Money refunded;
    Money now;
    Money remains;
    std::optional<HealthFinding> finding;  // of MeterExcess and PhantomTime
    friend bool operator==(const RefundPlan &, const RefundPlan &) = default;
};

// What the curve of an order shows by itself, over all its readings.
Health health_of(const std::vector<Reading> &readings);

// The items with nothing asked yet. What was paid (fee − owed) and what was refunded are
// allocated to the items by largest remainder (settlement/allocation.h): a price limit or a
// debt lowers each item by its share. Fails with money errors only; free orders have no items.
Result<RefundPlan> empty_refund_plan(const OrderExplanation &order);

// `amount` allocated to what remains of the items. money.not_positive; refund.exceeds_paid.
Result<RefundPlan> plan_amount(const RefundPlan &empty, const Money &amount,
                               RefundBasis basis = RefundBasis::OwnAmount);

// The energy that the register counted beyond V·I·t in the section of the finding, at the
// prices of the periods it lies in (by time, as pricing splits), each item rounded half to
// even and never above what remains of it. None without such a finding or with nothing left.
std::optional<RefundPlan> plan_meter_excess(const RefundPlan &empty, const OrderExplanation &order,
                                            const Health &health);

// The time and parking components of the stretch in which current flowed without energy.
std::optional<RefundPlan> plan_phantom_time(const RefundPlan &empty, const OrderExplanation &order,
                                            const Health &health);

}  // namespace aftercharge
