// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/amounts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace aftercharge::payment {
namespace {

// How a gateway writes a currency: so many decimals, in multiples of `step`.
struct Unit {
    int decimals = 2;
    std::int64_t step = 1;
};

struct SpecialUnit {
    std::string_view currency;
    Unit unit;
};

constexpr std::array stripe_units{
    SpecialUnit{"MGA", {0, 1}},  SpecialUnit{"ISK", {2, 100}}, SpecialUnit{"UGX", {2, 100}},
    SpecialUnit{"BHD", {3, 10}}, SpecialUnit{"JOD", {3, 10}},  SpecialUnit{"KWD", {3, 10}},
    SpecialUnit{"OMR", {3, 10}}, SpecialUnit{"TND", {3, 10}},
};

constexpr std::array<std::int64_t, 5> powers_of_ten{1, 10, 100, 1000, 10000};

std::optional<Unit> unit_of(PaymentProvider provider, const Currency &currency)
{
    if (provider == PaymentProvider::WechatPay)
        return currency.code() == "CNY" ? std::optional<Unit>(Unit{}) : std::nullopt;
    const auto *special = std::find_if(stripe_units.begin(), stripe_units.end(),
                                       [&](const SpecialUnit &entry) { return entry.currency == currency.code(); });
    if (special != stripe_units.end())
        return special->unit;
    if (currency.code().empty() || currency.exponent() > 2)
        return std::nullopt;
    return Unit{currency.exponent(), 1};
}

tl::unexpected<Error> no_such_currency(PaymentProvider provider, std::string_view code)
{
    return fail(ErrorCode::InputInvalid,
                std::string(to_text(provider)) + " has no currency \"" + std::string(code.substr(0, 3)) + "\"");
}

// value · 10^(to − from), where it is exact.
Result<std::int64_t> rescaled(std::int64_t value, int from, int to)
{
    if (to >= from) {
        const Int128 wide = Int128{value} * powers_of_ten[static_cast<std::size_t>(to - from)];
        if (wide > Money::max_minor * Int128{100} || wide < -Money::max_minor * Int128{100})
            return fail(ErrorCode::MoneyOverflow, std::to_string(value));
        return static_cast<std::int64_t>(wide);
    }
    const std::int64_t divisor = powers_of_ten[static_cast<std::size_t>(from - to)];
    if (value % divisor != 0)
        return fail(ErrorCode::MoneyTooManyDecimals, std::to_string(value) + " minor units");
    return value / divisor;
}

}  // namespace

Result<std::int64_t> to_gateway_amount(PaymentProvider provider, const Money &amount)
{
    const auto unit = unit_of(provider, amount.currency());
    if (!unit)
        return no_such_currency(provider, amount.currency().code());
    const auto value = rescaled(amount.minor(), amount.currency().exponent(), unit->decimals);
    if (value && *value % unit->step != 0)
        return fail(ErrorCode::MoneyTooManyDecimals, std::string(to_text(provider)) + " has no amount of " +
                                                         amount.to_text() + " " +
                                                         std::string(amount.currency().code()));
    return value;
}

Result<Money> from_gateway_amount(PaymentProvider provider, std::int64_t amount, std::string_view currency)
{
    std::string code(currency);
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const auto known = Currency::from_code(code);
    const auto unit = known ? unit_of(provider, *known) : std::nullopt;
    if (!unit)
        return no_such_currency(provider, code);
    return rescaled(amount, unit->decimals, known->exponent()).and_then([&](std::int64_t minor) {
        return Money::from_minor(minor, *known);
    });
}

}  // namespace aftercharge::payment
