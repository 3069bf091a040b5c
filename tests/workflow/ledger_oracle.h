// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace aftercharge {

// What the ledger must say, kept in plain integers (minor units) and as simply as it can be
// said: written from product.md, not from the code.
class LedgerOracle {
public:
    struct Member {
        std::int64_t prepay = 5000;
        std::int64_t available = 0;
        std::int64_t frozen = 0;
    };
    struct Order {
        std::size_t member = 0;
        bool running = true;
        bool provisional = false;
        std::int64_t prepaid = 0;
        std::int64_t fee = 0;
        std::int64_t owed = 0;
        std::int64_t returned = 0;
        std::int64_t refunded = 0;
        std::int64_t held = 0;  // asked for, not yet posted or given up
        std::int64_t paid() const { return fee - owed; }
        std::int64_t refundable() const { return paid() - refunded - held; }
        bool may_be_refunded() const { return !running && !provisional && owed == 0; }
    };

    std::vector<Member> members;
    std::vector<Order> orders;
    std::int64_t revenue = 0;

    void top_up(std::size_t member, std::int64_t amount);
    bool may_start(std::size_t member) const { return members[member].available > 0; }
    std::size_t start(std::size_t member);  // the order's index
    void settle(std::size_t order, std::int64_t fee, bool provisional);
    void hold(std::size_t order, std::int64_t amount) { orders[order].held += amount; }
    void release(std::size_t order, std::int64_t amount) { orders[order].held -= amount; }
    void post(std::size_t order, std::int64_t amount);  // of what is held
    std::int64_t owed_by(std::size_t member) const;
};

// ¥1.37 a kWh, half to even.
std::int64_t oracle_fee(std::int64_t wh);

}  // namespace aftercharge
