// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/query.h"

#include <utility>

#include <QSqlError>

namespace aftercharge {

Query::Query(Database &database, QString sql) : database_(database), sql_(std::move(sql))
{
    Result<QSqlQuery> prepared = database_.take(sql_);
    if (prepared)
        query_.emplace(std::move(*prepared));
    else
        error_ = prepared.error();
}

Query::~Query()
{
    if (!error_)
        database_.give_back(sql_, std::move(*query_));
    else if (query_)
        database_.retire(std::move(*query_));
}

void Query::bind_one(const QVariant &value)
{
    if (!error_)
        query_->bindValue(bound_++, value);
}

Result<void> Query::execute()
{
    has_run_ = true;
    if (!error_ && !query_->exec())
        error_ = database_.note(query_->lastError());
    if (error_)
        return tl::unexpected(*error_);
    return {};
}

Result<bool> Query::next()
{
    if (!has_run_) {
        if (const auto done = execute(); !done)
            return tl::unexpected(done.error());
    }
    if (error_)
        return tl::unexpected(*error_);
    column_ = 0;
    if (query_->next())
        return true;
    if (query_->lastError().isValid()) {
        error_ = database_.note(query_->lastError());
        return tl::unexpected(*error_);
    }
    return false;
}

Result<int> Query::run()
{
    if (!database_.in_transaction())
        return fail(ErrorCode::Internal, "a write outside a unit of work");
    if (const auto done = execute(); !done) {
        database_.spoil(done.error());
        return tl::unexpected(done.error());
    }
    return query_->numRowsAffected();
}

Error Query::misunderstood() const
{
    return Error{ErrorCode::StoreCorrupt, "a value that this program does not know: " + sql_.toStdString()};
}

Result<std::int64_t> number(Query &query)
{
    const Result<bool> has_row = query.next();
    if (!has_row)
        return tl::unexpected(has_row.error());
    std::optional<std::int64_t> value;
    if (*has_row)
        query.read(value);
    if (!query.is_understood())
        return tl::unexpected(query.misunderstood());
    return value.value_or(0);
}

Result<void> write(Query &query)
{
    const Result<int> rows = query.run();
    if (!rows)
        return tl::unexpected(rows.error());
    return {};
}

QString insert_sql(const QString &table, const QString &columns)
{
    const qsizetype count = columns.count(QLatin1Char(',')) + 1;
    const QString marks = QStringList(count, QStringLiteral("?")).join(QStringLiteral(", "));
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(table, columns, marks);
}

QString update_sql(const QString &table, const QString &columns)
{
    const QStringList names = columns.split(QStringLiteral(", "));
    const QString sets = names.mid(1).join(QStringLiteral(" = ?, "));
    return QStringLiteral("UPDATE %1 SET %2 = ? WHERE %3 = ? AND %4 = ?").arg(table, sets, names.first(), names.last());
}

Result<void> expect_updated(const Result<int> &rows, const std::string &name)
{
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 0)
        return fail(ErrorCode::StoreConflict, name + " was changed by somebody else");
    return {};
}

std::string like_pattern(std::string_view text)
{
    const QString lower = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower();
    std::string pattern = "%";
    for (const char c : lower.toStdString()) {
        if (c == '%' || c == '_' || c == '!')
            pattern += '!';
        pattern += c;
    }
    return pattern + '%';
}

}  // namespace aftercharge
