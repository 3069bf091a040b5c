// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

    // Writes a row with its place; called when the place is known.
    using WriteRow = std::function<Result<void>(const ChainPlace &)>;

    // Within a transaction: the entry and its row are written by flush(), which the unit of work
    // calls before it commits, and whoever reads that table within it. So the chains' ends
    // are held for the commit only, and always in ascending order: no two units of work wait for
    // each other.
    void append(int chain_no, std::string_view entity, const std::string &row_key, const std::string &content,
                WriteRow write_row);
    Result<void> flush();
    // flush(), if a row of that table waits for it: for whoever reads the table.
    Result<void> flush_rows_of(std::string_view entity);
    // Whether such a row waits for flush().
    bool is_pending(std::string_view entity, const std::string &row_key) const;
    Result<ChainHead> head(int chain_no);
    Result<ChainHeads> heads();
    // The hash at a place; empty if the chain is shorter.
    Result<std::string> hash_at(int chain_no, std::int64_t seq);

    // The heads of the chains that the transaction has lengthened.
    const std::map<int, ChainHead> &lengthened() const { return lengthened_; }
    // A transaction begins, or is over without a trace.
    void forget();

private:
    struct Pending {
        std::string entity;
        std::string row_key;
        std::string content;
        WriteRow write_row;
    };
    struct Entry {
        ChainPlace place;
        const Pending *row;
        std::string hash;
    };
    Result<void> lock(const std::vector<int> &chain_nos);
    Result<std::vector<Entry>> lengthen(int chain_no, const std::vector<Pending> &rows);
    Result<void> write_entries(std::span<const Entry> entries);

    Database &database_;
    std::map<int, std::vector<Pending>> pending_;
    std::map<int, ChainHead> lengthened_;
};

}  // namespace aftercharge
