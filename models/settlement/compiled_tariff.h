// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/domain/tariff.h"
#include "models/domain/time.h"

namespace aftercharge {

// A tariff prepared for pricing in one time zone: which component is in force at a point of
// a session, and up to where that answer holds. Immutable, so that many sessions share one.
class CompiledTariff {
public:
    CompiledTariff(const Tariff &tariff, const ZoneOffsets &zone);

    // A component with the element it stands in.
    struct Entry {
        PriceComponent component;
        int element = 0;
    };
    // A point of a session: where in time, how much energy since the start (10^-6 Wh), and
    // what flows. A restriction on something that is not known does not match.
    struct Point {
        UtcTime start;
        UtcTime at;
        std::int64_t energy_uwh = 0;
        std::optional<PowerW> power;
        std::optional<CurrentMa> current;
    };
    // For each dimension the index of its entry, -1 where nothing is charged: the first
    // element whose restrictions all match wins.
    using Winners = std::array<int, tariff_dimension_count>;
    Winners winners(const Point &point) const;

    // The first instant after `after` at which a restriction on time, date, day or duration
    // may change its answer; UtcTime::max() when there is none.
    UtcTime next_time_cut(UtcTime start, UtcTime after) const;
    // The next kWh limit above this energy (10^-6 Wh), or the largest integer.
    std::int64_t next_energy_cut(std::int64_t energy_uwh) const;
    // Whether any element asks for power or current.
    bool asks_for_flow() const { return asks_for_flow_; }

    const Entry &entry(int index) const { return entries_[static_cast<std::size_t>(index)]; }
    const std::string &label(int element) const { return elements_[static_cast<std::size_t>(element)].label; }
    const Tariff &tariff() const { return tariff_; }
    // Set when the tariff does not pass check_tariff; such a one must not be priced.
    const std::optional<Error> &error() const { return error_; }

private:
    struct Element {
        TariffRestrictions restrictions;
        std::string label;
        int first_entry = 0;
        int entry_count = 0;
    };
    std::chrono::milliseconds local(UtcTime at) const;
    bool matches(const TariffRestrictions &restrictions, const Point &point, std::chrono::milliseconds local) const;
    void note_cuts(const TariffRestrictions &restrictions);

    Tariff tariff_;
    ZoneOffsets zone_;
    std::vector<Element> elements_;
    std::vector<Entry> entries_;
    std::vector<std::chrono::minutes> minute_cuts_;  // of the local day
    std::vector<std::chrono::seconds> duration_cuts_;
    std::vector<std::int64_t> energy_cuts_;  // 10^-6 Wh, ascending
    bool asks_for_flow_ = false;
    std::optional<Error> error_;
};

}  // namespace aftercharge
