// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "app/sim/seeded_random.h"
#include "tests/workflow/gateway_stage.h"

namespace aftercharge {

// How often what is of interest was reached, by name.
using Shapes = std::map<std::string, int>;

// A random life of one goods order of 271.00 from one seed: refunds asked for, approved, sent
// back and tried again; a worker that dies between its three steps; a gateway whose replies are
// lost and whose refunds go on by themselves; webhooks that are late, wrong or sent twice.
// Beside it, in plain integers, what must hold whatever happens.
class RandomGoods {
public:
    RandomGoods(std::uint64_t seed, Shapes &shapes);

    // Runs so many steps and lets all come to rest; what is wrong, or nothing.
    std::optional<std::string> run(int steps);

private:
    // What the test knows of a refund without asking the program.
    struct Known {
        std::int64_t amount = 0;
        std::int64_t of_l1 = 0;             // minor units of the one unit of L1
        std::int64_t of_l2 = 0;             // whole units of L2
        std::set<payment::Standing> stood;  // at the gateway, ever
        bool was_taken_up_again = false;    // FAIL, then alive again there
    };
    // A task that a worker holds, and the answer, once it has one.
    struct Flight {
        GatewayTask task;
        UtcTime leased_at;
        std::optional<GatewayAnswer> answer;
    };

    void step();
    void ask();
    void decide();
    void try_again();
    void lease();
    void carry_out();
    void hear();
    void work();
    void crash();
    void move_gateway();
    void push();
    void disturb();
    void wait();
    void come_to_rest();

    void expect(bool holds, const std::string &what);
    void check();
    void check_refund(const Refund &refund);
    void check_end();
    void note_standing(const RefundNo &number);
    void drop_dead_flights();
    std::int64_t left_of_l1();
    std::int64_t left_of_l2();
    bool is_repaired();
    std::vector<Refund> refunds();
    std::optional<Refund> any(bool (*wanted)(const Refund &));
    std::int64_t pick(std::int64_t low, std::int64_t high);  // both included
    bool chance(int percent) { return pick(1, 100) <= percent; }

    sim::SeededRandom random_;
    Shapes &shapes_;
    GatewayStage stage_;
    std::map<RefundNo, Known> known_;
    std::vector<Flight> flights_;
    std::optional<std::string> failure_;
    int step_ = 0;
    int events_ = 0;
};

}  // namespace aftercharge
