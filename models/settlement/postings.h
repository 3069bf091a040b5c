// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

namespace aftercharge {

// How a prepaid charging order is settled (product.md, "Money"): the fee comes from what was
// frozen, the rest of that goes back; above the prepayment the difference comes from what is
// available; what is still missing is owed.
//   from_frozen + returned = frozen,  from_frozen + from_available + owed = fee
struct SettlementPlan {
    Money from_frozen;
    Money from_available;
    Money returned;
    Money owed;
    friend bool operator==(const SettlementPlan &, const SettlementPlan &) = default;
};

// All >= 0 and of one currency, else input.invalid or money.currency_mismatch.
Result<SettlementPlan> plan_settlement(const Money &fee, const Money &frozen, const Money &available);

// What a new fee changes for an order that was settled before: at most one of the three is
// not 0. `paid` is what was taken for the old fee (fee − owed), `refunded` what people paid
// back since. A lower fee gives back, but never what was refunded already; a higher one takes
// from `available` and leaves the rest owed.
struct CorrectionPlan {
    Money give_back;
    Money from_available;
    Money owed;  // the order's new debt
    friend bool operator==(const CorrectionPlan &, const CorrectionPlan &) = default;
};
Result<CorrectionPlan> plan_correction(const Money &new_fee, const Money &paid, const Money &refunded,
                                       const Money &available);

// How much of `owed` a balance pays: the smaller of the two.
Result<Money> plan_debt_payment(const Money &owed, const Money &available);

}  // namespace aftercharge
