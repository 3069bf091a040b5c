// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/difference_view.h"
#include "ui/tickets/ticket_sheet.h"

namespace aftercharge {

// Somebody else was faster: what is another now, the person's own words, which are kept, and what
// he can still do with them. Nothing of the other's is overwritten.
class ConflictSheet : public TicketSheet {
    Q_OBJECT
public:
    struct Question {
        QString headline;
        QList<DifferenceRow> rows;
        QString own;            // the person's words; empty: none
        QString action;         // "Apply on the new version"; empty: it makes no sense any more
        bool can_wait = false;  // his words stay where they were written when this is closed
    };
    ConflictSheet(DeskContext &context, const Question &question, QWidget *page);

    DifferenceView *differences() const { return differences_; }
    Button *discard_button() const { return discard_; }

Q_SIGNALS:
    void discarded();

private:
    void add_own(const QString &own);
    void dress_buttons(const Question &question);

    DifferenceView *differences_;
    Button *discard_;
};

}  // namespace aftercharge
