// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/presence.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlPresence final : public PresenceWriter {
public:
    explicit SqlPresence(LedgerContext context) : context_(context) {}

    Result<std::vector<Present>> of(std::string_view subject, UtcTime now) override;
    Result<std::optional<MoneyLease>> money_lease(const OrderNo &order_no, UtcTime now) override;

    Result<void> note(const Present &present, UtcTime now) override;
    Result<void> leave(std::string_view subject, const OperatorName &login, const Uuid &desk) override;
    Result<void> take(const MoneyLease &lease, UtcTime now) override;
    Result<void> drop(const OrderNo &order_no, const OperatorName &login, const Uuid &desk) override;

private:
    Result<void> sweep(const QString &table, UtcTime now);

    LedgerContext context_;
};

}  // namespace aftercharge
