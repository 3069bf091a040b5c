// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/tariff_day.h"

#include "models/settlement/compiled_tariff.h"

namespace aftercharge {

namespace {

constexpr int minutes_a_day = 24 * 60;

std::vector<TariffSlice> slices_of(const CompiledTariff &compiled, UtcTime midnight)
{
    std::vector<TariffSlice> slices;
    for (int minute = 0; minute < minutes_a_day; ++minute) {
        const UtcTime at = midnight + std::chrono::minutes(minute);
        const auto winners = compiled.winners({.start = at, .at = at, .energy_uwh = 0, .power = {}, .current = {}});
        const int winner = winners[static_cast<std::size_t>(TariffDimension::Energy)];
        const int element = winner < 0 ? -1 : compiled.entry(winner).element;
        if (!slices.empty() && slices.back().element == element) {
            slices.back().to_minute = minute + 1;
            continue;
        }
        TariffSlice slice{minute, minute + 1, element, {}, {}};
        if (winner >= 0) {
            const PriceComponent &component = compiled.entry(winner).component;
            slice.label = compiled.label(element);
            slice.price = component.price + component.service_price.value_or(UnitPrice{});
        }
        slices.push_back(slice);
    }
    return slices;
}

}  // namespace

std::vector<TariffDay> tariff_days(const Tariff &tariff, UtcTime monday)
{
    const CompiledTariff compiled(tariff, {});
    std::vector<TariffDay> days;
    if (compiled.error())
        return days;
    for (int day = 0; day < 7; ++day) {
        auto slices = slices_of(compiled, monday + std::chrono::days(day));
        const auto bit = static_cast<std::uint8_t>(1U << day);
        const auto same = std::find_if(days.begin(), days.end(),
                                       [&](const TariffDay &known) { return known.slices == slices; });
        if (same != days.end())
            same->days = static_cast<std::uint8_t>(same->days | bit);
        else
            days.push_back({bit, std::move(slices)});
    }
    return days;
}

}  // namespace aftercharge
