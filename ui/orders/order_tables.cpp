// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_tables.h"

#include "models/item/cell_roles.h"
#include "ui/common/data_table.h"
#include "ui/common/enum_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

QStandardItem *cell_item(const QString &text, bool muted = false)
{
    auto *made = new QStandardItem(text);
    made->setData(muted, CellRole::muted);
    made->setToolTip(text);
    return made;
}

QString who(const Actor &actor)
{
    return actor.source == Source::Admin ? QString::fromStdString(actor.name) : EnumWords::source(actor.source);
}

QString account(const AccountId &id)
{
    return TicketWords::account(id.kind);
}

}  // namespace

void OrderLogModel::show_log(const std::vector<OrderLogEntry> &log, const Format &format, const Currency &currency)
{
    clear();
    setHorizontalHeaderLabels({tr("Time"), tr("State"), tr("What happened"), tr("By")});
    for (const OrderLogEntry &entry : log) {
        const QString state = entry.from == entry.to
                                  ? QString()
                                  : QString(EnumWords::order_state(entry.from) + QStringLiteral(" → ") +
                                            EnumWords::order_state(entry.to));
        auto *words = cell_item(TicketWords::order_event(entry, format, currency));
        // The log's own words.
        words->setToolTip(QString::fromStdString(entry.note.empty() ? entry.event : entry.event + ": " + entry.note));
        appendRow({cell_item(format.time(entry.at), true), cell_item(state), words, cell_item(who(entry.actor), true)});
    }
}

void TransferModel::show_transfers(const std::vector<Transfer> &transfers, const Format &format)
{
    clear();
    setHorizontalHeaderLabels({tr("Time"), tr("Movement"), tr("From → to"), tr("Amount"), tr("Transfer")});
    for (const Transfer &transfer : transfers) {
        const QString id = QString::fromStdString(transfer.transfer_id.to_text());
        auto *number = cell_item(id.right(8));
        number->setToolTip(id);
        number->setData(id, CellRole::export_text);
        appendRow({cell_item(format.time(transfer.at), true), cell_item(TicketWords::transfer_kind(transfer.kind)),
                   cell_item(account(transfer.debit) + QStringLiteral(" → ") + account(transfer.credit), true),
                   cell_item(format.money(transfer.amount)), number});
    }
}

void dress_log_table(DataTable &table)
{
    table.set_columns({{CellKind::Text, 78, 74},
                       {CellKind::Text, 144, 110},
                       {CellKind::Text, 190, 120, 1},
                       {CellKind::Text, 100, 96}});
    table.set_compact(true);
}

void dress_transfer_table(DataTable &table)
{
    table.set_columns({{CellKind::Text, 78, 74},
                       {CellKind::Text, 190, 130, 1},
                       {CellKind::Text, 146, 138},
                       {CellKind::Money, 74, 68},
                       {CellKind::Id, 80, 76}});
    table.set_compact(true);
}

}  // namespace aftercharge
