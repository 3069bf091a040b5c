// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QSqlQuery>
#include <QString>

#include "models/store/page.h"
#include "models/store/sql/database.h"
#include "models/store/sql/value.h"

namespace aftercharge {

// One run of a prepared statement.
//
//   Query query(database, QStringLiteral("SELECT a, b FROM t WHERE c = ?"));
//   query.bind(c);
//   while (next) query.read(a, b);
class Query {
public:
    Query(Database &database, QString sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    template<typename... T>
    Query &bind(const T &...values)
    {
        (bind_one(to_column(values)), ...);
        return *this;
    }
    // The next row; runs the statement at the first call.
    Result<bool> next();
    // A statement that writes, within a transaction: how many rows it changed. A failure
    // spoils the transaction.
    Result<int> run();

    // The columns of the row, from left to right, on from where the last read() ended.
    template<typename... T>
    void read(T &&...values)
    {
        (note(from_column(query_->value(column_), std::forward<T>(values))), ...);
    }
    // False once a column held what the domain does not know.
    bool is_understood() const { return is_understood_; }
    Error misunderstood() const;

private:
    void bind_one(const QVariant &value);
    void note(bool is_understood)
    {
        is_understood_ = is_understood_ && is_understood;
        ++column_;
    }
    Result<void> execute();

    Database &database_;
    QString sql_;
    std::optional<QSqlQuery> query_;
    std::optional<Error> error_;
    int bound_ = 0;
    int column_ = 0;
    bool has_run_ = false;
    bool is_understood_ = true;
};

// All rows, each by read_row(Query &, T &).
template<typename T>
Result<std::vector<T>> all(Query &query)
{
    std::vector<T> rows;
    Result<bool> has_row = query.next();
    for (; has_row && *has_row; has_row = query.next())
        read_row(query, rows.emplace_back());
    if (!has_row)
        return tl::unexpected(has_row.error());
    if (!query.is_understood())
        return tl::unexpected(query.misunderstood());
    return rows;
}

template<typename T>
Result<std::optional<T>> first(Query &query)
{
    const Result<bool> has_row = query.next();
    if (!has_row)
        return tl::unexpected(has_row.error());
    std::optional<T> row;
    if (*has_row)
        read_row(query, row.emplace());
    if (!query.is_understood())
        return tl::unexpected(query.misunderstood());
    return row;
}

// The first row, or `missing` with `name` as the detail.
template<typename T>
Result<T> one(Query &query, ErrorCode missing, const std::string &name)
{
    auto row = first<T>(query);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return fail(missing, name);
    return std::move(**row);
}

// The first column of the only row; NULL and no row are 0.
Result<std::int64_t> number(Query &query);

// run() where exactly the number of rows matters not.
Result<void> write(Query &query);

// "INSERT INTO t (a, b) VALUES (?, ?)"
QString insert_sql(const QString &table, const QString &columns);
// The first column is the key, the last the version:
// "UPDATE t SET b = ?, version = ? WHERE a = ? AND version = ?"
QString update_sql(const QString &table, const QString &columns);

// Outcome of update_sql: no row changed means that the version differs, or there is no row.
Result<void> expect_updated(const Result<int> &rows, const std::string &name);

// "%text%" for LIKE … ESCAPE '!', lower case.
std::string like_pattern(std::string_view text);

}  // namespace aftercharge
