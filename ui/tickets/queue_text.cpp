// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/queue_text.h"

#include "ui/common/enum_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

QueueText::QueueText(TicketQueueModel *model, QObject *parent) : QIdentityProxyModel(parent), model_(model)
{
    setSourceModel(model);
}

QVariant QueueText::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Ticket &ticket = model_->ticket(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return TicketWords::title(ticket);
    case NumberRole:
        return QString::fromStdString(ticket.ticket_no.text());
    case ContextRole: {
        const QString order = TicketWords::short_order(ticket.order_no);
        const QString connector = ticket.shipment_no.is_empty() ? TicketWords::connector(ticket.connector)
                                                                : TicketWords::short_parcel(ticket.shipment_no);
        return order.isEmpty() || connector.isEmpty() ? QString(order + connector)
                                                      : QString(order + QStringLiteral(" · ") + connector);
    }
    case DueRole:
        return is_over(ticket) ? EnumWords::ticket_state(ticket.state)
                               : TicketWords::due(ticket.due_at - model_->now());
    case SourceRole:
        return TicketWords::source(ticket.source);
    case Qt::ToolTipRole:
        return QString(TicketWords::title(ticket) + QStringLiteral(" · ") + EnumWords::ticket_state(ticket.state));
    case Qt::AccessibleTextRole:
        return QStringList{TicketWords::title(ticket), QString::fromStdString(ticket.ticket_no.text()),
                           EnumWords::ticket_state(ticket.state), data(index, DueRole).toString()}
            .join(QStringLiteral(", "));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

}  // namespace aftercharge
