// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/refund_goods.h"
#include "models/workflow/reship.h"

namespace aftercharge {

// The requests of persons about goods within the caller's unit of work, so that one decision can
// hold several. Rights are checked in here; errors as of the workflows of the same name.
Result<Refund> request_goods_refund_in(UnitOfWork &unit, Work &work, const GoodsRefundDraft &draft);
Result<Shipment> create_reshipment_in(UnitOfWork &unit, Work &work, const ReshipDraft &draft);

}  // namespace aftercharge
