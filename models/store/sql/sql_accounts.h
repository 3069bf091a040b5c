// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

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

    // The network's own accounts move at the end of a unit of work, always in the same order: two
    // units of work whose money goes opposite ways do not wait for each other. The unit of work
    // calls it before it commits; so does whoever asks for such a balance within it.
    Result<void> flush();
    // A transaction begins, or is over without a trace.
    void forget() { pending_.clear(); }

private:
    Result<void> check(const Transfer &transfer) const;
    Result<std::optional<Transfer>> find(const Uuid &transfer_id);
    Result<void> move(const AccountId &account, int chain_no, const Money &change);
    Result<void> add_to(const AccountId &account, int slice, std::int64_t minor);
    Result<Money> as_money(const Result<std::int64_t> &minor) const;

    LedgerContext context_;
    std::map<std::pair<AccountKind, int>, std::int64_t> pending_;  // by kind and slice
};

}  // namespace aftercharge
