// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settlement/compiled_tariff.h"

#include <algorithm>
#include <limits>

namespace aftercharge {
namespace {

constexpr std::int64_t uwh_in_wh = 1'000'000;
using std::chrono::days;
using std::chrono::milliseconds;

template<typename T>
void sort_unique(std::vector<T> &values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

// min <= value < max; an unknown value matches only where nothing is asked.
template<typename T>
bool within(const std::optional<T> &low, const std::optional<T> &high, const std::optional<T> &value)
{
    if (!low && !high)
        return true;
    return value && (!low || *value >= *low) && (!high || *value < *high);
}

bool in_time_of_day(const TariffRestrictions &r, milliseconds of_day)
{
    if (!r.start_time && !r.end_time)
        return true;
    const milliseconds from = r.start_time.value_or(std::chrono::minutes{0});
    const milliseconds to = r.end_time.value_or(std::chrono::minutes{0});
    // "To stop at the end of the day use 00:00": an end not after the start wraps.
    return from < to ? of_day >= from && of_day < to : of_day >= from || of_day < to;
}

bool on_day(const TariffRestrictions &r, days local_day)
{
    const std::chrono::local_days date{local_day};
    if ((r.start_date && date < *r.start_date) || (r.end_date && date >= *r.end_date))
        return false;
    if (r.day_of_week == 0)
        return true;
    const unsigned monday_based = std::chrono::weekday{date}.iso_encoding() - 1;
    return (r.day_of_week >> monday_based & 1U) != 0;
}

}  // namespace

CompiledTariff::CompiledTariff(const Tariff &tariff, const ZoneOffsets &zone) : tariff_(tariff), zone_(zone)
{
    if (auto ok = check_tariff(tariff); !ok)
        error_ = ok.error();
    for (std::size_t i = 0; i < tariff.elements.size(); ++i) {
        const TariffElement &element = tariff.elements[i];
        elements_.push_back({element.restrictions, element.label, static_cast<int>(entries_.size()),
                             static_cast<int>(element.price_components.size())});
        for (const PriceComponent &component : element.price_components)
            entries_.push_back({component, static_cast<int>(i)});
        note_cuts(element.restrictions);
    }
    sort_unique(minute_cuts_);
    sort_unique(duration_cuts_);
    sort_unique(energy_cuts_);
}

void CompiledTariff::note_cuts(const TariffRestrictions &r)
{
    if (r.start_time || r.end_time) {
        minute_cuts_.push_back(r.start_time.value_or(std::chrono::minutes{0}));
        minute_cuts_.push_back(r.end_time.value_or(std::chrono::minutes{0}));
    }
    if (r.start_date || r.end_date || r.day_of_week != 0)
        minute_cuts_.push_back(std::chrono::minutes{0});
    for (const auto &limit : {r.min_duration, r.max_duration}) {
        if (limit)
            duration_cuts_.push_back(*limit);
    }
    for (const auto &limit : {r.min_kwh, r.max_kwh}) {
        if (limit)
            energy_cuts_.push_back(limit->value() * uwh_in_wh);
    }
    asks_for_flow_ = asks_for_flow_ || r.min_power || r.max_power || r.min_current || r.max_current;
}

milliseconds CompiledTariff::local(UtcTime at) const
{
    milliseconds offset{0};
    for (std::size_t i = 0; i < zone_.size() && (i == 0 || zone_[i].from <= at); ++i)
        offset = zone_[i].offset;
    return at.time_since_epoch() + offset;
}

bool CompiledTariff::matches(const TariffRestrictions &r, const Point &point, milliseconds local) const
{
    const days day = std::chrono::floor<days>(local);
    const std::int64_t energy = point.energy_uwh;
    if ((r.min_kwh && energy < r.min_kwh->value() * uwh_in_wh) ||
        (r.max_kwh && energy >= r.max_kwh->value() * uwh_in_wh))
        return false;
    const Duration lasted = point.at - point.start;
    if ((r.min_duration && lasted < *r.min_duration) || (r.max_duration && lasted >= *r.max_duration))
        return false;
    return within(r.min_power, r.max_power, point.power) && within(r.min_current, r.max_current, point.current) &&
           in_time_of_day(r, local - day) && on_day(r, day);
}

CompiledTariff::Winners CompiledTariff::winners(const Point &point) const
{
    Winners found;
    found.fill(-1);
    const milliseconds here = local(point.at);
    for (const Element &element : elements_) {
        if (!matches(element.restrictions, point, here))
            continue;
        for (int i = element.first_entry; i < element.first_entry + element.entry_count; ++i) {
            int &winner = found[static_cast<std::size_t>(entry(i).component.dimension)];
            if (winner < 0)
                winner = i;
        }
    }
    return found;
}

UtcTime CompiledTariff::next_time_cut(UtcTime start, UtcTime after) const
{
    UtcTime next = UtcTime::max();
    const auto consider = [&](UtcTime at) {
        if (at > after && at < next)
            next = at;
    };
    if (!minute_cuts_.empty()) {
        // Local boundaries by the offset that holds now. Where the offset changes is a cut
        // too, and from there the boundaries are found anew: so both changes of daylight
        // saving time come out right, the repeated hour and the missing one.
        const milliseconds here = local(after);
        const milliseconds offset = here - after.time_since_epoch();
        const milliseconds today = std::chrono::floor<days>(here);
        for (std::chrono::minutes minute : minute_cuts_) {
            consider(UtcTime{today + minute - offset});
            consider(UtcTime{today + days{1} + minute - offset});
        }
        for (const ZoneOffset &change : zone_)
            consider(change.from);
    }
    for (std::chrono::seconds duration : duration_cuts_)
        consider(start + duration);
    return next;
}

std::int64_t CompiledTariff::next_energy_cut(std::int64_t energy_uwh) const
{
    const auto found = std::upper_bound(energy_cuts_.begin(), energy_cuts_.end(), energy_uwh);
    return found == energy_cuts_.end() ? std::numeric_limits<std::int64_t>::max() : *found;
}

}  // namespace aftercharge
