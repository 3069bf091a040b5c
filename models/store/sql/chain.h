// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "models/store/sql/database.h"

namespace aftercharge {

constexpr int chain_count = 16;

// Where a chain ends: how many entries, and the hash of the last (empty for none).
struct ChainHead {
    std::int64_t length = 0;
    std::string hash;
    friend bool operator==(const ChainHead &, const ChainHead &) = default;
};
using ChainHeads = std::array<ChainHead, chain_count>;

// A row's place; the row carries both numbers.
struct ChainPlace {
    int chain_no = 0;
    std::int64_t seq = 0;
};

// SHA-256(previous hash ‖ version byte ‖ entity, with its length ‖ canonical bytes of the
// row); the hash before the first is 32 zero bytes.
std::string chain_hash(const std::string &previous, std::string_view entity, const std::string &content);

// The chain that what belongs to `key` (an order number, else the row's own key) goes to.
int chain_number(std::string_view key);

// The 16 hash chains of a ledger.
class Chain {
public:
    explicit Chain(Database &database) : database_(database) {}

    // Within a transaction.
    Result<ChainPlace> append(int chain_no, std::string_view entity, const std::string &row_key,
                              const std::string &content);
    Result<ChainHead> head(int chain_no);
    Result<ChainHeads> heads();
    // The hash at a place; empty if the chain is shorter.
    Result<std::string> hash_at(int chain_no, std::int64_t seq);

    // The heads of the chains that the transaction has lengthened.
    const std::map<int, ChainHead> &lengthened() const { return lengthened_; }
    void forget_lengthened() { lengthened_.clear(); }

private:
    Database &database_;
    std::map<int, ChainHead> lengthened_;
};

}  // namespace aftercharge
