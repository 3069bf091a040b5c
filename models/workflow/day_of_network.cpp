// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/day_of_network.h"

#include <QtCore/QTimeZone>

namespace aftercharge {
namespace {

UtcTime start_of(const QDate &date, const QTimeZone &zone)
{
    return UtcTime{std::chrono::milliseconds{date.startOfDay(zone).toMSecsSinceEpoch()}};
}

}  // namespace

Result<DaySpan> day_span(const std::string &day, const std::string &iana_name)
{
    const QTimeZone zone{QByteArray::fromStdString(iana_name)};
    if (!zone.isValid())
        return fail(ErrorCode::TimeInvalid, "unknown time zone " + iana_name);
    const QDate date = day.size() == 10 ? QDate::fromString(QString::fromStdString(day), Qt::ISODate) : QDate();
    if (!date.isValid() || date.toString(Qt::ISODate).toStdString() != day)
        return fail(ErrorCode::InputInvalid, "a day is written 2026-11-24, not " + day.substr(0, 40));
    return DaySpan{start_of(date, zone), start_of(date.addDays(1), zone)};
}

}  // namespace aftercharge
