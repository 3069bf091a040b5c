// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/decode_time.h"

namespace aftercharge::ocpp16 {
namespace {

using namespace std::chrono_literals;

constexpr UtcTime oldest_believed{std::chrono::sys_days{std::chrono::year{2001} / 1 / 1}};
constexpr Duration newest_believed = 24h;
constexpr Duration replayed_age = 120s;

}  // namespace

ReportedTime decode_time(JsonValue timestamp, std::string_view name, UtcTime received_at, Suspicions &suspicions)
{
    const std::string field(name);
    ReportedTime time{received_at, false, true};
    if (!timestamp.is(JsonKind::String)) {
        suspicions.add(field + (timestamp.exists() ? " is not a string" : " is missing"));
        return time;
    }
    const std::string text = timestamp.text().substr(0, 64);
    auto parsed = parse_iso8601(text);
    if (!parsed) {
        parsed = parse_iso8601(text + 'Z');
        time.has_zone = false;
        suspicions.add(parsed ? field + " without zone" : field + " cannot be read");
    }
    if (!parsed)
        return time;
    time.at = *parsed;
    time.is_believed = *parsed >= oldest_believed && *parsed <= received_at + newest_believed;
    if (!time.is_believed)
        suspicions.add(field + (*parsed < oldest_believed ? " of an unset clock" : " in the future"));
    return time;
}

ReadingFlags time_flags(const ReportedTime &time, UtcTime received_at)
{
    if (!time.is_believed || !time.has_zone)
        return ReadingFlag::ClockSuspect;
    return received_at - time.at > replayed_age ? ReadingFlags(ReadingFlag::Replayed) : ReadingFlags();
}

UtcTime believed_time(const ReportedTime &time, UtcTime received_at)
{
    return time.is_believed ? time.at : received_at;
}

}  // namespace aftercharge::ocpp16
