// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/domain/refund.h"
#include "models/store/page.h"

namespace aftercharge {

struct RefundQuery {
    std::optional<RefundStatus> status;
    std::optional<ApprovalState> approval;
    std::string text;
    bool without_batches = false;  // without those that are rows of a batch
    PageRequest page;
};

class RefundReader {
public:
    virtual ~RefundReader() = default;
    virtual Result<Refund> find(const RefundNo &refund_no) = 0;  // refund.not_found
    virtual Result<std::vector<Refund>> of_order(const OrderNo &order_no) = 0;
    virtual Result<std::vector<Refund>> of_claim(const ClaimNo &claim_no) = 0;
    // By the gateway's name for it.
    virtual Result<std::optional<Refund>> by_external_id(std::string_view external_refund_id) = 0;
    virtual Result<std::vector<RefundUnit>> units(const RefundNo &refund_no) = 0;
    // Goods refunds created or settled from `from` (inclusive) to `to`, and those still under way.
    virtual Result<std::vector<Refund>> through_gateway(UtcTime from, UtcTime to) = 0;
    virtual Result<Page<Refund>> page(const RefundQuery &query) = 0;  // newest first
    virtual Result<std::int64_t> waiting_approval() = 0;              // without those of a batch, which waits as one
};

class RefundWriter : public RefundReader {
public:
    virtual Result<RefundNo> next_refund_no(UtcTime now) = 0;  // "R20261123-0088"
    // `units` of a goods order: each holds its part of the unit's share from now on, until the
    // refund fails, is closed or reversed (holds_money); the items are their sums. A unit that
    // is replaced or has not as much left: order_item.units_not_left, refund.exceeds_paid.
    virtual Result<void> insert(const Refund &refund, const std::vector<RefundUnit> &units = {}) = 0;
    virtual Result<void> update(Refund &refund) = 0;  // by version; items do not change
    // One approval a request, by the store's own rule: a second is refund.already_decided.
    virtual Result<void> approve(const RefundNo &refund_no, const OperatorName &by, const Money &amount,
                                 UtcTime at) = 0;
};

}  // namespace aftercharge
