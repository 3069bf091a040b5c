// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ticket.h"
#include "ui/common/format.h"
#include "ui/tickets/ticket_sheet.h"

class QLabel;

namespace aftercharge {

// Ends a complaint without money: a template or own words, and what the customer will read.
class RejectSheet : public TicketSheet {
    Q_OBJECT
public:
    // `goods`: of a goods order, whose requests are rejected in other words.
    RejectSheet(DeskContext &context, const Ticket &ticket, bool goods, const Format &format, QWidget *page);
    QPlainTextEdit *reason_edit() const { return reason_; }
    static QStringList templates(bool goods = false);

Q_SIGNALS:
    void reasonGiven(const QString &reason);

private:
    void show_told();

    Ticket ticket_;
    bool goods_;
    Format format_;
    QPlainTextEdit *reason_;
    QLabel *told_;
};

}  // namespace aftercharge
