// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/decisions.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlDecisions final : public DecisionWriter {
public:
    explicit SqlDecisions(LedgerContext context) : context_(context) {}
    Result<std::optional<SubmittedDecision>> find(const Uuid &id) override;
    Result<std::int64_t> waiting() override;
    Result<std::vector<DaemonRow>> daemons(UtcTime seen_since) override;
    Result<void> submit(const SubmittedDecision &decision) override;
    Result<std::vector<SubmittedDecision>> lease(UtcTime now, const std::string &owner, UtcTime lease_until,
                                                 int limit) override;
    Result<void> done(const Uuid &id, UtcTime at, const std::string &outcome) override;
    Result<void> refused(const Uuid &id, UtcTime at, const Error &error) override;
    Result<void> put_daemon(const DaemonRow &daemon) override;

private:
    Result<void> end(const Uuid &id, UtcTime at, const Error *error, const std::string &outcome);

    LedgerContext context_;
};

}  // namespace aftercharge
