// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/tariff.h"

namespace aftercharge {
namespace {

constexpr std::size_t max_elements = 200;
constexpr std::int64_t max_step_size = 1'000'000'000;
constexpr std::int64_t max_vat = 10'000;  // 100 %

tl::unexpected<Error> refuse(const std::string &where, const std::string &what)
{
    return fail(ErrorCode::TariffInvalid, where + ": " + what);
}

Result<void> check_price(UnitPrice price, const std::string &where)
{
    if (price.value() < 0)
        return refuse(where, "negative");
    if (price.value() > max_unit_price)
        return refuse(where, "above a million");
    return {};
}

Result<void> check_component(const PriceComponent &component, const std::string &where)
{
    if (auto ok = check_price(component.price, where + ".price"); !ok)
        return ok;
    if (component.service_price) {
        if (component.dimension != TariffDimension::Energy)
            return refuse(where + ".service_price", "only an ENERGY component has one");
        if (auto ok = check_price(*component.service_price, where + ".service_price"); !ok)
            return ok;
    }
    if (component.vat && (component.vat->value() < 0 || component.vat->value() > max_vat))
        return refuse(where + ".vat", "not between 0 and 100");
    if (component.step_size < 0 || component.step_size > max_step_size)
        return refuse(where + ".step_size", "not between 0 and 10^9");
    return {};
}

template<typename T>
Result<void> check_bounds(const std::optional<T> &low, const std::optional<T> &high, const std::string &where)
{
    if ((low && *low < T{}) || (high && *high < T{}))
        return refuse(where, "negative");
    if (low && high && *low >= *high)
        return refuse(where, "the minimum is not below the maximum");
    return {};
}

Result<void> check_time_of_day(const std::optional<std::chrono::minutes> &time, const std::string &where)
{
    if (time && (time->count() < 0 || time->count() >= 24 * 60))
        return refuse(where, "not a time of day");
    return {};
}

Result<void> check_restrictions(const TariffRestrictions &r, const std::string &where)
{
    const auto both = [](Result<void> first, const auto &next) { return first ? next() : first; };
    Result<void> result = check_time_of_day(r.start_time, where + ".start_time");
    result = both(result, [&] { return check_time_of_day(r.end_time, where + ".end_time"); });
    result = both(result, [&] { return check_bounds(r.min_kwh, r.max_kwh, where + ".max_kwh"); });
    result = both(result, [&] { return check_bounds(r.min_current, r.max_current, where + ".max_current"); });
    result = both(result, [&] { return check_bounds(r.min_power, r.max_power, where + ".max_power"); });
    result = both(result, [&] { return check_bounds(r.min_duration, r.max_duration, where + ".max_duration"); });
    if (!result)
        return result;
    if (r.start_date && r.end_date && *r.start_date >= *r.end_date)
        return refuse(where + ".end_date", "not after start_date");
    if (r.day_of_week >= 1U << 7)
        return refuse(where + ".day_of_week", "not a day");
    return {};
}

Result<void> check_element(const TariffElement &element, const std::string &where)
{
    if (element.price_components.empty())
        return refuse(where + ".price_components", "empty");
    std::array<bool, tariff_dimension_count> seen{};
    for (std::size_t i = 0; i < element.price_components.size(); ++i) {
        const PriceComponent &component = element.price_components[i];
        const std::string place = where + ".price_components[" + std::to_string(i) + "]";
        bool &twice = seen[static_cast<std::size_t>(component.dimension)];
        if (twice)
            return refuse(place + ".type", std::string(to_text(component.dimension)) + " is there twice");
        twice = true;
        if (auto ok = check_component(component, place); !ok)
            return ok;
    }
    return check_restrictions(element.restrictions, where + ".restrictions");
}

Result<void> check_limit(const std::optional<PriceLimit> &limit, const std::string &where)
{
    if (!limit)
        return {};
    if (auto ok = check_price(limit->excl_vat, where + ".excl_vat"); !ok)
        return ok;
    return limit->incl_vat ? check_price(*limit->incl_vat, where + ".incl_vat") : Result<void>{};
}

}  // namespace

Result<void> check_tariff(const Tariff &tariff)
{
    if (tariff.id.is_empty())
        return refuse("id", "missing");
    if (tariff.currency == Currency{})
        return refuse("currency", "missing");
    if (tariff.elements.empty())
        return refuse("elements", "empty");
    if (tariff.elements.size() > max_elements)
        return refuse("elements", "more than " + std::to_string(max_elements));
    if (auto ok = check_limit(tariff.min_price, "min_price"); !ok)
        return ok;
    if (auto ok = check_limit(tariff.max_price, "max_price"); !ok)
        return ok;
    if (tariff.min_price && tariff.max_price && tariff.min_price->excl_vat > tariff.max_price->excl_vat)
        return refuse("min_price", "above max_price");
    for (std::size_t i = 0; i < tariff.elements.size(); ++i) {
        if (auto ok = check_element(tariff.elements[i], "elements[" + std::to_string(i) + "]"); !ok)
            return ok;
    }
    return {};
}

}  // namespace aftercharge
