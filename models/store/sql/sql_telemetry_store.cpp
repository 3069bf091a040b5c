// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_telemetry_store.h"

#include <algorithm>
#include <utility>

#include "models/store/sql/reading_row.h"

namespace aftercharge {
namespace {

constexpr std::int64_t compact_rows = 20'000;
constexpr int session_attempts = 20;
constexpr std::size_t max_known_sessions = 100'000;

}  // namespace

SqlTelemetryStore::SqlTelemetryStore(ConnectionFactory connect, Access access, std::shared_ptr<Database> database)
    : connect_(std::move(connect)), access_(access), database_(std::move(database)), reader_(database_),
      insert_(make_sample_insert(*database_)),
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
    if (const auto done = write_samples(batch.samples); !done)
        return done;
    return write_events(batch.events).and_then([&] { return write_progress(batch.progress); });
}

Result<void> SqlTelemetryStore::write_samples(const std::vector<SampleRow> &samples)
{
    std::vector<SessionSample> placed;
    placed.reserve(samples.size());
    for (const SampleRow &sample : samples) {
        const auto session = session_of(sample.order_no);
        if (!session)
            return tl::unexpected(session.error());
        placed.push_back({*session, &sample.reading});
    }
    return insert_->insert(placed);
}

Result<std::int64_t> SqlTelemetryStore::session_of(const OrderNo &order_no)
{
    const auto known = sessions_.find(order_no.text());
    if (known != sessions_.end())
        return known->second;
    const auto id = find_session(order_no);
    if (!id)
        return id;
    if (sessions_.size() >= max_known_sessions)
        sessions_.clear();
    sessions_.emplace(order_no.text(), *id);
    return id;
}

// Another daemon may give the same number at the same time: then it is tried with the next one.
Result<std::int64_t> SqlTelemetryStore::find_session(const OrderNo &order_no)
{
    for (int attempt = 0; attempt < session_attempts; ++attempt) {
        Query find(*database_, QStringLiteral("SELECT id FROM session WHERE order_no = ?"));
        const auto id = number(find.bind(order_no));
        if (!id || *id != 0)
            return id;
        Query insert(*database_, QStringLiteral("INSERT INTO session (id, order_no) SELECT COALESCE(MAX(id), 0) + 1, ? "
                                                "FROM session") +
                                     database_->dialect().or_nothing());
        if (const auto done = aftercharge::write(insert.bind(order_no)); !done)
            return tl::unexpected(done.error());
    }
    return fail(ErrorCode::StoreRetry, "no number for the session of " + order_no.text());
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
