// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/workflow/read_ticket.h"
#include "ui/tickets/goods_actions.h"

class QAction;
class QLabel;
class QMenu;

namespace aftercharge {

class Button;
class ElidedHeading;
class PeopleNames;
class PresenceLine;
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

// Number, title, state; below, who holds it and who else is there; the actions that its state allows. The one filled button
// is the refund, or the confirmation of a fee that is provisional; of a goods order, what waits for
// a person first (GoodsActions), the rest being in the menu.
class TicketHeader : public QWidget {
    Q_OBJECT
public:
    TicketHeader(DeskContext &context, const PeopleNames &people, QWidget *parent = nullptr);

    void show_ticket(const TicketDossier &dossier);
    PresenceLine *presence() const { return presence_; }
    Button *take_button() const { return take_; }
    Button *reject_button() const { return reject_; }
    Button *refund_button() const { return refund_; }
    Button *confirm_button() const { return confirm_; }
    Button *adjust_button() const { return adjust_; }
    Button *reopen_button() const { return reopen_; }
    Button *goods_button() const { return goods_button_; }
    QAction *goods_action(GoodsAction action) const { return goods_menu_[static_cast<std::size_t>(action)]; }
    const GoodsActions &goods() const { return goods_; }

Q_SIGNALS:
    void takeRequested();
    void rejectRequested();
    void refundRequested();
    void confirmRequested();
    void adjustRequested();
    void noteRequested();
    void assignRequested();
    void reopenRequested();
    void goodsRequested(aftercharge::GoodsAction action);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *build_about();
    void build_menu();
    void show_goods();
    void fit();

    DeskContext &context_;
    const PeopleNames &people_;
    TicketActions actions_;
    GoodsActions goods_;
    bool adjustable_ = false;
    QLabel *number_;
    ElidedHeading *title_;
    StateChip *chip_;
    QLabel *holder_;
    PresenceLine *presence_;
    Button *take_;
    Button *reject_;
    Button *adjust_;
    Button *reopen_;
    Button *refund_;
    Button *confirm_;
    Button *goods_button_;
    Button *more_;
    QMenu *menu_;
    std::array<QAction *, all_goods_actions.size()> goods_menu_{};
    QAction *confirm_action_ = nullptr;
    QAction *adjust_action_ = nullptr;
    QAction *assign_action_ = nullptr;
};

}  // namespace aftercharge
