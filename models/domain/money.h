// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "models/domain/error.h"

namespace aftercharge {

// Exact intermediates (products of amounts, energies and prices).
__extension__ typedef __int128 Int128;

// An ISO 4217 currency: three capital letters and the exponent of its minor unit
// (JPY 0, CNY 2, KWD 3, CLF 4; ISO 4217:2015, table A.1). A currency that is not in the
// table cannot be constructed, except the empty one of a default-constructed value.
class Currency {
public:
    constexpr Currency() = default;
    static Result<Currency> from_code(std::string_view code);

    std::string_view code() const { return {code_.data(), code_[0] ? std::size_t{3} : std::size_t{0}}; }
    int exponent() const { return exponent_; }
    // 10^exponent: minor units in one unit.
    std::int64_t scale() const;

    friend bool operator==(const Currency &, const Currency &) = default;

private:
    constexpr Currency(std::array<char, 3> code, int exponent) : code_(code), exponent_(exponent) {}
    std::array<char, 3> code_{};
    int exponent_ = 0;
};

// An amount: signed minor units of a currency. |minor| <= max_minor, a sanity bound
// (10^15 minor units) that leaves every sum of two valid amounts representable.
class Money {
public:
    static constexpr std::int64_t max_minor = 1'000'000'000'000'000;

    Money() = default;  // zero of no currency: adds to nothing
    static Result<Money> from_minor(std::int64_t minor, Currency currency);
    static Money zero(Currency currency) { return Money(0, currency); }
    // "100", "100.00", "-3.5": decimal point, no grouping; more decimals than the currency
    // has are refused.
    static Result<Money> from_text(std::string_view text, Currency currency);

    std::int64_t minor() const { return minor_; }
    Currency currency() const { return currency_; }
    bool is_zero() const { return minor_ == 0; }
    bool is_positive() const { return minor_ > 0; }
    bool is_negative() const { return minor_ < 0; }

    Money negated() const { return Money(-minor_, currency_); }
    // "100.00", no sign of the currency, no grouping.
    std::string to_text() const;

    friend bool operator==(const Money &, const Money &) = default;

private:
    constexpr Money(std::int64_t minor, Currency currency) : minor_(minor), currency_(currency) {}
    std::int64_t minor_ = 0;
    Currency currency_;
};

// Checked: fails with money.currency_mismatch or money.overflow.
Result<Money> add(const Money &a, const Money &b);
Result<Money> subtract(const Money &a, const Money &b);
Result<std::strong_ordering> compare(const Money &a, const Money &b);
// The smaller and the larger of two amounts of the same currency.
Result<Money> smaller(const Money &a, const Money &b);
Result<Money> larger(const Money &a, const Money &b);

// numerator / denominator rounded half to even; denominator > 0.
Int128 divide_half_even(Int128 numerator, Int128 denominator);

}  // namespace aftercharge
