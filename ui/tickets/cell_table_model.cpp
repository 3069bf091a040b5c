// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/cell_table_model.h"

namespace aftercharge {

CellTableModel::CellTableModel(const QStringList &headers, QObject *parent)
    : QAbstractTableModel(parent), headers_(headers)
{
}

void CellTableModel::set_rows(QList<CellRow> rows)
{
    int same = 0;
    while (same < rows_.size() && same < rows.size() && rows_[same] == rows[same])
        ++same;
    if (same < rows_.size()) {
        beginRemoveRows({}, same, static_cast<int>(rows_.size()) - 1);
        rows_.resize(same);
        endRemoveRows();
    }
    if (same < rows.size()) {
        beginInsertRows({}, same, static_cast<int>(rows.size()) - 1);
        rows_.append(rows.mid(same));
        endInsertRows();
    }
}

int CellTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CellTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(headers_.size());
}

QVariant CellTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CellRow &row = rows_[index.row()];
    if (index.column() >= row.size())
        return {};
    const Cell &cell = row[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.tool_tip.isEmpty() ? QVariant() : QVariant(cell.tool_tip);
    case CellRole::tone:
        return static_cast<int>(cell.tone);
    case CellRole::chip_shape:
        return static_cast<int>(cell.shape);
    case CellRole::strong:
        return cell.strong;
    case CellRole::muted:
        return cell.muted;
    default:
        return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= headers_.size())
        return {};
    return headers_[section];
}

}  // namespace aftercharge
