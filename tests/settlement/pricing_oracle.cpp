// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/settlement/pricing_oracle.h"

#include <map>

namespace aftercharge::testing {
namespace {

using Place = std::pair<std::size_t, std::size_t>;  // element, component

class Walk {
public:
    Walk(const Tariff &tariff, const ZoneOffsets &zone, std::int64_t start)
        : tariff_(tariff), zone_(zone), start_(start)
    {
    }

    void second(std::int64_t now, std::int64_t energy, bool parking, std::int64_t power)
    {
        now_ = now;
        power_ = power;
        const auto timed = find(parking ? TariffDimension::ParkingTime : TariffDimension::Time);
        if (timed) {
            ++seconds_[*timed];
            last_timed_ = timed;
        }
        while (energy > 0) {
            const std::int64_t part = std::min(energy, next_limit() - energy_);
            if (const auto priced = find(TariffDimension::Energy)) {
                micro_wh_[*priced] += part;
                last_energy_ = priced;
            }
            energy_ += part;
            energy -= part;
        }
    }

    std::int64_t fee()
    {
        add_steps();
        // One denominator for all: 3.6·10^16 · 10^4.
        Int128 sum = 0;
        for (const auto &[place, quantity] : micro_wh_) {
            const PriceComponent &c = at(place);
            sum += Int128{quantity} * (c.price.value() + c.service_price.value_or(UnitPrice{}).value()) * 36 * vat(c);
        }
        for (const auto &[place, quantity] : seconds_)
            sum += Int128{quantity} * at(place).price.value() * 10'000'000 * vat(at(place));
        now_ = start_;
        energy_ = 0;
        power_ = -1;
        if (const auto flat = find(TariffDimension::Flat))
            sum += Int128{at(*flat).price.value()} * 36'000'000'000 * vat(at(*flat));
        return rounded(sum * tariff_.currency.scale(), Int128{36'000'000'000'000'000} * 10'000);
    }

private:
    const PriceComponent &at(const Place &place) const
    {
        return tariff_.elements[place.first].price_components[place.second];
    }
    static std::int64_t vat(const PriceComponent &c) { return 10'000 + (c.vat ? c.vat->value() : 0); }
    static std::int64_t rounded(Int128 numerator, Int128 denominator)
    {
        const Int128 down = numerator / denominator;
        const Int128 rest = numerator - down * denominator;
        const bool up = rest + rest > denominator || (rest + rest == denominator && down % 2 == 1);
        return static_cast<std::int64_t>(up ? down + 1 : down);
    }

    std::optional<Place> find(TariffDimension dimension) const
    {
        for (std::size_t i = 0; i < tariff_.elements.size(); ++i) {
            const auto &components = tariff_.elements[i].price_components;
            for (std::size_t j = 0; j < components.size(); ++j) {
                if (components[j].dimension == dimension && holds(tariff_.elements[i].restrictions))
                    return Place{i, j};
            }
        }
        return std::nullopt;
    }

    bool holds(const TariffRestrictions &r) const
    {
        std::int64_t offset = zone_.empty() ? 0 : zone_[0].offset.count();
        for (const ZoneOffset &entry : zone_) {
            if (entry.from.time_since_epoch().count() / 1000 <= now_)
                offset = entry.offset.count();
        }
        const std::int64_t local = now_ + offset;
        const std::int64_t day = local / 86'400;
        const std::int64_t minute = local % 86'400 / 60;
        const std::int64_t from = r.start_time ? r.start_time->count() : 0;
        const std::int64_t to = r.end_time && r.end_time->count() > 0 ? r.end_time->count() : 1440;
        const bool wraps = from >= to;
        const bool in_time = wraps ? minute >= from || minute < to : minute >= from && minute < to;
        const bool in_day = r.day_of_week == 0 || (r.day_of_week >> ((day + 3) % 7) & 1) != 0;  // 1970-01-01: Thursday
        const bool in_energy = (!r.min_kwh || energy_ >= r.min_kwh->value() * 1'000'000) &&
                               (!r.max_kwh || energy_ < r.max_kwh->value() * 1'000'000);
        const bool in_duration = (!r.min_duration || now_ - start_ >= r.min_duration->count()) &&
                                 (!r.max_duration || now_ - start_ < r.max_duration->count());
        const bool asks_power = r.min_power || r.max_power;
        const bool in_power = !asks_power || (power_ >= 0 && (!r.min_power || power_ >= r.min_power->value()) &&
                                              (!r.max_power || power_ < r.max_power->value()));
        return in_time && in_day && in_energy && in_duration && in_power;
    }

    std::int64_t next_limit() const
    {
        std::int64_t next = INT64_MAX;
        for (const TariffElement &element : tariff_.elements) {
            for (const auto &limit : {element.restrictions.min_kwh, element.restrictions.max_kwh}) {
                if (limit && limit->value() * 1'000'000 > energy_)
                    next = std::min(next, limit->value() * 1'000'000);
            }
        }
        return next;
    }

    void add_steps()
    {
        if (last_energy_) {
            const std::int64_t step = std::max<std::int64_t>(at(*last_energy_).step_size, 1) * 1'000'000;
            std::int64_t total = 0;
            for (const auto &[place, quantity] : micro_wh_)
                total += quantity;
            while (total % step != 0) {
                const std::int64_t more = step - total % step;
                micro_wh_[*last_energy_] += more;
                total += more;
            }
        }
        if (last_timed_) {
            const std::int64_t step = std::max<std::int64_t>(at(*last_timed_).step_size, 1);
            std::int64_t total = 0;
            for (const auto &[place, quantity] : seconds_)
                total += at(place).dimension == at(*last_timed_).dimension ? quantity : 0;
            for (; total % step != 0; ++total)
                ++seconds_[*last_timed_];
        }
    }

    const Tariff &tariff_;
    const ZoneOffsets &zone_;
    std::int64_t start_;
    std::int64_t now_ = 0;
    std::int64_t energy_ = 0;
    std::int64_t power_ = -1;
    std::map<Place, std::int64_t> micro_wh_;
    std::map<Place, std::int64_t> seconds_;
    std::optional<Place> last_energy_;
    std::optional<Place> last_timed_;
};

}  // namespace

std::int64_t fee_by_the_second(const Tariff &tariff, const ZoneOffsets &zone, UtcTime start, std::int64_t meter_start,
                               const std::vector<Reading> &readings)
{
    const auto in_seconds = [](UtcTime time) { return time.time_since_epoch().count() / 1000; };
    std::int64_t from = in_seconds(start);
    std::int64_t last = meter_start;
    bool first = true;
    Walk walk(tariff, zone, from);
    for (const Reading &reading : readings) {
        const std::int64_t to = in_seconds(reading.at);
        const std::int64_t growth = reading.register_wh->value() - last;
        const bool parking = !first && growth == 0 && (!reading.power || reading.power->value() <= 100);
        const std::int64_t power = reading.power ? reading.power->value() : growth * 3600 / (to - from);
        for (std::int64_t now = from; now < to; ++now)
            walk.second(now, growth * 1'000'000 / (to - from), parking, power);
        from = to;
        last = reading.register_wh->value();
        first = false;
    }
    return walk.fee();
}

}  // namespace aftercharge::testing
