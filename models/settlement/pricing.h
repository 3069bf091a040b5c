// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/enum_text.h"
#include "models/domain/money.h"
#include "models/domain/reading.h"
#include "models/domain/tariff.h"
#include "models/domain/time.h"
#include "models/settlement/compiled_tariff.h"

// Prices a charging session by an OCPI 2.2.1 tariff (mod_tariffs; step_size: mod_cdrs). One
// function for the running fee and the final one, and one result for one set of readings.
//
// Quantities: energy in 10^-6 Wh (µWh), time in ms, prices in 10^-6 of the currency's unit.
// Fee unit: 1 / (9·10^19) of the currency's unit. In it every product is a whole number:
//   ENERGY  µWh · price · 10^-9 kWh · 10^-6          = µWh · price · 9·10^4 units
//   TIME    ms · price / 3.6·10^6 h · 10^-6          = ms · price · 25·10^6 units
//   FLAT    price · 10^-6                            = price · 9·10^13 units
//   VAT     · (10^4 + vat) / 10^4, vat in 1/100 %: the 10^4 is already in the factors above,
//           each of which is applied as (factor / 10^4) · (10^4 + vat).
// So a fee is exact to the end and rounded once, half to even, to the minor unit; the lines
// get their rounded shares by largest remainder and add up to it.
//
// Splitting: between two readings the energy flows evenly. With C(t) = E0 + floor((E1 − E0) ·
// (t − t0) / (t1 − t0)) a stretch is cut at every instant at which a restriction may change
// (local time of day, day, date, change of the zone's offset, duration) and exactly at every
// kWh limit; pieces are differences of C, so nothing is lost or invented. A piece is priced
// by what holds at its beginning.
//
// Which readings count: those with a register. Others do not move the fee.
//
// TIME or PARKING_TIME: a stretch is parking when the register did not grow in it and the
// reading that ends it reports no power (at most 100 W), or no current (at most 0.5 A) where
// power cannot be known, or neither. All else is charging, and so is the stretch before the
// first reading. Within a SuspendedEV or SuspendedEVSE interval (SessionActivity) all is
// parking. Behind the last reading the last stretch goes on, unless that reading reports
// power or current: then this decides.
//
// Power of a stretch: what the reading that ends it reports (else V·I), else the average by
// the register. Current: what that reading reports, else the last reported. Not known: a
// restriction on it does not match.
//
// step_size: ENERGY once on the total of all priced energy, by the last component that was
// billed; TIME and PARKING_TIME once together: the dimension billed last is rounded up on
// its total, by its last component. What is added is billed by that component.
// min_price, max_price: last, on the exact sum. With `incl_vat` given that bounds the fee;
// else `excl_vat` bounds the fee without VAT and the difference is taken as it is.
namespace aftercharge {

using EnergyMicroWh = Quantity<struct MicroWattHourUnit>;

enum class FeeKind { Electricity, Service, Time, Parking, Flat, PriceLimit };
constexpr auto text_table(FeeKind)
{
    return std::array{EnumText{FeeKind::Electricity, "ELECTRICITY"},
                      EnumText{FeeKind::Service, "SERVICE"},
                      EnumText{FeeKind::Time, "TIME"},
                      EnumText{FeeKind::Parking, "PARKING_TIME"},
                      EnumText{FeeKind::Flat, "FLAT"},
                      EnumText{FeeKind::PriceLimit, "PRICE_LIMIT"}};
}

// One component of one period. Its exact cost is (quantity + added) · unit_price (+ VAT).
struct FeeLine {
    FeeKind kind = FeeKind::Electricity;
    UtcTime from;
    UtcTime to;
    int period = -1;   // index into PricedSession::periods; -1: of the whole session
    int element = -1;  // index into Tariff::elements; -1: min_price or max_price
    std::string label;
    UnitPrice unit_price;
    std::optional<VatRate> vat;
    EnergyMicroWh energy;        // Electricity, Service
    Duration duration{};         // Time, Parking
    EnergyMicroWh energy_added;  // by step_size
    Duration duration_added{};   // by step_size
    Money amount;

    friend bool operator==(const FeeLine &, const FeeLine &) = default;
};

// A stretch of the session in which the same components held. Without FLAT and price limits
// (they are lines only), so amounts of periods and of lines with period == -1 make the total.
struct FeePeriod {
    UtcTime from;
    UtcTime to;
    EnergyMicroWh energy;
    int element = -1;  // of the energy price, else of the time price; -1: free
    std::string label;
    std::optional<UnitPrice> electricity;  // per kWh
    std::optional<UnitPrice> service;      // per kWh
    std::optional<UnitPrice> time;         // per hour of charging
    std::optional<UnitPrice> parking;      // per hour of parking
    Money amount;

