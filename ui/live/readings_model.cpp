// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/readings_model.h"

#include <algorithm>

#include "models/item/cell_roles.h"

namespace aftercharge {

void ReadingsModel::show_points(std::vector<CurvePoint> points, const Format &format)
{
    beginResetModel();
    points_ = std::move(points);
    std::reverse(points_.begin(), points_.end());
    format_ = format;
    endResetModel();
}

int ReadingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(points_.size());
}

int ReadingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : column_count;
}

QString ReadingsModel::text(const CurvePoint &point, int column) const
{
    const QString none = QStringLiteral("—");
    switch (column) {
    case Time:
        return format_.time(point.at);
    case Power:
        return point.power ? format_.kw(*point.power) : none;
    case Voltage:
        return point.voltage ? format_.volts(*point.voltage) : none;
    case Current:
        return point.current ? format_.amperes(*point.current) : none;
    case Soc:
        return point.soc ? format_.percent(*point.soc, 1) : none;
    case Energy:
        return point.energy ? format_.kwh(*point.energy) : none;
    case Note:
        return point.excluded ? tr("left out") : point.replayed ? tr("uploaded later") : QString();
    default:
        return {};
    }
}

QVariant ReadingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CurvePoint &point = points_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return text(point, index.column());
    if (role == CellRole::tone)
        return static_cast<int>(index.column() == Note && point.excluded ? Tone::Warn : Tone::Neutral);
    return {};
}

QVariant ReadingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Power:
        return tr("kW");
    case Voltage:
        return tr("V");
    case Current:
        return tr("A");
    case Soc:
        return tr("SOC");
    case Energy:
        return tr("kWh");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

}  // namespace aftercharge
