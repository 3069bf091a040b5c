// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>

#include "models/store/audit.h"
#include "models/store/sql/chain.h"
#include "models/store/sql/head_keeper.h"

namespace aftercharge {

using ChainProgress = std::function<bool(std::int64_t, std::int64_t)>;

// Recomputes the chains from the rows, in slices, so that no read is open for long; then what
// hangs on chained rows: the newest version of each refund, what refunds hold of the units of
// goods, the deciding readings of each order, the balances. Stops at the first problem.
class ChainVerifier {
public:
    ChainVerifier(Database &database, Chain &chain) : database_(database), chain_(chain) {}
    // `kept` are the heads outside the store, read before; `progress` may be empty.
    Result<ChainReport> run(const std::optional<ChainHeads> &kept, const ChainProgress &progress);

private:
    struct Row {
        std::string_view table;
        std::string content;
        std::string key;
    };
    using Rows = std::multimap<std::int64_t, Row>;

    Result<void> walk(int chain_no, std::int64_t length);
    Result<void> walk_slice(int chain_no, std::int64_t from, std::int64_t to);
    Result<Rows> rows_of(int chain_no, std::int64_t from, std::int64_t to);
    Result<void> find_unchained();
    Result<void> check_refunds();
    Result<void> check_units();
    Result<void> check_units_of(const std::string &order_no);
    Result<void> check_readings();
    Result<void> check_balances();

    Database &database_;
    Chain &chain_;
    std::string previous_;
    std::int64_t done_ = 0;
    std::int64_t total_ = 0;
    ChainProgress progress_;
};

}  // namespace aftercharge
