// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/tariff.h"

namespace aftercharge {

// A stretch of the day with one energy price, in minutes from midnight, [from, to).
struct TariffSlice {
    int from_minute = 0;
    int to_minute = 0;
    int element = -1;  // -1: no energy price, energy is free
    std::string label;
    UnitPrice price;  // electricity and service together, per kWh
    friend bool operator==(const TariffSlice &, const TariffSlice &) = default;
};

// Days of the week (bit 0 Monday … bit 6 Sunday) that have the same prices.
struct TariffDay {
    std::uint8_t days = 0;
    std::vector<TariffSlice> slices;  // from 0 to 1440
};

// The energy prices over the days of the week of `monday`, at the start of a session that
// draws no power yet: restrictions on power, current or energy taken count from there.
// Local time as it stands on the clock, so the hour of a change of daylight saving is not
// looked at. Empty when the tariff does not pass check_tariff.
std::vector<TariffDay> tariff_days(const Tariff &tariff, UtcTime monday);

}  // namespace aftercharge
