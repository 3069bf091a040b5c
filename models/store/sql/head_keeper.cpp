// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/head_keeper.h"

#include <QtGlobal>

namespace aftercharge {

PacedHeadKeeper::~PacedHeadKeeper()
{
    if (pending_.empty())
        return;
    if (const auto kept = keeper_->advance(store_id_, pending_); !kept)
        qWarning("chain heads not kept: %s", to_line(kept.error()).c_str());
}

Result<void> PacedHeadKeeper::advance(const Uuid &store_id, const std::map<int, ChainHead> &heads)
{
    constexpr std::chrono::seconds pace{1};
    const std::lock_guard lock(mutex_);
    store_id_ = store_id;
    for (const auto &[chain_no, head] : heads)
        pending_[chain_no] = head;
    const auto now = std::chrono::steady_clock::now();
    if (now - handed_on_ < pace)
        return {};
    handed_on_ = now;
    auto kept = keeper_->advance(store_id, pending_);
    if (kept)
        pending_.clear();
    return kept;
}

Result<HeadsComparison> compare_heads(Chain &chain, const std::optional<ChainHeads> &kept)
{
    if (!kept)
        return HeadsComparison{};
    HeadsComparison comparison{HeadsVerdict::Same, {}};
    for (int chain_no = 0; chain_no < chain_count; ++chain_no) {
        const ChainHead &outside = (*kept)[static_cast<std::size_t>(chain_no)];
        const auto inside = chain.head(chain_no);
        const auto hash = chain.hash_at(chain_no, outside.length);
        if (!inside || !hash)
            return tl::unexpected(inside ? hash.error() : inside.error());
        const std::string where = "chain " + std::to_string(chain_no) + ": ";
        if (inside->length < outside.length) {
            return HeadsComparison{HeadsVerdict::StoreBehind, where + std::to_string(inside->length) +
                                                                  " entries, there were " +
                                                                  std::to_string(outside.length)};
        }
        if (*hash != outside.hash) {
            return HeadsComparison{HeadsVerdict::StoreBehind, where + "entry " + std::to_string(outside.length) +
                                                                  " is not the one that was written"};
        }
        if (inside->length > outside.length)
            comparison.verdict = HeadsVerdict::StoreAhead;
    }
    return comparison;
}

}  // namespace aftercharge
