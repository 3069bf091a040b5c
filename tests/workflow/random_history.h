// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "tests/support/engine_rig.h"
#include "tests/workflow/ledger_oracle.h"

namespace aftercharge {

// How often what is of interest was reached, by name.
using Shapes = std::map<std::string, int>;

// A random life of three members, two charge points and three operators, from one seed, with
// the oracle beside it.
class RandomHistory {
public:
    RandomHistory(std::uint64_t seed, Shapes &shapes);

    // Runs so many steps; what is wrong, with the step at which it was found, or nothing.
    std::optional<std::string> run(int steps);

private:
    struct Session {
        std::string point;
        int connector = 1;
        std::int64_t transaction_id = 0;
        std::size_t order = 0;
        std::int64_t meter_start = 0;
        std::int64_t highest = 0;  // register that the engine was told
        std::vector<Reading> withheld;
        std::vector<Reading> delivered;
    };
    struct Request {
        Refund refund;
        std::size_t order = 0;
        std::int64_t fee = 0;
        std::int64_t owed = 0;
        std::set<RefundNo> seen;  // refunds of the order that were there when it was asked for
    };
    enum class Standing { Waiting, Approved, SentBack };
    struct Step {
        int weight;
        void (RandomHistory::*take)();
    };

    void step();
    void wait();
    void top_up();
    void start();
    void report();
    void report_late();
    void report_again();
    void report_wrongly();
    void stop();
    void stop_again();
    void stop_unknown();
    void lose_connection();
    void ask_refund();
    void decide_refund();
    void decide_again();
    void confirm_fee();
    void crash();

    void expect(bool holds, const std::string &what);
    void check_members();
    void check_orders();
    void check_end();

    std::int64_t pick(std::int64_t low, std::int64_t high);  // both included
    bool chance(int percent) { return pick(1, 100) <= percent; }
    Session *any_session();
    Reading grow(Session &session);
    bool deliver(Session &session, Reading reading);
    OperatorName somebody();
    std::set<RefundNo> held_of(std::size_t order) const;
    bool is_void(const Request &request) const;
    std::int64_t limit_of(const OperatorName &name) const;
    void expect_code(const Result<Refund> &result, ErrorCode code, const std::string &shape);

    sim::SeededRandom random_;
    Shapes &shapes_;
    EngineRig rig_;
    LedgerOracle oracle_;
    std::vector<OrderNo> order_nos_;
    std::vector<Session> sessions_;
    std::map<std::pair<std::string, int>, std::int64_t> meters_;
    std::vector<std::pair<std::string, std::int64_t>> stopped_;  // charge point, transaction
    std::vector<Request> waiting_;
    std::vector<Refund> decided_;
    std::map<RefundNo, std::pair<std::size_t, Standing>> standing_;       // with its order
    std::map<std::pair<std::size_t, OperatorName>, std::int64_t> alone_;  // granted of an order without another
    std::optional<std::string> failure_;
    int step_ = 0;
};

}  // namespace aftercharge
