// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/head_keeper.h"

namespace aftercharge {

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
