// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "models/item/cell_roles.h"
#include "models/settlement/pricing.h"
#include "ui/common/cell_delegate.h"
#include "ui/common/format.h"

namespace aftercharge {

// How the fee comes about: a row for each period, then what belongs to the whole session
// (flat fee, rounding up to a step, the lowest or highest price), then the total.
class FeeTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Period, Energy, Electricity, Service, PerHour, Amount, column_count };
    static constexpr int label_role = Qt::UserRole + 1;       // "peak": the product of a period
    static constexpr int label_tone_role = Qt::UserRole + 2;  // int(Tone)

    using QAbstractTableModel::QAbstractTableModel;

    // False when nothing changed.
    bool show_price(const PricedSession &priced, const Format &format);
    void clear();
    // Electricity and service only where a tariff prices them apart, hours where time costs.
    bool has_column(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString cells[column_count];
        QString label;
        Tone label_tone = Tone::Neutral;
        bool total = false;
    };
    void add_period(const FeePeriod &period, const Format &format);
    void add_line(const FeeLine &line, const Format &format);
    void add_total(const Format &format);
    QString price(UnitPrice price, const Format &format) const;

    PricedSession priced_;
    EnergyMicroWh told_;  // by the rows so far
    std::vector<Row> rows_;
};

// "10:04 – 10:30" and the period's product as a chip behind it.
class PeriodDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const override;
};

}  // namespace aftercharge
