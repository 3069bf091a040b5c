// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QAbstractTableModel>

#include "models/item/cell_roles.h"
#include "models/item/paged_table_model.h"

namespace aftercharge {

// Rows that are read as a whole (discrepancies, runs of a reconciliation): at most some thousand.
// `look` answers the roles beside the text; CellRole::sort_key is the text where it says nothing.
template<typename Row>
class RowsTableModel : public QAbstractTableModel {
public:
    using Look = std::function<QVariant(const Row &row, int column, int role)>;

    RowsTableModel(TableWords<Row> words, Look look, QObject *parent = nullptr)
        : QAbstractTableModel(parent), words_(std::move(words)), look_(std::move(look))
    {
    }

    void set_rows(std::vector<Row> rows)
    {
        if (rows == rows_)
            return;
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
    }
    const Row &row(int index) const { return rows_[static_cast<std::size_t>(index)]; }
    const std::vector<Row> &rows() const { return rows_; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(words_.headers.size());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return QAbstractTableModel::headerData(section, orientation, role);
        return words_.headers.value(section);
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row &shown = row(index.row());
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
            return words_.text(shown, index.column());
        const QVariant answer = look_(shown, index.column(), role);
        if (role == CellRole::sort_key && !answer.isValid())
            return words_.text(shown, index.column());
        return answer;
    }

private:
    TableWords<Row> words_;
    Look look_;
    std::vector<Row> rows_;
};

}  // namespace aftercharge
