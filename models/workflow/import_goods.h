// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "models/gateway/goodsfile/goods_file.h"
#include "models/workflow/work.h"

namespace aftercharge {

struct ImportReport {
    int orders = 0;
    int parcels = 0;
    std::vector<RefusedRow> refused;  // those of the file and those that the rules refused
};

// Takes the orders of a file, each in one piece with its lines, discounts, payment and parcels,
// or not at all: a number that exists, another currency than the network's, a payment that is
// not the total, parcels with more units than the order, a member that does not exist yet and
// cannot be made. A paid order posts gateway_clearing → revenue. Administrators only.
// `progress` (done, of) may return false: what was taken by then stays.
Result<ImportReport> import_goods(Work &work, const GoodsFile &file, const Actor &actor,
                                  const std::function<bool(std::size_t, std::size_t)> &progress = {});

}  // namespace aftercharge
