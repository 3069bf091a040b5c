// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"

#include <algorithm>

namespace aftercharge {
namespace {

struct KnownCurrency {
    std::string_view code;
    int exponent;
};

// ISO 4217:2015 table A.1, circulating currencies and CLF/UYW (exponent 4).
constexpr KnownCurrency known[] = {
    {"AED", 2}, {"AFN", 2}, {"ALL", 2}, {"AMD", 2}, {"ANG", 2}, {"AOA", 2}, {"ARS", 2}, {"AUD", 2}, {"AWG", 2},
    {"AZN", 2}, {"BAM", 2}, {"BBD", 2}, {"BDT", 2}, {"BGN", 2}, {"BHD", 3}, {"BIF", 0}, {"BMD", 2}, {"BND", 2},
    {"BOB", 2}, {"BRL", 2}, {"BSD", 2}, {"BTN", 2}, {"BWP", 2}, {"BYN", 2}, {"BZD", 2}, {"CAD", 2}, {"CDF", 2},
    {"CHF", 2}, {"CLF", 4}, {"CLP", 0}, {"CNY", 2}, {"COP", 2}, {"CRC", 2}, {"CUP", 2}, {"CVE", 2}, {"CZK", 2},
    {"DJF", 0}, {"DKK", 2}, {"DOP", 2}, {"DZD", 2}, {"EGP", 2}, {"ERN", 2}, {"ETB", 2}, {"EUR", 2}, {"FJD", 2},
    {"FKP", 2}, {"GBP", 2}, {"GEL", 2}, {"GHS", 2}, {"GIP", 2}, {"GMD", 2}, {"GNF", 0}, {"GTQ", 2}, {"GYD", 2},
    {"HKD", 2}, {"HNL", 2}, {"HTG", 2}, {"HUF", 2}, {"IDR", 2}, {"ILS", 2}, {"INR", 2}, {"IQD", 3}, {"IRR", 2},
    {"ISK", 0}, {"JMD", 2}, {"JOD", 3}, {"JPY", 0}, {"KES", 2}, {"KGS", 2}, {"KHR", 2}, {"KMF", 0}, {"KPW", 2},
    {"KRW", 0}, {"KWD", 3}, {"KYD", 2}, {"KZT", 2}, {"LAK", 2}, {"LBP", 2}, {"LKR", 2}, {"LRD", 2}, {"LSL", 2},
    {"LYD", 3}, {"MAD", 2}, {"MDL", 2}, {"MGA", 2}, {"MKD", 2}, {"MMK", 2}, {"MNT", 2}, {"MOP", 2}, {"MRU", 2},
    {"MUR", 2}, {"MVR", 2}, {"MWK", 2}, {"MXN", 2}, {"MYR", 2}, {"MZN", 2}, {"NAD", 2}, {"NGN", 2}, {"NIO", 2},
    {"NOK", 2}, {"NPR", 2}, {"NZD", 2}, {"OMR", 3}, {"PAB", 2}, {"PEN", 2}, {"PGK", 2}, {"PHP", 2}, {"PKR", 2},
    {"PLN", 2}, {"PYG", 0}, {"QAR", 2}, {"RON", 2}, {"RSD", 2}, {"RUB", 2}, {"RWF", 0}, {"SAR", 2}, {"SBD", 2},
    {"SCR", 2}, {"SDG", 2}, {"SEK", 2}, {"SGD", 2}, {"SHP", 2}, {"SLE", 2}, {"SOS", 2}, {"SRD", 2}, {"SSP", 2},
    {"STN", 2}, {"SVC", 2}, {"SYP", 2}, {"SZL", 2}, {"THB", 2}, {"TJS", 2}, {"TMT", 2}, {"TND", 3}, {"TOP", 2},
    {"TRY", 2}, {"TTD", 2}, {"TWD", 2}, {"TZS", 2}, {"UAH", 2}, {"UGX", 0}, {"USD", 2}, {"UYU", 2}, {"UYW", 4},
    {"UZS", 2}, {"VES", 2}, {"VND", 0}, {"VUV", 0}, {"WST", 2}, {"XAF", 0}, {"XCD", 2}, {"XOF", 0}, {"XPF", 0},
    {"YER", 2}, {"ZAR", 2}, {"ZMW", 2},
};

constexpr std::int64_t powers_of_ten[] = {1, 10, 100, 1000, 10000};

Result<void> same_currency(const Money &a, const Money &b)
{
    if (a.currency() == b.currency())
        return {};
    return fail(ErrorCode::MoneyCurrencyMismatch,
                std::string(a.currency().code()) + " with " + std::string(b.currency().code()));
}

}  // namespace

Result<Currency> Currency::from_code(std::string_view code)
{
    const auto *found = std::find_if(std::begin(known), std::end(known),
                                     [&](const KnownCurrency &entry) { return entry.code == code; });
    if (found == std::end(known))
        return fail(ErrorCode::MoneyInvalidText, "not an ISO 4217 currency: " + std::string(code));
    return Currency({code[0], code[1], code[2]}, found->exponent);
}

std::int64_t Currency::scale() const
{
    return powers_of_ten[exponent_];
}

Result<Money> Money::from_minor(std::int64_t minor, Currency currency)
{
    if (minor > max_minor || minor < -max_minor)
        return fail(ErrorCode::MoneyOverflow, std::to_string(minor));
    return Money(minor, currency);
}

Result<Money> Money::from_text(std::string_view text, Currency currency)
{
    const auto invalid = [&] { return fail(ErrorCode::MoneyInvalidText, std::string(text)); };
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative)
        rest.remove_prefix(1);
    const std::size_t point = rest.find('.');
    const std::string_view whole = rest.substr(0, point);
    const std::string_view decimals = point == std::string_view::npos ? std::string_view{} : rest.substr(point + 1);
    const auto digits_only = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || !digits_only(whole) || !digits_only(decimals) ||
        (point != std::string_view::npos && decimals.empty()))
        return invalid();
    if (decimals.size() > static_cast<std::size_t>(currency.exponent()))
        return fail(ErrorCode::MoneyTooManyDecimals, std::string(text) + ", " + std::string(currency.code()) + " has " +
                                                         std::to_string(currency.exponent()));
    std::int64_t minor = 0;
    const auto take = [&](char digit) {
        minor = minor * 10 + (digit - '0');
        return minor <= max_minor;
    };
    for (char digit : whole) {
        if (!take(digit))
            return fail(ErrorCode::MoneyOverflow, std::string(text));
    }
    for (int i = 0; i < currency.exponent(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!take(at < decimals.size() ? decimals[at] : '0'))
            return fail(ErrorCode::MoneyOverflow, std::string(text));
    }
    return Money(negative ? -minor : minor, currency);
}

