// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QTimeZone>

#include "models/store/sql/ledger_context.h"
#include "models/store/sql/query.h"

namespace aftercharge {

namespace {

// Raises the series by `count`; the first of the new numbers. Within a transaction.
Result<std::int64_t> raise(Database &database, const std::string &series, const std::string &day, std::int64_t first,
                           std::int64_t count)
{
    Query raise(database, QStringLiteral("UPDATE number_series SET last = last + ? WHERE series = ? AND day = ?"));
    const Result<int> rows = raise.bind(count, series, day).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 0) {
        Query start(database, insert_sql(QStringLiteral("number_series"), QStringLiteral("series, day, last")));
        const auto written = write(start.bind(series, day, first + count - 1));
        return written ? Result<std::int64_t>(first) : tl::unexpected(written.error());
    }
    Query last(database, QStringLiteral("SELECT last FROM number_series WHERE series = ? AND day = ?"));
    return number(last.bind(series, day)).map([count](std::int64_t number) { return number - count + 1; });
}

}  // namespace

Result<std::int64_t> TransactionNumbers::next(const std::string &series, const std::string &day, std::int64_t first)
{
    return raise(database_, series, day, first, 1);
}

Result<BlockNumbers::Block> BlockNumbers::take(const std::string &series, const std::string &day, std::int64_t first)
{
    if (!database_) {
        auto database = connect_();
        if (!database)
            return pass_on(database);
        database_ = std::move(*database);
    }
    if (const auto begun = database_->begin(); !begun)
        return pass_on(begun);
    const auto number = raise(*database_, series, day, first, block_size);
    if (!number) {
        database_->rollback();
        return pass_on(number);
    }
    if (const auto committed = database_->commit(); !committed)
        return pass_on(committed);
    return Block{*number, *number + block_size};
}

Result<std::int64_t> BlockNumbers::next(const std::string &series, const std::string &day, std::int64_t first)
{
    Block &block = blocks_[{series, day}];
    if (block.next == block.end) {
        auto fresh = take(series, day, first);
        // Two started the series at once: the other's block is there now.
        if (!fresh && fresh.error().code == ErrorCode::StoreRule)
            fresh = take(series, day, first);
        if (!fresh)
            return pass_on(fresh);
        // Yesterday's are not asked for again.
        std::erase_if(blocks_,
                      [&](const auto &entry) { return entry.first.first == series && entry.first.second != day; });
        block = *fresh;
    }
    return block.next++;
}

Result<std::string> next_daily_number(const LedgerContext &context, const std::string &prefix, UtcTime now)
{
    const QTimeZone zone(QByteArray::fromStdString(context.network.time_zone));
    if (!zone.isValid())
        return fail(ErrorCode::TimeInvalid, "no such time zone: " + context.network.time_zone);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone);
    const std::string day = local.date().toString(QStringLiteral("yyyyMMdd")).toStdString();
    return context.numbers.next(prefix, day, 1).map([&](std::int64_t number) {
        const std::string digits = std::to_string(number);
        return prefix + day + "-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
    });
}

}  // namespace aftercharge
