// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>

#include "models/workflow/explain_order.h"
#include "ui/common/format.h"

namespace aftercharge {

class DataTable;

// The order's history, oldest first: OrderLog of the specification.
class OrderLogModel : public QStandardItemModel {
    Q_OBJECT
public:
    using QStandardItemModel::QStandardItemModel;
    void show_log(const std::vector<OrderLogEntry> &log, const Format &format, const Currency &currency);
};

// Every movement of money of an order, oldest first, with its number as proof.
class TransferModel : public QStandardItemModel {
    Q_OBJECT
public:
    using QStandardItemModel::QStandardItemModel;
    void show_transfers(const std::vector<Transfer> &transfers, const Format &format);
};

void dress_log_table(DataTable &table);
void dress_transfer_table(DataTable &table);

}  // namespace aftercharge
