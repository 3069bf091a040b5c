// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/discrepancy.h"
#include "models/item/rows_table_model.h"

namespace aftercharge {

// How the rows of the books look beside their text: discrepancies, the runs of the three-way
// reconciliation, and what a run found, refund by refund.
namespace DiscrepancyColumn {
enum { Found, Kind, Entity, Order, State, column_count };
}  // namespace DiscrepancyColumn
namespace RunColumn {
enum { Day, Result, Refunds, By, Started, column_count };
}  // namespace RunColumn
namespace ReconciledColumn {
enum { Refund, Result, Status, Amount, Ledger, Outbox, Gateway, GatewayAmount, Finding, column_count };
}  // namespace ReconciledColumn

using DiscrepancyModel = RowsTableModel<Discrepancy>;
using RunModel = RowsTableModel<Reconciliation>;
using ReconciledModel = RowsTableModel<ReconciledRefund>;

QVariant discrepancy_look(const Discrepancy &row, int column, int role);
QVariant run_look(const Reconciliation &row, int column, int role);
QVariant reconciled_look(const ReconciledRefund &row, int column, int role);

// Running: Info. All agree: Ok. Some differ: Bad.
Tone run_tone(const Reconciliation &run);
// What differs comes first; else the order stays.
std::vector<ReconciledRefund> differing_first(std::vector<ReconciledRefund> rows);

}  // namespace aftercharge
