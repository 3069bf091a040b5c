// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <numeric>
#include <optional>
#include <string_view>

#include "models/settlement/pricing.h"

// Short ways of writing sessions and tariffs in tests.
namespace aftercharge::testing {

inline UtcTime at(std::string_view text)
{
    return parse_iso8601(text).value();
}

inline Reading reading(UtcTime when, std::int64_t register_wh, std::optional<std::int64_t> power = std::nullopt,
                       std::optional<std::int64_t> current_ma = std::nullopt)
{
    Reading result;
    result.at = when;
    result.register_wh = EnergyWh{register_wh};
    if (power)
        result.power = PowerW{*power};
    if (current_ma)
        result.current = CurrentMa{*current_ma};
    return result;
}

inline PriceComponent component(TariffDimension dimension, std::int64_t price, std::int64_t step_size = 1)
{
    PriceComponent result;
    result.dimension = dimension;
    result.price = UnitPrice{price};
    result.step_size = step_size;
    return result;
}

inline TariffElement element(PriceComponent price, TariffRestrictions restrictions = {}, std::string label = {})
{
    return {{price}, restrictions, std::move(label)};
}

inline Tariff tariff(std::vector<TariffElement> elements, const char *currency = "CNY")
{
    Tariff result;
    result.id = TariffId::from_text("T1").value();
    result.currency = Currency::from_code(currency).value();
    result.elements = std::move(elements);
    return result;
}

inline TariffRestrictions between(int from_minute, int to_minute)
{
    TariffRestrictions result;
    result.start_time = std::chrono::minutes{from_minute};
    result.end_time = std::chrono::minutes{to_minute};
    return result;
}

// Europe/Berlin in 2026.
inline ZoneOffsets berlin()
{
    return {{at("2025-10-26T01:00:00Z"), std::chrono::hours{1}},
            {at("2026-03-29T01:00:00Z"), std::chrono::hours{2}},
            {at("2026-10-25T01:00:00Z"), std::chrono::hours{1}}};
}

inline std::int64_t sum_of_lines(const PricedSession &session)
{
    return std::accumulate(session.lines.begin(), session.lines.end(), std::int64_t{0},
                           [](std::int64_t sum, const FeeLine &line) { return sum + line.amount.minor(); });
}

}  // namespace aftercharge::testing
