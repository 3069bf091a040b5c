// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/audit.h"
#include "models/store/sql/head_keeper.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlAudit final : public AuditWriter {
public:
    // `keeper` may be null: no heads outside.
    SqlAudit(LedgerContext context, HeadKeeper *keeper) : context_(context), keeper_(keeper) {}

    Result<Page<AuditEntry>> page(const PageRequest &request, std::string_view text) override;
    Result<std::int64_t> chain_length() override;
    Result<ChainReport> verify(const std::function<bool(std::int64_t, std::int64_t)> &progress) override;
    Result<void> append(const AuditEntry &entry) override;

private:
    LedgerContext context_;
    HeadKeeper *keeper_;
};

}  // namespace aftercharge
