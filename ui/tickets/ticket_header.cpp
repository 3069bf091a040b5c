// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/ticket_header.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include "models/item/ticket_queue_model.h"
#include "ui/common/button.h"
#include "ui/common/desk_context.h"
#include "ui/common/enum_words.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/state_chip.h"
#include "ui/tickets/elided_heading.h"
#include "ui/tickets/presence_line.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

Tone state_tone(TicketState state)
{
    switch (state) {
    case TicketState::Open:
        return Tone::Warn;
    case TicketState::InReview:
        return Tone::Info;
    case TicketState::WaitingCustomer:
    case TicketState::WaitingCarrier:
    case TicketState::WaitingPayment:
    case TicketState::WaitingApproval:
        return Tone::Warn;
    case TicketState::Resolved:
        return Tone::Ok;
    case TicketState::Rejected:
        return Tone::Bad;
    case TicketState::Closed:
        break;
    }
    return Tone::Neutral;
}

ChipShape state_shape(TicketState state)
{
    return state == TicketState::Closed ? ChipShape::Square : tone_shape(state_tone(state));
}

}  // namespace

TicketActions ticket_actions(const Ticket &ticket, const OperatorName &me)
{
    TicketActions actions;
    actions.take = !is_over(ticket) && ticket.assigned_to != me;
    // A decision takes an open ticket by itself, as the workflows do.
    actions.decide = ticket.state == TicketState::Open || ticket.state == TicketState::InReview;
    actions.money = actions.decide && !ticket.order_no.is_empty();
    actions.reopen = next_state(cs_ticket_table, ticket.state, TicketEvent::Reopened).has_value();
    return actions;
}

TicketActions ticket_actions(const TicketDossier &dossier, const OperatorName &me)
{
    TicketActions actions = ticket_actions(dossier.ticket, me);
    if (dossier.order) {
        const ChargingOrder &order = dossier.order->order;
        actions.confirm = order.state == OrderState::Settle && order.settlement == Settlement::Provisional;
    }
    return actions;
}

TicketHeader::TicketHeader(DeskContext &context, const PeopleNames &people, QWidget *parent)
    : QWidget(parent), context_(context), people_(people), number_(make_label(LabelRole::Mono, {})),
      title_(new ElidedHeading(context.themes)), chip_(new StateChip(context.themes)),
      holder_(make_label(LabelRole::Caption, {})), presence_(new PresenceLine(context.themes)),
      take_(new Button(context.themes, ButtonRole::Secondary, tr("Take"))),
      reject_(new Button(context.themes, ButtonRole::Secondary, tr("Reject…"))),
      adjust_(new Button(context.themes, ButtonRole::Secondary, tr("Adjust balance…"))),
      reopen_(new Button(context.themes, ButtonRole::Secondary, tr("Reopen…"))),
      refund_(new Button(context.themes, ButtonRole::Primary, tr("Refund…"))),
      confirm_(new Button(context.themes, ButtonRole::Primary, tr("Confirm fee…"))),
      goods_button_(new Button(context.themes, ButtonRole::Primary, {})),
      more_(new Button(context.themes, ButtonRole::Secondary, tr("More"))), menu_(new QMenu(this))
{
    setMinimumHeight(43);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::m, 4, Space::m, 3);
    row->setSpacing(Space::s);
    row->addWidget(build_about(), 100);
    take_->set_key_hint(QStringLiteral("T"));
    reject_->set_key_hint(QStringLiteral("R"));
    refund_->set_key_hint(QStringLiteral("A"));
    confirm_->set_key_hint(QStringLiteral("C"));
    for (Button *button : {more_, take_, reject_, adjust_, reopen_, refund_, confirm_, goods_button_})
        row->addWidget(button);
    connect(take_, &QPushButton::clicked, this, &TicketHeader::takeRequested);
    connect(reject_, &QPushButton::clicked, this, &TicketHeader::rejectRequested);
    connect(adjust_, &QPushButton::clicked, this, &TicketHeader::adjustRequested);
    connect(reopen_, &QPushButton::clicked, this, &TicketHeader::reopenRequested);
    connect(refund_, &QPushButton::clicked, this, &TicketHeader::refundRequested);
    connect(confirm_, &QPushButton::clicked, this, &TicketHeader::confirmRequested);
    connect(goods_button_, &QPushButton::clicked, this, [this] {
        if (goods_.first)
            Q_EMIT goodsRequested(*goods_.first);
    });
    goods_button_->setObjectName(QStringLiteral("goodsAction"));
    build_menu();
}