std::string Money::to_text() const
{
    const std::int64_t scale = currency_.scale();
    const std::int64_t absolute = minor_ < 0 ? -minor_ : minor_;
    std::string text = minor_ < 0 ? "-" : "";
    text += std::to_string(absolute / scale);
    if (currency_.exponent() > 0) {
        const std::string decimals = std::to_string(absolute % scale);
        text += '.';
        text.append(static_cast<std::size_t>(currency_.exponent()) - decimals.size(), '0');
        text += decimals;
    }
    return text;
}

Result<Money> add(const Money &a, const Money &b)
{
    if (auto same = same_currency(a, b); !same)
        return tl::unexpected(same.error());
    return Money::from_minor(a.minor() + b.minor(), a.currency());
}

Result<Money> subtract(const Money &a, const Money &b)
{
    return add(a, b.negated());
}

Result<std::strong_ordering> compare(const Money &a, const Money &b)
{
    if (auto same = same_currency(a, b); !same)
        return tl::unexpected(same.error());
    return a.minor() <=> b.minor();
}

Result<Money> smaller(const Money &a, const Money &b)
{
    return compare(a, b).map([&](std::strong_ordering order) { return order < 0 ? a : b; });
}

Result<Money> larger(const Money &a, const Money &b)
{
    return compare(a, b).map([&](std::strong_ordering order) { return order > 0 ? a : b; });
}

Int128 divide_half_even(Int128 numerator, Int128 denominator)
{
    Int128 quotient = numerator / denominator;
    Int128 remainder = numerator % denominator;
    if (remainder < 0) {
        remainder += denominator;
        --quotient;
    }
    const Int128 twice = remainder * 2;
    if (twice > denominator || (twice == denominator && (quotient & 1) != 0))
        ++quotient;
    return quotient;
}

}  // namespace aftercharge
