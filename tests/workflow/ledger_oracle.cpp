// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/ledger_oracle.h"

#include <algorithm>

namespace aftercharge {

void LedgerOracle::top_up(std::size_t member, std::int64_t amount)
{
    members[member].available += amount;
    for (Order &order : orders) {  // oldest first
        if (order.member != member)
            continue;
        const std::int64_t payment = std::min(order.owed, members[member].available);
        order.owed -= payment;
        members[member].available -= payment;
        revenue += payment;
    }
}

std::size_t LedgerOracle::start(std::size_t member)
{
    Member &who = members[member];
    Order order;
    order.member = member;
    order.prepaid = std::min(who.prepay, who.available);
    who.available -= order.prepaid;
    who.frozen += order.prepaid;
    orders.push_back(order);
    return orders.size() - 1;
}

void LedgerOracle::settle(std::size_t order, std::int64_t fee, bool provisional)
{
    Order &settled = orders[order];
    Member &who = members[settled.member];
    settled.running = false;
    settled.provisional = provisional;
    settled.fee = fee;
    settled.returned = std::max<std::int64_t>(settled.prepaid - fee, 0);
    who.frozen -= settled.prepaid;
    who.available += settled.returned;
    const std::int64_t beyond = std::max<std::int64_t>(fee - settled.prepaid, 0);
    const std::int64_t taken = std::min(beyond, who.available);
    who.available -= taken;
    settled.owed = beyond - taken;
    revenue += fee - settled.owed;
}

void LedgerOracle::post(std::size_t order, std::int64_t amount)
{
    orders[order].held -= amount;
    orders[order].refunded += amount;
    members[orders[order].member].available += amount;
    revenue -= amount;
}

std::int64_t LedgerOracle::owed_by(std::size_t member) const
{
    std::int64_t sum = 0;
    for (const Order &order : orders)
        sum += order.member == member ? order.owed : 0;
    return sum;
}

std::int64_t oracle_fee(std::int64_t wh)
{
    const std::int64_t thousandths = wh * 137;  // of a fen
    const std::int64_t whole = thousandths / 1000;
    const std::int64_t rest = thousandths % 1000;
    if (rest != 500)
        return whole + (rest > 500 ? 1 : 0);
    return whole + whole % 2;
}

}  // namespace aftercharge