    friend bool operator==(const FeePeriod &, const FeePeriod &) = default;
};

struct PricedSession {
    Money total;                          // what the customer pays
    std::optional<Money> total_excl_vat;  // where a component carries `vat`
    std::vector<FeeLine> lines;           // add up to total
    std::vector<FeePeriod> periods;
    EnergyWh energy;      // by the register
    Duration charging{};  // charging + parking = to − from
    Duration parking{};
    UtcTime from;
    UtcTime to;
    Int128 exact = 0;  // total before rounding, in units of 1 / (9·10^19)

    friend bool operator==(const PricedSession &, const PricedSession &) = default;
};

// Intervals in which the charge point reported SuspendedEV or SuspendedEVSE: sorted, apart
// from each other; the last may be open (to = UtcTime::max()).
struct SuspendedInterval {
    UtcTime from;
    UtcTime to;
    friend bool operator==(const SuspendedInterval &, const SuspendedInterval &) = default;
};
using SessionActivity = std::vector<SuspendedInterval>;

// The fee as readings come in: O(1) a reading as long as the tariff's periods are few.
// Copies are cheap (the tariff is shared). A changed activity means folding anew.
class PricingFold {
public:
    PricingFold(const Tariff &tariff, const ZoneOffsets &zone, UtcTime start, EnergyWh meter_start,
                SessionActivity activity = {});
    PricingFold(std::shared_ptr<const CompiledTariff> tariff, UtcTime start, EnergyWh meter_start,
                SessionActivity activity = {});

    // The next accepted reading, not before the last one. Fails and changes nothing with
    // tariff.invalid, input.invalid (excluded, out of order, register backwards), or
    // money.overflow (more than 1 GWh or ten years).
    Result<void> add(const Reading &reading);

    // The session up to `until`, or up to the last reading when that is later. Fails with
    // tariff.invalid or money.overflow.
    Result<PricedSession> priced(UtcTime until) const;

    UtcTime last_at() const { return state_.at; }
    EnergyWh last_register() const { return last_register_; }

private:
    struct Period {
        UtcTime from;
        UtcTime to;
        int energy_entry = -1;
        int time_entry = -1;
        std::int64_t energy_uwh = 0;
        Duration duration{};
    };
    struct State {
        UtcTime at;
        std::int64_t energy_uwh = 0;
        UtcTime next_time_cut = UtcTime::min();
        std::int64_t next_energy_cut = 0;
        CompiledTariff::Winners winners{};
        std::optional<PowerW> power;
        std::optional<CurrentMa> current;
        std::vector<Period> periods;
        Duration charging{};
        Duration parking{};
    };
    struct Stretch {
        UtcTime to;
        std::int64_t energy_uwh = 0;  // at its end, since the start
        bool parking = false;
    };
    struct Cut {
        UtcTime at;
        std::int64_t energy_uwh = 0;
    };
    void advance(State &state, const Stretch &stretch) const;
    Cut next_cut(const State &state, const Cut &begin, const Cut &end) const;
    void refresh(State &state) const;
    void set_flow(State &state, std::optional<PowerW> power, std::optional<CurrentMa> current) const;
    void accumulate(State &state, const Cut &to, bool parking) const;
    bool suspended(UtcTime at) const;
    UtcTime next_activity_cut(UtcTime after) const;

    friend class FeeSettlement;

    std::shared_ptr<const CompiledTariff> tariff_;
    UtcTime start_;
    EnergyWh meter_start_;
    EnergyWh last_register_;
    SessionActivity activity_;
    int flat_entry_ = -1;
    bool any_reading_ = false;
    bool parking_goes_on_ = false;  // what the time behind the last reading counts as
    State state_;
};

// The fold over all `readings` (accepted, in canonical order, see readings.h), those after
// `stop` left out, and then the stop's own register as the last reading. Without `stop` the
// session is priced up to its last reading.
Result<PricedSession> price_session(const Tariff &tariff, const ZoneOffsets &zone, UtcTime start, EnergyWh meter_start,
                                    const std::vector<Reading> &readings, std::optional<UtcTime> stop = std::nullopt,
                                    std::optional<EnergyWh> meter_stop = std::nullopt,
                                    const SessionActivity &activity = {});

}  // namespace aftercharge
