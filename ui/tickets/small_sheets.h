// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/goods_view.h"
#include "models/workflow/open_ticket.h"
#include "ui/tickets/ticket_sheet.h"

class QLineEdit;
class QListWidget;

namespace aftercharge {

// Gives a ticket to a colleague who may decide it.
class AssignSheet : public TicketSheet {
    Q_OBJECT
public:
    AssignSheet(DeskContext &context, const Ticket &ticket, const std::vector<Operator> &people, QWidget *page);
    QListWidget *list() const { return list_; }

Q_SIGNALS:
    void chosen(const aftercharge::OperatorName &name);

private:
    QListWidget *list_;
    std::vector<OperatorName> names_;
};

// Why a closed ticket is opened again.
class ReopenSheet : public TicketSheet {
    Q_OBJECT
public:
    ReopenSheet(DeskContext &context, const Ticket &ticket, QWidget *page);

Q_SIGNALS:
    void reasonGiven(const QString &reason);
};

// A new ticket for an order, by what a customer said on the phone or a colleague saw.
class NewTicketSheet : public TicketSheet {
    Q_OBJECT
public:
    NewTicketSheet(DeskContext &context, const OrderNo &order_no, QWidget *page);
    // The order turned out to be of goods: their kinds of request, and which parcel it is about.
    void offer_goods(const GoodsDossier &goods);

Q_SIGNALS:
    void drafted(const aftercharge::TicketDraft &draft);

private:
    OrderNo order_no_;
    QComboBox *kind_;
    QComboBox *parcel_;
    QWidget *parcel_field_;
    QLineEdit *reason_;
    QPlainTextEdit *text_;
};

}  // namespace aftercharge
