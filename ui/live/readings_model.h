// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "models/item/curve_point.h"
#include "ui/common/format.h"

namespace aftercharge {

// The values behind a curve as a table, newest first: for those who cannot see it.
class ReadingsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Power, Voltage, Current, Soc, Energy, Note, column_count };

    using QAbstractTableModel::QAbstractTableModel;
    void show_points(std::vector<CurvePoint> points, const Format &format);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const CurvePoint &point, int column) const;

    std::vector<CurvePoint> points_;
    Format format_{QLocale()};
};

}  // namespace aftercharge
