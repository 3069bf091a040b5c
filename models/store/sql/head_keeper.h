// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "models/domain/id.h"
#include "models/store/sql/chain.h"

namespace aftercharge {

// Keeps the heads of a store's chains outside the store, so that an older copy of it, put
// back, is seen: SQLCipher authenticates pages, not their freshness.
class HeadKeeper {
public:
    virtual ~HeadKeeper() = default;
    // Nothing: never kept here.
    virtual Result<std::optional<ChainHeads>> read(const Uuid &store_id) = 0;
    // After a commit. A head goes forward only; a shorter one changes nothing.
    virtual Result<void> advance(const Uuid &store_id, const std::map<int, ChainHead> &heads) = 0;
};

// "<folder>/<store id>.heads": one line a chain, "chain length hash". Replaced as a whole,
// under a lock that holds between processes.
class FileHeadKeeper final : public HeadKeeper {
public:
    explicit FileHeadKeeper(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Result<std::optional<ChainHeads>> read(const Uuid &store_id) override;
    Result<void> advance(const Uuid &store_id, const std::map<int, ChainHead> &heads) override;

private:
    std::filesystem::path file_of(const Uuid &store_id) const;
    std::filesystem::path folder_;
};

// Hands the heads on at most once a second, the rest when it ends: where many commit a second,
// each of which would wait for a file to be flushed. Heads that are a second behind are behind as
// after a crash, which is normal.
class PacedHeadKeeper final : public HeadKeeper {
public:
    explicit PacedHeadKeeper(std::unique_ptr<HeadKeeper> keeper) : keeper_(std::move(keeper)) {}
    ~PacedHeadKeeper() override;
    Result<std::optional<ChainHeads>> read(const Uuid &store_id) override { return keeper_->read(store_id); }
    Result<void> advance(const Uuid &store_id, const std::map<int, ChainHead> &heads) override;

private:
    std::unique_ptr<HeadKeeper> keeper_;
    std::mutex mutex_;
    Uuid store_id_;
    std::map<int, ChainHead> pending_;
    std::chrono::steady_clock::time_point handed_on_{};
};

enum class HeadsVerdict { NotKept, Same, StoreAhead, StoreBehind };

struct HeadsComparison {
    HeadsVerdict verdict = HeadsVerdict::NotKept;
    std::string problem;  // StoreBehind: which chain, and how
};

// StoreAhead is normal (a crash between commit and advance); StoreBehind means that entries
// are gone, or others stand in their place.
Result<HeadsComparison> compare_heads(Chain &chain, const std::optional<ChainHeads> &kept);

}  // namespace aftercharge
