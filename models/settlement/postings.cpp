// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settlement/postings.h"

#include <initializer_list>

namespace aftercharge {
namespace {

Result<void> check_amounts(std::initializer_list<Money> amounts)
{
    for (const Money &amount : amounts) {
        if (amount.currency() != amounts.begin()->currency())
            return fail(ErrorCode::MoneyCurrencyMismatch, std::string(amount.currency().code()));
        if (amount.is_negative())
            return fail(ErrorCode::InputInvalid, "negative amount " + amount.to_text());
    }
    return {};
}

std::int64_t smaller_minor(std::int64_t a, std::int64_t b)
{
    return a < b ? a : b;
}

}  // namespace

Result<SettlementPlan> plan_settlement(const Money &fee, const Money &frozen, const Money &available)
{
    if (auto checked = check_amounts({fee, frozen, available}); !checked)
        return pass_on(checked);
    const Currency currency = fee.currency();
    const std::int64_t from_frozen = smaller_minor(fee.minor(), frozen.minor());
    const std::int64_t from_available = smaller_minor(fee.minor() - from_frozen, available.minor());
    // Differences of amounts within bounds are within bounds.
    return SettlementPlan{
        .from_frozen = *Money::from_minor(from_frozen, currency),
        .from_available = *Money::from_minor(from_available, currency),
        .returned = *Money::from_minor(frozen.minor() - from_frozen, currency),
        .owed = *Money::from_minor(fee.minor() - from_frozen - from_available, currency),
    };
}

Result<CorrectionPlan> plan_correction(const Money &new_fee, const Money &paid, const Money &refunded,
                                       const Money &available)
{
    if (auto checked = check_amounts({new_fee, paid, refunded, available}); !checked)
        return pass_on(checked);
    if (refunded.minor() > paid.minor())
        return fail(ErrorCode::RefundExceedsPaid, refunded.to_text() + " of " + paid.to_text());
    const Currency currency = new_fee.currency();
    const std::int64_t kept = paid.minor() - refunded.minor();
    const std::int64_t too_much = smaller_minor(paid.minor() - new_fee.minor(), kept);
    const std::int64_t missing = new_fee.minor() - paid.minor();
    const std::int64_t taken = missing > 0 ? smaller_minor(missing, available.minor()) : 0;
    return CorrectionPlan{
        .give_back = *Money::from_minor(too_much > 0 ? too_much : 0, currency),
        .from_available = *Money::from_minor(taken, currency),
        .owed = *Money::from_minor(missing > 0 ? missing - taken : 0, currency),
    };
}

Result<Money> plan_debt_payment(const Money &owed, const Money &available)
{
    if (auto checked = check_amounts({owed, available}); !checked)
        return pass_on(checked);
    return smaller(owed, available);
}

}  // namespace aftercharge
