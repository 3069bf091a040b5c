// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_telemetry_store.h"

#include <algorithm>
#include <utility>

#include "models/store/sql/reading_row.h"

namespace aftercharge {
namespace {

// Rows of one INSERT: fewer calls, and still within SQLite's 999 values.
constexpr std::size_t rows_a_statement = 50;
constexpr std::int64_t compact_rows = 20'000;
constexpr std::size_t max_known_sessions = 100'000;

QString journal_sql(std::size_t rows, const Dialect &dialect)
{
    const QString marks = QStringLiteral("(?, ?, ?, ?, ?, ?, ?, ?)");
    return QStringLiteral("INSERT%1 INTO sample_journal (session_id, %2) VALUES %3")
        .arg(dialect.without_undo(), reading_columns(),
             QStringList(static_cast<qsizetype>(rows), marks).join(QStringLiteral(", ")));
}

}  // namespace

SqlTelemetryStore::SqlTelemetryStore(ConnectionFactory connect, Access access, std::shared_ptr<Database> database)
    : connect_(std::move(connect)), access_(access), database_(std::move(database)), reader_(database_),
      full_insert_(journal_sql(rows_a_statement, database_->dialect())),
      update_progress_(QStringLiteral("UPDATE%1 session_progress SET at = ?, energy_wh = ?, power_w = ?, "
                                      "soc_permille = ?, currency = ?, fee_minor = ?, estimated_end = ? "
                                      "WHERE session_id = ?")
                           .arg(database_->dialect().without_undo()))
{
}

Result<std::unique_ptr<SqlTelemetryStore>> SqlTelemetryStore::open(ConnectionFactory connect, Access access)
{
    auto database = connect(access);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<SqlTelemetryStore>(new SqlTelemetryStore(std::move(connect), access, std::move(*database)));
}

Result<std::unique_ptr<TelemetryReader>> SqlTelemetryStore::open_reader()
{
    auto database = connect_(Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    return std::make_unique<SqlTelemetryReader>(std::move(*database));
}

Result<void> SqlTelemetryStore::write(const TelemetryBatch &batch)
{
    if (access_ == Access::ReadOnly)
        return fail(ErrorCode::StoreReadOnly, "the store was opened for reading only");
    if (batch.is_empty())
        return {};
    if (const auto begun = database_->begin(); !begun)
        return begun;
    Result<void> done = write_all(batch);
    if (done)
        done = database_->commit();
    if (!done) {
        database_->rollback();
        // Some of them may have been given in the transaction that is gone.
        sessions_.clear();
    }
    return done;
}

Result<void> SqlTelemetryStore::write_all(const TelemetryBatch &batch)
{
    std::span<const SampleRow> samples = batch.samples;
    while (!samples.empty()) {
        const std::size_t count = std::min(samples.size(), rows_a_statement);
        if (const auto done = write_samples(samples.first(count)); !done)
            return done;
        samples = samples.subspan(count);
    }
    return write_events(batch.events).and_then([&] { return write_progress(batch.progress); });
}

Result<void> SqlTelemetryStore::write_samples(std::span<const SampleRow> samples)
{
    Query query(*database_,
                samples.size() == rows_a_statement ? full_insert_ : journal_sql(samples.size(), database_->dialect()));
    for (const SampleRow &sample : samples) {
        const auto session = session_of(sample.order_no);
        if (!session)
            return tl::unexpected(session.error());
        query.bind(*session);
        bind_row(query, sample.reading);
    }
    return aftercharge::write(query);
}

Result<std::int64_t> SqlTelemetryStore::session_of(const OrderNo &order_no)
{
    const auto known = sessions_.find(order_no.text());
    if (known != sessions_.end())
        return known->second;
    Query find(*database_, QStringLiteral("SELECT id FROM session WHERE order_no = ?"));
    auto id = number(find.bind(order_no));
    if (!id)
        return id;
    if (*id == 0) {
        Query last(*database_, QStringLiteral("SELECT MAX(id) FROM session"));
        id = number(last);
        if (!id)
            return id;
        ++*id;
        Query insert(*database_, insert_sql(QStringLiteral("session"), QStringLiteral("id, order_no")));
        if (const auto done = aftercharge::write(insert.bind(*id, order_no)); !done)
            return tl::unexpected(done.error());
    }
    if (sessions_.size() >= max_known_sessions)
        sessions_.clear();
    sessions_.emplace(order_no.text(), *id);
    return id;
}

Result<void> SqlTelemetryStore::write_events(const std::vector<DeviceEvent> &events)
{
    for (const DeviceEvent &e : events) {
        Query query(*database_, insert_sql(QStringLiteral("device_event"), event_columns()));
        query.bind(e.connector.charge_point_id, e.connector.connector_id, e.received_at, e.reported_at, e.kind,
                   e.severity, e.order_no, e.detail, BytesIn{e.raw});
        if (const auto done = aftercharge::write(query); !done)
            return done;
    }
    return {};
}

Result<void> SqlTelemetryStore::write_progress(const std::vector<SessionProgress> &progress)
{
    for (const SessionProgress &p : progress) {
        const auto session = session_of(p.order_no);
        if (!session)
            return tl::unexpected(session.error());
        Query update(*database_, update_progress_);
        update.bind(p.at, p.energy, p.power, p.soc, p.fee.currency(), p.fee, p.estimated_end, *session);
        const Result<int> rows = update.run();
        if (!rows)
            return tl::unexpected(rows.error());
        if (*rows == 1)
            continue;
        Query insert(*database_, insert_sql(QStringLiteral("session_progress"),
                                            QStringLiteral("at, energy_wh, power_w, soc_permille, currency, fee_minor, "
                                                           "estimated_end, session_id")));
        insert.bind(p.at, p.energy, p.power, p.soc, p.fee.currency(), p.fee, p.estimated_end, *session);
        if (const auto done = aftercharge::write(insert); !done)
            return done;
    }
    return {};
}

Result<bool> SqlTelemetryStore::compact()
{
    if (access_ == Access::ReadOnly)
        return fail(ErrorCode::StoreReadOnly, "the store was opened for reading only");
    if (const auto begun = database_->begin(); !begun)
        return tl::unexpected(begun.error());
    const Result<bool> is_more = move_samples();
    if (!is_more) {
        database_->rollback();
        return is_more;
    }
    if (const auto done = database_->commit(); !done)
        return tl::unexpected(done.error());
    return is_more;
}

Result<bool> SqlTelemetryStore::move_samples()
{
    Query end(*database_,
              QStringLiteral("SELECT MAX(id), COUNT(*) FROM (SELECT id FROM sample_journal ORDER BY id LIMIT ?) "
                             "AS first_rows"));
    const auto has_row = end.bind(compact_rows).next();
    if (!has_row)
        return tl::unexpected(has_row.error());
    std::optional<std::int64_t> last;
    std::int64_t count = 0;
    end.read(last, count);
    if (!last)
        return false;
    Query copy(
        *database_,
        QStringLiteral("INSERT%2 INTO sample (session_id, n, %1) SELECT session_id, id, %1 FROM sample_journal WHERE "
                       "id <= ? ORDER BY session_id, at, id")
            .arg(reading_columns(), database_->dialect().without_undo()));
    if (const auto done = aftercharge::write(copy.bind(*last)); !done)
        return tl::unexpected(done.error());
    Query clear(*database_, QStringLiteral("DELETE FROM sample_journal WHERE id <= ?"));
    if (const auto done = aftercharge::write(clear.bind(*last)); !done)
        return tl::unexpected(done.error());
    return count == compact_rows;
}

}  // namespace aftercharge
