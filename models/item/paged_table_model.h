// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QFuture>
#include <QStringList>

#include "models/item/cell_roles.h"
#include "models/item/paged_table_base.h"
#include "models/store/page.h"

namespace aftercharge {

// The words of a table, made in ui (languages stand outside of this folder): a header for
// every column, and the text of a cell.
template<typename Row>
struct TableWords {
    QStringList headers;
    std::function<QString(const Row &row, int column)> text;
};

// Rows that come page by page from the engine. A derived model says how a page is asked for
// and what a cell is beside its text.
template<typename Row>
class PagedTableModel : public PagedTableBase {
public:
    PagedTableModel(TableWords<Row> words, QObject *parent) : PagedTableBase(parent), words_(std::move(words)) {}

    const Row &row(int index) const { return rows_[static_cast<std::size_t>(index)]; }
    const std::vector<Row> &rows() const { return rows_; }
    int row_of(const std::function<bool(const Row &)> &wanted) const
    {
        const auto found = std::find_if(rows_.begin(), rows_.end(), wanted);
        return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : shown_rows(); }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(words_.headers.size());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return PagedTableBase::headerData(section, orientation, role);
        return words_.headers.value(section);
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row &shown = row(index.row());
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return words_.text(shown, index.column());
        if (role == Qt::AccessibleTextRole)
            return index.column() == 0 ? sentence(shown) : words_.text(shown, index.column());
        return look(shown, index.column(), role);
    }

protected:
    virtual QFuture<Result<Page<Row>>> ask_page(const PageRequest &request) = 0;
    virtual bool same_row(const Row &a, const Row &b) const = 0;
    virtual QVariant look(const Row &row, int column, int role) const = 0;
    virtual bool descending() const { return true; }

    void ask(const std::string &after, int limit, bool replace) final
    {
        ask_page({after, limit, descending()})
            .then(this, [this, asked = question(), replace](const Result<Page<Row>> &page) {
                if (asked != question())
                    return;
                if (!page) {
                    page_failed(page.error());
                    return;
                }
                if (replace)
                    replace_rows(page->rows);
                else
                    append_rows(page->rows);
                page_came(page->next);
            });
    }
    void forget_rows() final
    {
        if (rows_.empty())
            return;
        beginResetModel();
        rows_.clear();
        endResetModel();
    }
    int shown_rows() const final { return static_cast<int>(rows_.size()); }

private:
    void append_rows(const std::vector<Row> &more)
    {
        if (more.empty())
            return;
        beginInsertRows({}, shown_rows(), shown_rows() + static_cast<int>(more.size()) - 1);
        rows_.insert(rows_.end(), more.begin(), more.end());
        endInsertRows();
    }
    void replace_rows(const std::vector<Row> &fresh)
    {
        const bool in_place = std::equal(rows_.begin(), rows_.end(), fresh.begin(), fresh.end(),
                                         [this](const Row &a, const Row &b) { return same_row(a, b); });
        if (!in_place) {
            beginResetModel();
            rows_ = fresh;
            endResetModel();
            return;
        }
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            if (rows_[i] == fresh[i])
                continue;
            rows_[i] = fresh[i];
            const int changed = static_cast<int>(i);
            Q_EMIT dataChanged(index(changed, 0), index(changed, columnCount() - 1));
        }
    }
    // For screen readers: the row as one sentence.
    QString sentence(const Row &shown) const
    {
        QStringList parts;
        for (int column = 0; column < columnCount(); ++column) {
            const QString value = words_.text(shown, column);
            if (!value.isEmpty())
                parts.append(words_.headers.value(column) + QChar(u' ') + value);
        }
        return parts.join(QStringLiteral(", "));
    }

    TableWords<Row> words_;
    std::vector<Row> rows_;
};

}  // namespace aftercharge