// Two lines, both always there: nothing moves when a colleague comes or goes.
QWidget *TicketHeader::build_about()
{
    auto *about = new QWidget;
    auto *column = new QVBoxLayout(about);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(Space::s);
    upper->addWidget(number_);
    upper->addWidget(title_, 100);  // what is free is the title's first
    upper->addWidget(chip_);
    upper->addStretch(1);
    column->addLayout(upper);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(Space::s);
    lower->addWidget(holder_);
    lower->addWidget(presence_, 1);
    column->addLayout(lower);
    return about;
}

void TicketHeader::build_menu()
{
    more_->setIcon(context_.themes.icons().icon(IconName::Chevron));
    more_->setAccessibleName(tr("More actions"));
    for (const GoodsAction action : all_goods_actions) {
        QAction *entry = menu_->addAction(
            QString(GoodsActionWords::text(action) + u'\t' + GoodsActionWords::key(action)));
        connect(entry, &QAction::triggered, this, [this, action] { Q_EMIT goodsRequested(action); });
        goods_menu_[static_cast<std::size_t>(action)] = entry;
    }
    confirm_action_ = menu_->addAction(QString(tr("Confirm fee…") + QStringLiteral("\tC")));
    connect(confirm_action_, &QAction::triggered, this, &TicketHeader::confirmRequested);
    adjust_action_ = menu_->addAction(tr("Adjust balance…"));
    connect(adjust_action_, &QAction::triggered, this, &TicketHeader::adjustRequested);
    connect(menu_->addAction(QString(tr("Note among colleagues") + QStringLiteral("\tN"))), &QAction::triggered, this,
            &TicketHeader::noteRequested);
    assign_action_ = menu_->addAction(tr("Assign to…"));
    connect(assign_action_, &QAction::triggered, this, &TicketHeader::assignRequested);
    connect(more_, &QPushButton::clicked, this,
            [this] { menu_->popup(more_->mapToGlobal(QPoint(0, more_->height() + 2))); });
}

void TicketHeader::show_ticket(const TicketDossier &dossier)
{
    const Ticket &ticket = dossier.ticket;
    actions_ = ticket_actions(dossier, context_.person.name);
    number_->setText(QString::fromStdString(ticket.ticket_no.text()));
    title_->set_text(TicketWords::title(ticket));
    chip_->set_state(state_tone(ticket.state), state_shape(ticket.state), EnumWords::ticket_state(ticket.state));
    if (ticket.assigned_to.is_empty())
        holder_->setText(tr("Nobody has it"));
    else if (ticket.assigned_to == context_.person.name)
        holder_->setText(tr("Yours"));
    else
        holder_->setText(people_.of(ticket.assigned_to));
    take_->setVisible(actions_.take);
    reject_->setVisible(actions_.decide);
    // Nothing is paid back before the fee is certain.
    const bool charging = actions_.money && !dossier.goods;
    refund_->setVisible(charging && !actions_.confirm);
    confirm_->setVisible(actions_.confirm);
    confirm_action_->setVisible(actions_.confirm);
    reopen_->setVisible(actions_.reopen);
    adjust_action_->setVisible(!dossier.goods);
    adjust_action_->setEnabled(charging);
    adjustable_ = charging;
    assign_action_->setEnabled(!is_over(ticket));
    goods_ = goods_actions(dossier, context_.person.name);
    show_goods();
    fit();
}

void TicketHeader::show_goods()
{
    for (const GoodsAction action : all_goods_actions)
        goods_menu_[static_cast<std::size_t>(action)]->setVisible(goods_.has(action));
    goods_button_->setVisible(goods_.first.has_value());
    if (!goods_.first)
        return;
    goods_button_->setText(GoodsActionWords::text(*goods_.first));
    goods_button_->set_key_hint(GoodsActionWords::key(*goods_.first));
    goods_button_->updateGeometry();
}

// The adjustment has a button of its own where nothing else gives way for it; the menu has it
// in any case.
void TicketHeader::fit()
{
    int needed = adjust_->sizeHint().width() + 2 * Space::m;
    for (int i = 0; i < layout()->count(); ++i) {
        const QWidget *widget = layout()->itemAt(i)->widget();
        if (widget && widget != adjust_ && widget->isVisibleTo(this))
            needed += widget->sizeHint().width() + Space::s;
    }
    adjust_->setVisible(adjustable_ && width() >= needed + Space::l);
}

void TicketHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

}  // namespace aftercharge
