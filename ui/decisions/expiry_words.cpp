// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/expiry_words.h"

#include "ui/common/desk_context.h"

namespace aftercharge {

namespace {

using namespace std::chrono_literals;

constexpr Duration urgent = 4h;

}  // namespace

QString ExpiryWords::text(Duration left)
{
    if (left <= 0ms)
        return tr("expired");
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(left).count();
    const auto hours = minutes / 60;
    if (hours >= 48)
        return tr("expires in %1 d").arg(hours / 24);
    if (hours >= 1)
        return tr("expires in %1 h").arg(hours);
    if (minutes >= 1)
        return tr("expires in %1 min").arg(minutes);
    return tr("expires within a minute");
}

Tone ExpiryWords::tone(Duration left)
{
    if (left <= 0ms)
        return Tone::Bad;
    return left < urgent ? Tone::Warn : Tone::Neutral;
}

UtcTime ExpiryWords::now(const DeskContext &context)
{
    return context.clock ? context.clock->now()
                         : std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

}  // namespace aftercharge
