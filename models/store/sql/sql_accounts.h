// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accounts.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlAccounts final : public AccountWriter {
public:
    explicit SqlAccounts(LedgerContext context) : context_(context) {}

    Result<Money> balance(const AccountId &account) override;
    Result<MemberBalance> member_balance(const MemberId &member) override;
    Result<Money> sum_of_all() override;
    Result<std::vector<Transfer>> transfers(std::string_view reference) override;
    Result<std::vector<Transfer>> transfers_of(const MemberId &member, int limit) override;

    Result<PostOutcome> post(const Transfer &transfer) override;

private:
    Result<void> check(const Transfer &transfer) const;
    Result<std::optional<Transfer>> find(const Uuid &transfer_id);
    Result<void> move(const AccountId &account, const Money &change);
    Result<Money> as_money(const Result<std::int64_t> &minor) const;

    LedgerContext context_;
};

}  // namespace aftercharge
