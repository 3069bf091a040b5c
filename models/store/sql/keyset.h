// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/store/sql/query.h"

namespace aftercharge {

// Where a page ended: the sort value of its last row and the row's key. "1764000000000|C20261123-0097"
struct Cursor {
    std::int64_t sort = 0;
    std::string key;
};
std::string to_text(const Cursor &cursor);
Result<Cursor> parse_cursor(const std::string &text);

// A paged SELECT: conditions with their values, then the sort. Rows that tie in the sort
// column are told apart by the key, so that no row is skipped or shown twice.
class PagedSelect {
public:
    enum class Key { Text, Number };
    // `sort` may be empty: sorted by the key alone.
    PagedSelect(QString columns, QString table, QString sort, QString key, Key kind = Key::Text);
    template<typename... T>
    void where(const QString &condition, const T &...values)
    {
        conditions_ << QLatin1Char('(') + condition + QLatin1Char(')');
        (values_.push_back(to_column(values)), ...);
    }
    // The text in one of the columns, any case.
    void where_text(std::string_view text, const QStringList &columns);

    // Reads one row more than the limit, to know whether there is a next page.
    template<typename T, typename CursorOf>
    Result<Page<T>> page(Database &database, const PageRequest &request, CursorOf cursor_of)
    {
        std::optional<Cursor> after;
        if (!request.after.empty()) {
            const auto parsed = parse_cursor(request.after);
            if (!parsed)
                return tl::unexpected(parsed.error());
            after = *parsed;
        }
        const int limit = std::clamp(request.limit, 1, 10'000);
        Query query(database, sql(request.descending, after.has_value()));
        bind_all(query, after, limit + 1);
        auto rows = all<T>(query);
        if (!rows)
            return tl::unexpected(rows.error());
        Page<T> page{std::move(*rows), {}};
        if (page.rows.size() > static_cast<std::size_t>(limit)) {
            page.rows.resize(static_cast<std::size_t>(limit));
            page.next = to_text(cursor_of(page.rows.back()));
        }
        return page;
    }

private:
    QString sql(bool descending, bool has_cursor) const;
    void bind_all(Query &query, const std::optional<Cursor> &after, int limit) const;

    QString columns_;
    QString table_;
    QString sort_;
    QString key_;
    Key kind_;
    QStringList conditions_;
    std::vector<QVariant> values_;
};

}  // namespace aftercharge
