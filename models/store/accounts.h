// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "models/domain/account.h"

namespace aftercharge {

class AccountReader {
public:
    virtual ~AccountReader() = default;
    // 0 of the network's currency for an account that nothing was posted to.
    virtual Result<Money> balance(const AccountId &account) = 0;
    virtual Result<MemberBalance> member_balance(const MemberId &member) = 0;
    // The sum over all accounts: 0, or the ledger is broken.
    virtual Result<Money> sum_of_all() = 0;
    // Movements that name `reference`, oldest first.
    virtual Result<std::vector<Transfer>> transfers(std::string_view reference) = 0;
    virtual Result<std::vector<Transfer>> transfers_of(const MemberId &member, int limit) = 0;
};

enum class PostOutcome { Posted, Exists };

class AccountWriter : public AccountReader {
public:
    // Moves the amount. The same id with the same content (time and actor aside) answers
    // Exists; with other content ledger.transfer_differs. A member's account that would fall
    // below 0 is refused with ledger.insufficient, by the store's own rule too.
    virtual Result<PostOutcome> post(const Transfer &transfer) = 0;
};

}  // namespace aftercharge
