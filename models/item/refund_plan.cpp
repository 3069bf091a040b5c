// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/refund_plan.h"

#include <algorithm>

#include "models/settlement/allocation.h"
#include "models/settlement/diagnosis.h"

namespace aftercharge {
namespace {

bool is_energy(FeeKind kind)
{
    return kind == FeeKind::Electricity || kind == FeeKind::Service;
}

bool is_time(FeeKind kind)
{
    return kind == FeeKind::Time || kind == FeeKind::Parking;
}

bool same_item(const RefundPlanItem &item, const FeeLine &line)
{
    return item.kind == line.kind && item.unit_price == line.unit_price && item.vat == line.vat;
}

std::vector<std::int64_t> minor_of(const std::vector<RefundPlanItem> &items, Money RefundPlanItem::*which)
{
    std::vector<std::int64_t> values;
    values.reserve(items.size());
    for (const RefundPlanItem &item : items)
        values.push_back((item.*which).minor());
    return values;
}

// Shares of `total` go to `into` of each item, in proportion to `weights`.
Result<void> share(std::vector<RefundPlanItem> &items, const Money &total, Money RefundPlanItem::*weights,
                   Money RefundPlanItem::*into)
{
    if (total.is_zero()) {
        for (RefundPlanItem &item : items)
            item.*into = Money::zero(total.currency());
        return {};
    }
    const auto shares = allocate(total, minor_of(items, weights));
    if (!shares)
        return pass_on(shares);
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].*into = (*shares)[i];
    return {};
}

Result<void> set_remains(RefundPlan &plan)
{
    const auto rest = [](const Money &paid, const Money &refunded, const Money &now) {
        return subtract(paid, refunded).and_then([&](const Money &left) { return subtract(left, now); });
    };
    for (RefundPlanItem &item : plan.items) {
        const auto left = rest(item.paid, item.refunded, item.now);
        if (!left)
            return pass_on(left);
        item.remains = *left;
    }
    const auto left = rest(plan.paid, plan.refunded, plan.now);
    if (!left)
        return pass_on(left);
    plan.remains = *left;
    return {};
}

// quantity · price, VAT added; `divisor` turns the product into units of the currency.
Money cost_of(std::int64_t quantity, const RefundPlanItem &item, Int128 divisor)
{
    const std::int64_t vat = item.vat ? item.vat->value() : 0;
    const Currency currency = item.paid.currency();
    const Int128 product = Int128(quantity) * item.unit_price.value() * (10'000 + vat) * Int128(currency.scale());
    const Int128 minor = divide_half_even(product, divisor * 10'000);
    if (minor > Money::max_minor)
        return item.remains;
    return Money::from_minor(static_cast<std::int64_t>(minor), currency).value_or(item.remains);
}

constexpr Int128 micro_wh_and_price = Int128(1'000'000'000) * 1'000'000;  // µWh per kWh, price in 10^-6
constexpr Int128 ms_and_price = Int128(3'600'000) * 1'000'000;            // ms per hour, price in 10^-6

Duration overlap(const FeeLine &line, const HealthFinding &finding)
{
    return std::max(Duration{}, std::min(line.to, finding.to) - std::max(line.from, finding.from));
}

void give_back(RefundPlanItem &item, const Money &wanted)
{
    item.now = wanted.minor() < item.remains.minor() ? wanted : item.remains;
}

// Sums up what the items give back; nothing when that is nothing.
std::optional<RefundPlan> closed_plan(RefundPlan plan)
{
    Money sum = Money::zero(plan.paid.currency());
    for (const RefundPlanItem &item : plan.items) {
        const auto more = add(sum, item.now);
        if (!more)
            return std::nullopt;
        sum = *more;
    }
    plan.now = sum;
    if (!sum.is_positive() || !set_remains(plan))
        return std::nullopt;
    return plan;
}

RefundPlanItem *item_of(RefundPlan &plan, const FeeLine &line)
{
    const auto found = std::find_if(plan.items.begin(), plan.items.end(),
                                    [&](const RefundPlanItem &item) { return same_item(item, line); });
    return found == plan.items.end() ? nullptr : &*found;
}

// The excess of one kind of energy lines, split over the periods that the section covers.
void spread_excess(RefundPlan &plan, const OrderExplanation &order, const HealthFinding &finding, FeeKind kind)
{
    const std::int64_t excess_uwh = (finding.measured.value() - finding.expected.value()) * 1'000'000;
    std::vector<const FeeLine *> lines;
    std::vector<Int128> weights;
    Int128 sum = 0;
    for (const FeeLine &line : order.priced.lines) {
        const Duration whole = line.to - line.from;
        if (line.kind != kind || whole <= Duration{} || overlap(line, finding) <= Duration{})
            continue;
        const Int128 weight = Int128(line.energy.value()) * overlap(line, finding).count() / whole.count();
        lines.push_back(&line);
        weights.push_back(weight);
        sum += weight;
    }
    if (sum <= 0)
        return;
    for (Int128 &weight : weights)
        weight *= excess_uwh;
    const std::vector<std::int64_t> shares = round_to_sum(weights, sum, excess_uwh);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (RefundPlanItem *item = item_of(plan, *lines[i]))
            item->energy_back = item->energy_back + EnergyMicroWh{shares[i]};
    }
}

}  // namespace

Health health_of(const std::vector<Reading> &readings)
{
    HealthMonitor monitor;
    for (const Reading &reading : readings)
        monitor.add(reading);
    return monitor.health();
}

Result<RefundPlan> empty_refund_plan(const OrderExplanation &order)
{
    RefundPlan plan;
    plan.paid = order.paid;
    plan.now = Money::zero(order.paid.currency());
    const auto refunded = subtract(order.paid, order.refundable);
    if (!refunded)
        return pass_on(refunded);
    plan.refunded = *refunded;
    for (const FeeLine &line : order.priced.lines) {
        // A price limit that lowered the fee is no item: it lowers what was paid for the others.
        if (!line.amount.is_positive())
            continue;
        RefundPlanItem *item = item_of(plan, line);
        if (!item) {
            plan.items.push_back({.kind = line.kind,
                                  .unit_price = line.unit_price,
                                  .vat = line.vat,
                                  .paid = Money::zero(line.amount.currency()),
                                  .refunded = plan.now,
                                  .now = plan.now,
                                  .remains = plan.now});
            item = &plan.items.back();
        }
        const auto sum = add(item->paid, line.amount);
        if (!sum)
            return pass_on(sum);
        item->paid = *sum;
        item->energy = item->energy + line.energy + line.energy_added;
        item->duration += line.duration + line.duration_added;
    }
    std::stable_sort(plan.items.begin(), plan.items.end(),
                     [](const RefundPlanItem &a, const RefundPlanItem &b) { return a.kind < b.kind; });
    if (plan.items.empty()) {
        plan.remains = order.refundable;
        return plan;
    }
    if (auto shared = share(plan.items, plan.paid, &RefundPlanItem::paid, &RefundPlanItem::paid); !shared)
        return pass_on(shared);
    if (auto shared = share(plan.items, plan.refunded, &RefundPlanItem::paid, &RefundPlanItem::refunded); !shared)
        return pass_on(shared);
    if (auto set = set_remains(plan); !set)
        return pass_on(set);
    return plan;
}

Result<RefundPlan> plan_amount(const RefundPlan &empty, const Money &amount, RefundBasis basis)
{
    if (!amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, amount.to_text());
    const auto against = compare(amount, empty.remains);
    if (!against)
        return pass_on(against);
    if (*against > 0)
        return fail(ErrorCode::RefundExceedsPaid, amount.to_text() + " asked, " + empty.remains.to_text() + " left");
    RefundPlan plan = empty;
    plan.basis = basis;
    plan.now = amount;
    if (!plan.items.empty()) {
        if (auto shared = share(plan.items, amount, &RefundPlanItem::remains, &RefundPlanItem::now); !shared)
            return pass_on(shared);
    }
    if (auto set = set_remains(plan); !set)
        return pass_on(set);
    return plan;
}

std::optional<RefundPlan> plan_meter_excess(const RefundPlan &empty, const OrderExplanation &order,
                                            const Health &health)
{
    const auto &finding = health.find(HealthFlag::MeterFast);
    if (!finding || finding->measured <= finding->expected)
        return std::nullopt;
    RefundPlan plan = empty;
    plan.basis = RefundBasis::MeterExcess;
    plan.finding = *finding;
    for (const FeeKind kind : {FeeKind::Electricity, FeeKind::Service})
        spread_excess(plan, order, *finding, kind);
    for (RefundPlanItem &item : plan.items) {
        if (is_energy(item.kind))
            give_back(item, cost_of(item.energy_back.value(), item, micro_wh_and_price));
    }
    return closed_plan(std::move(plan));
}

std::optional<RefundPlan> plan_phantom_time(const RefundPlan &empty, const OrderExplanation &order,
                                            const Health &health)
{
    const auto &finding = health.find(HealthFlag::Phantom);
    if (!finding)
        return std::nullopt;
    RefundPlan plan = empty;
    plan.basis = RefundBasis::PhantomTime;
    plan.finding = *finding;
    for (const FeeLine &line : order.priced.lines) {
        RefundPlanItem *item = is_time(line.kind) ? item_of(plan, line) : nullptr;
        if (item)
            item->duration_back += std::min(line.duration, overlap(line, *finding));
    }
    for (RefundPlanItem &item : plan.items) {
        if (is_time(item.kind))
            give_back(item, cost_of(item.duration_back.count(), item, ms_and_price));
    }
    return closed_plan(std::move(plan));
}

}  // namespace aftercharge
