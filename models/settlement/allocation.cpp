// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settlement/allocation.h"

#include <algorithm>
#include <numeric>

namespace aftercharge {
namespace {

Int128 floor_divide(Int128 numerator, Int128 denominator)
{
    const Int128 quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

}  // namespace

std::vector<std::int64_t> round_to_sum(const std::vector<Int128> &exact, Int128 unit, std::int64_t sum)
{
    std::vector<std::int64_t> shares(exact.size());
    std::int64_t left = sum;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        shares[i] = static_cast<std::int64_t>(floor_divide(exact[i], unit));
        left -= shares[i];
    }
    if (left <= 0)
        return shares;
    const auto remainder = [&](std::size_t i) { return exact[i] - shares[i] * unit; };
    std::vector<std::size_t> order(exact.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Int128 ra = remainder(a);
        const Int128 rb = remainder(b);
        return ra != rb ? ra > rb : a < b;
    });
    const auto count = std::min(static_cast<std::size_t>(left), order.size());
    for (std::size_t i = 0; i < count; ++i)
        ++shares[order[i]];
    return shares;
}

Result<std::vector<Money>> allocate(const Money &total, const std::vector<std::int64_t> &weights)
{
    Int128 sum = 0;
    for (std::int64_t weight : weights) {
        if (weight < 0)
            return fail(ErrorCode::InputInvalid, "negative weight");
        sum += weight;
    }
    if (sum == 0)
        return fail(ErrorCode::InputInvalid, "weights add up to nothing");
    // Of the absolute amount, so that a credit is split as the debit was. |total| <= 10^15
    // and weight < 2^63: the products fit.
    const std::int64_t absolute = total.is_negative() ? -total.minor() : total.minor();
    std::vector<Int128> exact;
    exact.reserve(weights.size());
    for (std::int64_t weight : weights)
        exact.push_back(static_cast<Int128>(absolute) * weight);
    std::vector<Money> shares;
    shares.reserve(weights.size());
    for (std::int64_t minor : round_to_sum(exact, sum, absolute)) {
        auto share = Money::from_minor(total.is_negative() ? -minor : minor, total.currency());
        if (!share)
            return tl::unexpected(share.error());
        shares.push_back(*share);
    }
    return shares;
}

Result<Money> refund_of_units(const Money &line_total, std::int64_t quantity, std::int64_t a, std::int64_t b)
{
    if (quantity <= 0 || a < 0 || b < a || b > quantity)
        return fail(ErrorCode::InputInvalid,
                    "units " + std::to_string(a) + " to " + std::to_string(b) + " of " + std::to_string(quantity));
    const auto up_to = [&](std::int64_t units) {
        return divide_half_even(static_cast<Int128>(line_total.minor()) * units, quantity);
    };
    return Money::from_minor(static_cast<std::int64_t>(up_to(b) - up_to(a)), line_total.currency());
}

}  // namespace aftercharge
