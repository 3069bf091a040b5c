// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "models/store/sql/database.h"

namespace aftercharge {

// Where the numbers of orders, refunds, tickets … come from. `day` is empty for a series that
// never restarts. A number is never given twice.
class NumberSeries {
public:
    virtual ~NumberSeries() = default;
    virtual Result<std::int64_t> next(const std::string &series, const std::string &day, std::int64_t first) = 0;
};

// Of the transaction that needs it: without gaps, and so one after another.
class TransactionNumbers final : public NumberSeries {
public:
    explicit TransactionNumbers(Database &database) : database_(database) {}
    Result<std::int64_t> next(const std::string &series, const std::string &day, std::int64_t first) override;

private:
    Database &database_;
};

// Where many write at once: taken a block at a time, in a transaction of its own on a connection
// of its own, so that nobody waits for another's commit. What is left of a block at the end is
// lost: the numbers have gaps.
class BlockNumbers final : public NumberSeries {
public:
    using Connect = std::function<Result<std::unique_ptr<Database>>()>;
    static constexpr std::int64_t block_size = 16;

    explicit BlockNumbers(Connect connect) : connect_(std::move(connect)) {}
    Result<std::int64_t> next(const std::string &series, const std::string &day, std::int64_t first) override;

private:
    struct Block {
        std::int64_t next = 0;
        std::int64_t end = 0;
    };
    Result<Block> take(const std::string &series, const std::string &day, std::int64_t first);

    Connect connect_;
    std::unique_ptr<Database> database_;  // opened with the first number
    std::map<std::pair<std::string, std::string>, Block> blocks_;
};

}  // namespace aftercharge
