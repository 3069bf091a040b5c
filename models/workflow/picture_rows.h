// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/domain/claim.h"
#include "models/store/ledger_store.h"

namespace aftercharge {

// The rows of an approval's picture (models/domain/approval.h), read anew.

using PictureRows = std::vector<std::pair<std::string, std::string>>;

// What they are read from, alike for a reader and a unit of work.
struct PictureTopics {
    OrderReader &orders;
    GoodsReader &goods;
    ShipmentReader &shipments;
    TicketReader &tickets;
    RefundReader &refunds;
};
template<typename Ledger>
PictureTopics picture_topics(Ledger &ledger)
{
    return {ledger.orders(), ledger.goods(), ledger.shipments(), ledger.tickets(), ledger.refunds()};
}

// `before`: the rows of then, which say which refunds were there already; null: now is then.
Result<PictureRows> picture_rows(const PictureTopics &topics, const Refund &refund, const PictureRows *before);
Result<PictureRows> picture_rows(const PictureTopics &topics, const Claim &claim, const PictureRows *before);

}  // namespace aftercharge
