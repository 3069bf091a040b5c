// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/book_rows.h"

#include <algorithm>

namespace aftercharge {

namespace {

QVariant chip(Tone tone, int role)
{
    if (role == CellRole::tone)
        return static_cast<int>(tone);
    if (role == CellRole::chip_shape)
        return static_cast<int>(tone_shape(tone));
    return {};
}

QVariant sort_amount(const Money &amount)
{
    return static_cast<qlonglong>(amount.minor());
}

// A book that does not say what ours says.
bool gateway_differs(const ReconciledRefund &row)
{
    return row.gateway_amount && *row.gateway_amount != row.amount;
}

}  // namespace

QVariant discrepancy_look(const Discrepancy &row, int column, int role)
{
    if (column == DiscrepancyColumn::State)
        return chip(row.resolved_at ? Tone::Neutral : Tone::Warn, role);
    if (role == CellRole::muted)
        return column == DiscrepancyColumn::Found || row.resolved_at.has_value();
    return {};
}

QVariant run_look(const Reconciliation &row, int column, int role)
{
    if (role == CellRole::sort_key && column == RunColumn::Refunds)
        return row.refunds;
    if (role == CellRole::sort_key && column == RunColumn::Result)
        return row.differing;
    if (column == RunColumn::Result)
        return chip(run_tone(row), role);
    if (role == CellRole::muted)
        return column == RunColumn::By || column == RunColumn::Started;
    return {};
}

QVariant reconciled_look(const ReconciledRefund &row, int column, int role)
{
    if (role == CellRole::sort_key) {
        switch (column) {
        case ReconciledColumn::Result:
            return row.agrees ? 1 : 0;
        case ReconciledColumn::Amount:
            return sort_amount(row.amount);
        case ReconciledColumn::Ledger:
            return sort_amount(row.ledger_paid);
        case ReconciledColumn::GatewayAmount:
            return row.gateway_amount ? sort_amount(*row.gateway_amount) : QVariant(qlonglong{-1});
        default:
            return {};
        }
    }
    if (column == ReconciledColumn::Result)
        return chip(row.agrees ? Tone::Ok : Tone::Bad, role);
    if (role == CellRole::tone && column == ReconciledColumn::GatewayAmount && gateway_differs(row))
        return static_cast<int>(Tone::Bad);
    if (role == CellRole::muted)
        return column == ReconciledColumn::Outbox;
    return {};
}

Tone run_tone(const Reconciliation &run)
{
    if (!run.finished_at)
        return Tone::Info;
    return run.differing == 0 ? Tone::Ok : Tone::Bad;
}

std::vector<ReconciledRefund> differing_first(std::vector<ReconciledRefund> rows)
{
    std::stable_partition(rows.begin(), rows.end(), [](const ReconciledRefund &row) { return !row.agrees; });
    return rows;
}

}  // namespace aftercharge
