// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/gateways.h"
#include "models/store/sql/query.h"

namespace aftercharge {

QString account_columns();
void read_row(Query &row, GatewayAccount &account);

QString discrepancy_columns();
void read_row(Query &row, Discrepancy &discrepancy);
void bind_row(Query &query, const Discrepancy &discrepancy);

QString reconciliation_columns();
void read_row(Query &row, Reconciliation &run);

// Without the run's id and the place in it.
QString reconciled_columns();
void read_row(Query &row, ReconciledRefund &refund);
void bind_row(Query &query, const ReconciledRefund &refund);

}  // namespace aftercharge
