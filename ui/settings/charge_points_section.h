// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QWidget>

#include "ui/common/desk_context.h"

namespace aftercharge {

class Card;
class DataTable;
class EmptyState;

// The registered charge points: what they are, what they charge, when they last booted.
class ChargePointsSection : public QWidget {
    Q_OBJECT
public:
    explicit ChargePointsSection(DeskContext &context, QWidget *parent = nullptr);

private:
    void read();
    void show_points(const std::vector<ChargePoint> &points);

    DeskContext &context_;
    QHash<QString, QString> station_names_;
    QStandardItemModel model_;
    Card *card_;
    DataTable *table_;
    EmptyState *empty_;
};

}  // namespace aftercharge
