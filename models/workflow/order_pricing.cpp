// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/order_pricing.h"

#include <algorithm>

#include "models/gateway/ocpi/tariff_json.h"
#include "models/settlement/readings.h"
#include "models/workflow/zone_offsets.h"

namespace aftercharge {
namespace {

// Longer than any session is; the zone's later changes are not known anyway.
constexpr std::chrono::days zone_span{400};
// What is_plausible takes for a power. A broken register (4294967295 Wh is common) is beyond it.
constexpr PowerW plausible_power{100'000'000};

std::string zone_of(RegistryReader &registry, const StationId &station_id)
{
    if (const auto station = registry.station(station_id); station && !station->time_zone.empty())
        return station->time_zone;
    const auto network = registry.network();
    return network ? network->time_zone : "UTC";
}

Result<Tariff> stored_tariff(RegistryReader &registry, const ChargingOrder &order)
{
    if (order.tariff_id.is_empty()) {
        return registry.network().map([](const Network &network) { return free_tariff(network.currency); });
    }
    const auto stored = registry.tariff(order.tariff_id, order.tariff_version);
    if (!stored)
        return pass_on(stored);
    return tariff_from_json(stored->json);
}

}  // namespace

Tariff free_tariff(Currency currency)
{
    Tariff tariff;
    tariff.id = *TariffId::from_text("FREE");
    tariff.currency = currency;
    tariff.elements.push_back(TariffElement{.price_components = {PriceComponent{}}, .restrictions = {}, .label = {}});
    return tariff;
}

Result<OrderTariff> order_tariff(RegistryReader &registry, const ChargingOrder &order)
{
    const auto tariff = stored_tariff(registry, order);
    if (!tariff)
        return pass_on(tariff);
    OrderTariff result;
    result.time_zone = zone_of(registry, order.station_id);
    const auto offsets = zone_offsets(result.time_zone, order.started_at - std::chrono::days{1},
                                      order.started_at + zone_span);
    if (!offsets)
        return pass_on(offsets);
    result.tariff = std::make_shared<const CompiledTariff>(*tariff, *offsets);
    if (result.tariff->error())
        return tl::unexpected(*result.tariff->error());
    const auto point = registry.charge_point(order.connector.charge_point_id);
    result.max_power = point && point->max_power.value() > 0 ? point->max_power : plausible_power;
    return result;
}

Result<PricedSession> price_order(const OrderTariff &tariff, const ChargingOrder &order, std::vector<Reading> &readings)
{
    NormalisedReadings normalised = normalise_readings(readings, ConnectorLimits{.max_power = tariff.max_power},
                                                       order.started_at, order.meter_start, order.stopped_at);
    PricingFold fold(tariff.tariff, order.started_at, order.meter_start);
    for (const Reading &reading : normalised.accepted) {
        if (auto added = fold.add(reading); !added)
            return pass_on(added);
    }
    auto priced = fold.priced(order.stopped_at.value_or(fold.last_at()));
    readings = std::move(normalised.accepted);
    readings.insert(readings.end(), normalised.flagged.begin(), normalised.flagged.end());
    std::sort(readings.begin(), readings.end(), reading_before);
    return priced;
}

}  // namespace aftercharge
