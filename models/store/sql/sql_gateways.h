// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/gateways.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlGateways final : public GatewayWriter {
public:
    explicit SqlGateways(LedgerContext context) : context_(context) {}

    Result<std::vector<GatewayAccount>> accounts() override;
    Result<std::vector<Discrepancy>> discrepancies(bool resolved, int limit) override;
    Result<std::int64_t> open_discrepancies() override;
    Result<Discrepancy> discrepancy(const Uuid &id) override;
    Result<std::vector<Reconciliation>> reconciliations(int limit) override;
    Result<std::vector<ReconciledRefund>> reconciled(const Uuid &id) override;

    Result<void> put_account(const GatewayAccount &account) override;
    Result<bool> add_event(const GatewayEvent &event) override;
    Result<bool> add_discrepancy(const Discrepancy &discrepancy) override;
    Result<void> resolve_discrepancy(const Uuid &id, const OperatorName &by, const std::string &resolution,
                                     UtcTime at) override;
    Result<void> put_reconciliation(const Reconciliation &run) override;
    Result<void> add_reconciled(const Uuid &id, const std::vector<ReconciledRefund> &rows) override;

private:
    LedgerContext context_;
};

}  // namespace aftercharge
