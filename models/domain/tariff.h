// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/enum_text.h"
#include "models/domain/error.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/quantity.h"
#include "models/domain/time.h"

namespace aftercharge {

// A tariff as OCPI 2.2.1, chapter "Tariffs", has it (mod_tariffs), reservations excepted.
// Names are OCPI's. Prices include VAT unless the component carries `vat`.

enum class TariffDimension { Energy, Time, Flat, ParkingTime };
constexpr auto text_table(TariffDimension)
{
    return std::array{EnumText{TariffDimension::Energy, "ENERGY"}, EnumText{TariffDimension::Time, "TIME"},
                      EnumText{TariffDimension::Flat, "FLAT"}, EnumText{TariffDimension::ParkingTime, "PARKING_TIME"}};
}
constexpr std::size_t tariff_dimension_count = 4;

// A price in 10^-6 of the currency's unit: per kWh (ENERGY), per hour (TIME, PARKING_TIME) or
// once (FLAT). ¥0.80 is 800000.
using UnitPrice = Quantity<struct MicroCurrencyUnit>;
// Largest price that is accepted: a million units of the currency.
constexpr std::int64_t max_unit_price = 1'000'000'000'000;
// VAT in 1/100 %: 20 % is 2000.
using VatRate = Quantity<struct VatUnit>;

struct PriceComponent {
    TariffDimension dimension = TariffDimension::Energy;
    UnitPrice price;
    // ENERGY only, where electricity and service are priced apart: `price` is the
    // electricity's, this the service fee. Not OCPI's; written as "service_price".
    std::optional<UnitPrice> service_price;
    std::optional<VatRate> vat;
    std::int64_t step_size = 1;  // Wh or seconds; 0 and 1 leave a whole quantity as it is

    friend bool operator==(const PriceComponent &, const PriceComponent &) = default;
};

// All that are set must match. Times and dates are local to the station.
struct TariffRestrictions {
    std::optional<std::chrono::minutes> start_time;     // of the day, inclusive; alone: until midnight
    std::optional<std::chrono::minutes> end_time;       // exclusive; not after start_time: wraps over midnight
    std::optional<std::chrono::local_days> start_date;  // inclusive
    std::optional<std::chrono::local_days> end_date;    // exclusive
    std::optional<EnergyWh> min_kwh;                    // inclusive; what the session has taken so far
    std::optional<EnergyWh> max_kwh;                    // exclusive
    std::optional<CurrentMa> min_current;               // inclusive; sum of the phases
    std::optional<CurrentMa> max_current;               // exclusive
    std::optional<PowerW> min_power;                    // inclusive
    std::optional<PowerW> max_power;                    // exclusive
    std::optional<std::chrono::seconds> min_duration;   // inclusive; since the start
    std::optional<std::chrono::seconds> max_duration;   // exclusive
    std::uint8_t day_of_week = 0;                       // bit 0 Monday … bit 6 Sunday; 0: every day

    friend bool operator==(const TariffRestrictions &, const TariffRestrictions &) = default;
};

struct TariffElement {
    std::vector<PriceComponent> price_components;  // at most one a dimension
    TariffRestrictions restrictions;
    std::string label;  // "peak", "flat", "valley": the product of a period. Not OCPI's.

    friend bool operator==(const TariffElement &, const TariffElement &) = default;
};

// A limit of the whole fee, in 10^-6 of the currency's unit.
struct PriceLimit {
    UnitPrice excl_vat;
    std::optional<UnitPrice> incl_vat;

    friend bool operator==(const PriceLimit &, const PriceLimit &) = default;
};

struct TariffText {
    std::string language;
    std::string text;

    friend bool operator==(const TariffText &, const TariffText &) = default;
};

struct Tariff {
    TariffId id;
    std::string country_code;  // may be empty
    std::string party_id;      // may be empty
    std::string name;          // for people; not OCPI's
    Currency currency;
    std::string type;  // REGULAR, AD_HOC_PAYMENT, …; may be empty
    std::vector<TariffText> alt_text;
    std::string alt_url;
    std::optional<PriceLimit> min_price;
    std::optional<PriceLimit> max_price;
    std::vector<TariffElement> elements;
    std::optional<UtcTime> start_date_time;
    std::optional<UtcTime> end_date_time;
    std::optional<UtcTime> last_updated;

    friend bool operator==(const Tariff &, const Tariff &) = default;
};

// Fails with tariff.invalid and the place ("elements[1].restrictions.max_kwh: …") when the
// tariff cannot be priced: no element, two components of one dimension in an element, a
// negative or absurd price, bounds that exclude each other.
Result<void> check_tariff(const Tariff &tariff);

}  // namespace aftercharge
