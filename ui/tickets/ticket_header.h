// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/workflow/read_ticket.h"

class QAction;
class QLabel;
class QMenu;

namespace aftercharge {

class Button;
class ElidedHeading;
class PeopleNames;
class StateChip;
struct DeskContext;

// What may be done with a ticket just now, by its state table and by whom it is held.
struct TicketActions {
    bool take = false;
    bool decide = false;  // reject; refund and adjust where there is an order
    bool money = false;
    bool reopen = false;
    bool confirm = false;  // the order's fee is provisional
};
TicketActions ticket_actions(const Ticket &ticket, const OperatorName &me);
// With what its order allows.
TicketActions ticket_actions(const TicketDossier &dossier, const OperatorName &me);

// Number, title, state, who holds it; the actions that its state allows. The one filled button
// is the refund, or the confirmation of a fee that is provisional.
class TicketHeader : public QWidget {
    Q_OBJECT
public:
    TicketHeader(DeskContext &context, const PeopleNames &people, QWidget *parent = nullptr);

    void show_ticket(const TicketDossier &dossier);
    Button *take_button() const { return take_; }
    Button *reject_button() const { return reject_; }
    Button *refund_button() const { return refund_; }
    Button *confirm_button() const { return confirm_; }
    Button *adjust_button() const { return adjust_; }
    Button *reopen_button() const { return reopen_; }

Q_SIGNALS:
    void takeRequested();
    void rejectRequested();
    void refundRequested();
    void confirmRequested();
    void adjustRequested();
    void noteRequested();
    void assignRequested();
    void reopenRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build_menu();
    void fit();

    DeskContext &context_;
    const PeopleNames &people_;
    TicketActions actions_;
    QLabel *number_;
    ElidedHeading *title_;
    StateChip *chip_;
    QLabel *holder_;
    Button *take_;
    Button *reject_;
    Button *adjust_;
    Button *reopen_;
    Button *refund_;
    Button *confirm_;
    Button *more_;
    QMenu *menu_;
    QAction *confirm_action_ = nullptr;
    QAction *adjust_action_ = nullptr;
    QAction *assign_action_ = nullptr;
};

}  // namespace aftercharge
