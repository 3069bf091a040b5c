// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sample_insert.h"

#include <algorithm>
#include <array>

#include "models/store/sql/reading_row.h"

namespace aftercharge {
namespace {

// Rows of one INSERT: fewer calls, and still within SQLite's 999 values.
constexpr std::size_t rows_a_statement = 50;

class JournalInsert final : public SampleInsert {
public:
    explicit JournalInsert(Database &database) : database_(database), full_(sql_of(rows_a_statement)) {}

    Result<void> insert(std::span<const SessionSample> samples) override
    {
        while (!samples.empty()) {
            const std::size_t count = std::min(samples.size(), rows_a_statement);
            Query query(database_, count == rows_a_statement ? full_ : sql_of(count));
            for (const SessionSample &sample : samples.first(count)) {
                query.bind(sample.session_id);
                bind_row(query, *sample.reading);
            }
            if (const auto done = write(query); !done)
                return done;
            samples = samples.subspan(count);
        }
        return {};
    }

private:
    QString sql_of(std::size_t rows) const
    {
        const QString marks = QStringLiteral("(?, ?, ?, ?, ?, ?, ?, ?)");
        return QStringLiteral("INSERT%1 INTO sample_journal (session_id, %2) VALUES %3")
            .arg(database_.dialect().without_undo(), reading_columns(),
                 QStringList(static_cast<qsizetype>(rows), marks).join(QStringLiteral(", ")));
    }

    Database &database_;
    QString full_;
};

// "{1,2,NULL}": a list as PostgreSQL reads it.
class ListText {
public:
    void add(const QVariant &value)
    {
        text_ += text_.isEmpty() ? QLatin1Char('{') : QLatin1Char(',');
        text_ += value.isNull() ? QStringLiteral("NULL") : QString::number(value.toLongLong());
    }
    std::string text() const { return text_.toStdString() + '}'; }

private:
    QString text_;
};

class ArrayInsert final : public SampleInsert {
public:
    explicit ArrayInsert(Database &database) : database_(database) {}

    Result<void> insert(std::span<const SessionSample> samples) override
    {
        if (samples.empty())
            return {};
        std::array<ListText, 8> lists;
        for (const SessionSample &sample : samples)
            add(lists, sample);
        // The number keeps equal instants in the order of their arrival.
        Query query(
            database_,
            QStringLiteral("INSERT INTO sample (session_id, n, %1) SELECT v.session_id, "
                           "nextval('sample_journal_id_seq'), %2 FROM unnest(?::bigint[], ?::bigint[], "
                           "?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) AS "
                           "v (session_id, %1)")
                .arg(reading_columns(),
                     QStringLiteral("v.") + reading_columns().replace(QStringLiteral(", "), QStringLiteral(", v."))));
        for (const ListText &list : lists)
            query.bind(list.text());
        return write(query);
    }

private:
    static void add(std::array<ListText, 8> &lists, const SessionSample &sample)
    {
        const Reading &r = *sample.reading;
        const QVariant values[] = {
            to_column(sample.session_id), to_column(r.at),    to_column(r.register_wh), to_column(r.voltage),
            to_column(r.current),         to_column(r.power), to_column(r.soc),         to_column(r.flags)};
        for (std::size_t i = 0; i < lists.size(); ++i)
            lists[i].add(values[i]);
    }

    Database &database_;
};

}  // namespace

std::unique_ptr<SampleInsert> make_sample_insert(Database &database)
{
    if (database.dialect().has_arrays())
        return std::make_unique<ArrayInsert>(database);
    return std::make_unique<JournalInsert>(database);
}

}  // namespace aftercharge
