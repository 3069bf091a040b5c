// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/refunds.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlRefunds final : public RefundWriter {
public:
    explicit SqlRefunds(LedgerContext context) : context_(context) {}

    Result<Refund> find(const RefundNo &refund_no) override;
    Result<std::vector<Refund>> of_order(const OrderNo &order_no) override;
    Result<Page<Refund>> page(const RefundQuery &query) override;
    Result<std::int64_t> waiting_approval() override;

    Result<RefundNo> next_refund_no(UtcTime now) override;
    Result<void> insert(const Refund &refund) override;
    Result<void> update(Refund &refund) override;
    Result<void> approve(const RefundNo &refund_no, const OperatorName &by, const Money &amount, UtcTime at) override;

private:
    Result<void> check_within_paid(const Refund &refund);
    Result<void> log_version(const Refund &refund);

    LedgerContext context_;
};

}  // namespace aftercharge
