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
    PageRequest page;
};

class RefundReader {
public:
    virtual ~RefundReader() = default;
    virtual Result<Refund> find(const RefundNo &refund_no) = 0;  // refund.not_found
    virtual Result<std::vector<Refund>> of_order(const OrderNo &order_no) = 0;
    virtual Result<Page<Refund>> page(const RefundQuery &query) = 0;  // newest first
    virtual Result<std::int64_t> waiting_approval() = 0;
};

class RefundWriter : public RefundReader {
public:
    virtual Result<RefundNo> next_refund_no(UtcTime now) = 0;  // "R20261123-0088"
    virtual Result<void> insert(const Refund &refund) = 0;
    virtual Result<void> update(Refund &refund) = 0;  // by version
    // One approval a request, by the store's own rule: a second is refund.already_decided.
    virtual Result<void> approve(const RefundNo &refund_no, const OperatorName &by, const Money &amount,
                                 UtcTime at) = 0;
};

}  // namespace aftercharge
