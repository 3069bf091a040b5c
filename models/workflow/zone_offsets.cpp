// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/zone_offsets.h"

#include <QtCore/QTimeZone>

namespace aftercharge {
namespace {

UtcTime to_utc_time(const QDateTime &time)
{
    return UtcTime{std::chrono::milliseconds{time.toMSecsSinceEpoch()}};
}

QDateTime to_date_time(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

}  // namespace

Result<ZoneOffsets> zone_offsets(const std::string &iana_name, UtcTime from, UtcTime to)
{
    const QTimeZone zone{QByteArray::fromStdString(iana_name)};
    if (!zone.isValid())
        return fail(ErrorCode::TimeInvalid, "unknown time zone " + iana_name);
    ZoneOffsets offsets{{from, std::chrono::seconds{zone.offsetFromUtc(to_date_time(from))}}};
    for (const QTimeZone::OffsetData &change : zone.transitions(to_date_time(from), to_date_time(to))) {
        const ZoneOffset offset{to_utc_time(change.atUtc), std::chrono::seconds{change.offsetFromUtc}};
        if (offset.from > from && offset.offset != offsets.back().offset)
            offsets.push_back(offset);
    }
    return offsets;
}

}  // namespace aftercharge
