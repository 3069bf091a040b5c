// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settlement/estimate.h"

#include <algorithm>
#include <array>

namespace aftercharge {
namespace {

constexpr Duration pace_time = std::chrono::minutes{10};
constexpr std::int64_t pace_soc = 50;  // 5 points

struct Zone {
    std::int64_t up_to;  // permille
    std::int64_t slowness;
};
constexpr std::array<Zone, 4> zones{{{800, 1}, {900, 2}, {950, 4}, {1000, 8}}};

// The way from one SOC to another, a slow permille counted as many.
std::int64_t effort(std::int64_t from, std::int64_t to)
{
    std::int64_t sum = 0;
    for (const Zone &zone : zones) {
        const std::int64_t end = std::min(to, zone.up_to);
        if (end > from) {
            sum += (end - from) * zone.slowness;
            from = end;
        }
    }
    return sum;
}

}  // namespace

void EndEstimator::add(const Reading &reading)
{
    if (!reading.soc || reading.excluded() || (last_ && reading.at < last_->at))
        return;
    const Point point{reading.at, reading.soc->value()};
    const bool paused = last_ && point.soc == last_->soc && point.at - last_->at > pace_time;
    const bool restarted = last_ && (point.soc < last_->soc || paused);
    last_ = point;
    if (!from_ || restarted) {
        from_ = mid_ = point;
        return;
    }
    // Two overlapping windows instead of a queue: when the younger is full it takes over.
    if (point.soc - mid_->soc >= pace_soc || point.at - mid_->at >= pace_time) {
        from_ = mid_;
        mid_ = point;
    }
}

std::optional<UtcTime> EndEstimator::estimate(SocPermille target) const
{
    if (!last_)
        return std::nullopt;
    if (last_->soc >= target.value())
        return last_->at;
    const std::int64_t done = effort(from_->soc, last_->soc);
    const std::int64_t passed = (last_->at - from_->at).count();
    if (done <= 0 || passed <= 0)
        return std::nullopt;
    const std::int64_t left = effort(last_->soc, target.value());
    return last_->at + Duration{static_cast<std::int64_t>(static_cast<Int128>(left) * passed / done)};
}

Result<Money> projected_fee(const PricingFold &fold, UtcTime at, PowerW power)
{
    PricingFold ahead = fold;
    const Int128 watt_milliseconds = static_cast<Int128>(power.value()) * (at - fold.last_at()).count();
    if (watt_milliseconds > 0) {
        Reading reading;
        reading.at = at;
        reading.register_wh = fold.last_register() + EnergyWh{static_cast<std::int64_t>(watt_milliseconds / 3'600'000)};
        reading.power = power;
        if (auto ok = ahead.add(reading); !ok)
            return tl::unexpected(ok.error());
    }
    return ahead.priced(at).map([](const PricedSession &session) { return session.total; });
}

Result<bool> should_request_stop(const Money &fee, const Money &fee_per_minute, const Money &frozen_and_available,
                                 std::chrono::seconds margin)
{
    // Rounded up: rather a minute early than money owed.
    const Int128 ahead = (static_cast<Int128>(fee_per_minute.minor()) * margin.count() + 59) / 60;
    if (ahead > Money::max_minor)
        return fail(ErrorCode::MoneyOverflow, "fee ahead");
    return Money::from_minor(static_cast<std::int64_t>(ahead), fee_per_minute.currency())
        .and_then([&](const Money &more) { return add(fee, more); })
        .and_then([&](const Money &sum) { return compare(sum, frozen_and_available); })
        .map([](std::strong_ordering order) { return order >= 0; });
}

}  // namespace aftercharge
