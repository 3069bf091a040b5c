// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/read_ticket.h"
#include "ui/common/format.h"
#include "ui/tickets/ticket_sheet.h"

namespace aftercharge {

// A person accepts a fee that is provisional: why it is, what the accepted readings gave, and
// the reason that is kept with the order. The fee itself is not changed here.
class ConfirmSheet : public TicketSheet {
    Q_OBJECT
public:
    ConfirmSheet(DeskContext &context, const TicketDossier &dossier, const Format &format, QWidget *page);
    QPlainTextEdit *reason_edit() const { return reason_; }

Q_SIGNALS:
    void reasonGiven(const QString &reason);

private:
    QString why(const OrderExplanation &order) const;
    void add_facts(const OrderExplanation &order, const Format &format);

    QPlainTextEdit *reason_;
};

}  // namespace aftercharge
