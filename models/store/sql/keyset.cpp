// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/keyset.h"

#include <charconv>

namespace aftercharge {

std::string to_text(const Cursor &cursor)
{
    return std::to_string(cursor.sort) + "|" + cursor.key;
}

Result<Cursor> parse_cursor(const std::string &text)
{
    Cursor cursor;
    const char *end = text.data() + text.size();
    const auto [rest, problem] = std::from_chars(text.data(), end, cursor.sort);
    if (problem != std::errc() || rest == end || *rest != '|')
        return fail(ErrorCode::InputInvalid, "not the end of a page: " + text);
    cursor.key.assign(rest + 1, end);
    return cursor;
}

PagedSelect::PagedSelect(QString columns, QString table, QString sort, QString key, Key kind)
    : columns_(std::move(columns)), table_(std::move(table)), sort_(std::move(sort)), key_(std::move(key)), kind_(kind)
{
}

void PagedSelect::where_text(std::string_view text, const QStringList &columns)
{
    if (text.empty())
        return;
    QStringList parts;
    for (const QString &column : columns) {
        parts << QStringLiteral("lower(%1) LIKE ? ESCAPE '!'").arg(column);
        values_.push_back(to_column(like_pattern(text)));
    }
    conditions_ << QLatin1Char('(') + parts.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

QString PagedSelect::sql(bool descending, bool has_cursor) const
{
    QStringList conditions = conditions_;
    const QString sign = descending ? QStringLiteral("<") : QStringLiteral(">");
    const QString direction = descending ? QStringLiteral(" DESC") : QStringLiteral(" ASC");
    if (has_cursor) {
        conditions << (sort_.isEmpty() ? QStringLiteral("%1 %2 ?").arg(key_, sign)
                                       : QStringLiteral("(%1, %2) %3 (?, ?)").arg(sort_, key_, sign));
    }
    const QString order = sort_.isEmpty() ? QString(key_ + direction)
                                          : QString(sort_ + direction + QStringLiteral(", ") + key_ + direction);
    const QString where = conditions.isEmpty()
                              ? QString()
                              : QString(QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND ")));
    return QStringLiteral("SELECT %1 FROM %2%3 ORDER BY %4 LIMIT ?").arg(columns_, table_, where, order);
}

void PagedSelect::bind_all(Query &query, const std::optional<Cursor> &after, int limit) const
{
    for (const QVariant &value : values_)
        query.bind(value);
    if (after) {
        if (!sort_.isEmpty())
            query.bind(after->sort);
        if (kind_ == Key::Text)
            query.bind(after->key);
        else
            query.bind(QVariant(QString::fromStdString(after->key).toLongLong()));
    }
    query.bind(limit);
}

}  // namespace aftercharge
