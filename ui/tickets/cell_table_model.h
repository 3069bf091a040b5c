// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "models/item/cell_roles.h"

namespace aftercharge {

// A cell that is ready to be read.
struct Cell {
    QString text{};
    Tone tone = Tone::Neutral;
    bool strong = false;
    bool muted = false;
    ChipShape shape = ChipShape::None;
    QString tool_tip{};
    friend bool operator==(const Cell &, const Cell &) = default;
};
using CellRow = QList<Cell>;

// A short table whose words are made by its pane (log, periods, movements): at most some
// hundred rows, written as a whole when the ticket is read.
class CellTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit CellTableModel(const QStringList &headers, QObject *parent = nullptr);

    // What stands already stays: only rows behind the common beginning are told.
    void set_rows(QList<CellRow> rows);
    const Cell &cell(int row, int column) const { return rows_[row][column]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList headers_;
    QList<CellRow> rows_;
};

}  // namespace aftercharge
