// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/refunds.h"
#include "models/store/sql/ledger_context.h"
#include "models/store/sql/refund_units.h"

namespace aftercharge {

class SqlRefunds final : public RefundWriter {
public:
    explicit SqlRefunds(LedgerContext context) : context_(context), units_(context.database) {}

    Result<Refund> find(const RefundNo &refund_no) override;
    Result<std::vector<Refund>> of_order(const OrderNo &order_no) override;
    Result<std::vector<Refund>> of_claim(const ClaimNo &claim_no) override;
    Result<std::optional<Refund>> by_external_id(std::string_view external_refund_id) override;
    Result<std::vector<RefundUnit>> units(const RefundNo &refund_no) override;
    Result<std::vector<Refund>> through_gateway(UtcTime from, UtcTime to) override;
    Result<Page<Refund>> page(const RefundQuery &query) override;
    Result<std::int64_t> waiting_approval() override;

    Result<RefundNo> next_refund_no(UtcTime now) override;
    Result<void> insert(const Refund &refund, const std::vector<RefundUnit> &units = {}) override;
    Result<void> update(Refund &refund) override;
    Result<void> approve(const RefundNo &refund_no, const OperatorName &by, const Money &amount, UtcTime at) override;

private:
    Result<void> hold_order(const Refund &refund);
    Result<void> check_within_paid(const Refund &refund);
    Result<void> log_version(const Refund &refund);
    Result<void> write_version(const Refund &refund, std::int64_t before);
    // What `refund` holds of its units changes with its standing.
    Result<void> move_units(const Refund &before, const Refund &refund);
    Result<std::vector<Refund>> with_items(Result<std::vector<Refund>> refunds);

    LedgerContext context_;
    RefundUnits units_;
};

}  // namespace aftercharge
