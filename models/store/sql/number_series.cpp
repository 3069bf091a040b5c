// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QTimeZone>

#include "models/store/sql/ledger_context.h"
#include "models/store/sql/query.h"

namespace aftercharge {

Result<std::int64_t> next_number(Database &database, const std::string &series, const std::string &day,
                                 std::int64_t first)
{
    Query raise(database, QStringLiteral("UPDATE number_series SET last = last + 1 WHERE series = ? AND day = ?"));
    const Result<int> rows = raise.bind(series, day).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 0) {
        Query start(database, insert_sql(QStringLiteral("number_series"), QStringLiteral("series, day, last")));
        const auto written = write(start.bind(series, day, first));
        return written ? Result<std::int64_t>(first) : tl::unexpected(written.error());
    }
    Query last(database, QStringLiteral("SELECT last FROM number_series WHERE series = ? AND day = ?"));
    return number(last.bind(series, day));
}

Result<std::string> next_daily_number(const LedgerContext &context, const std::string &prefix, UtcTime now)
{
    const QTimeZone zone(QByteArray::fromStdString(context.network.time_zone));
    if (!zone.isValid())
        return fail(ErrorCode::TimeInvalid, "no such time zone: " + context.network.time_zone);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone);
    const std::string day = local.date().toString(QStringLiteral("yyyyMMdd")).toStdString();
    return next_number(context.database, prefix, day).map([&](std::int64_t number) {
        const std::string digits = std::to_string(number);
        return prefix + day + "-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
    });
}

}  // namespace aftercharge
