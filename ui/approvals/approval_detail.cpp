// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approval_detail.h"

#include <QHBoxLayout>
#include <QStackedWidget>

#include "ui/approvals/approval_words.h"
#include "ui/claims/claim_view.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/state_chip.h"
#include "ui/decisions/batch_view.h"
#include "ui/decisions/batch_words.h"
#include "ui/decisions/expiry_words.h"
#include "ui/refunds/refund_view.h"

namespace aftercharge {

ApprovalDetail::ApprovalDetail(DeskContext &context, QWidget *parent) : Card(context.themes, parent), context_(context)
{
    set_title(QStringLiteral(" "));
    kind_ = new StateChip(context_.themes, this);
    add_header_widget(kind_);
    ticket_ = new Button(context_.themes, ButtonRole::Quiet, {}, this);
    add_action(ticket_);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Space::m, Space::s, Space::m, 0);
    rights_ = new Banner(context_.themes, this);
    rights_->setObjectName(QStringLiteral("rights"));
    strip->addWidget(rights_);
    body()->addLayout(strip);
    make_views();
    body()->addWidget(make_answers());
    connect(ticket_, &QPushButton::clicked, this, [this] { Q_EMIT ticketRequested(ticket_of(*entry_)); });
}

void ApprovalDetail::make_views()
{
    views_ = new QStackedWidget(this);
    refund_view_ = new RefundView(context_, views_);
    claim_view_ = new ClaimView(context_, views_);
    batch_view_ = new BatchDetail(context_, views_);
    for (QWidget *view : std::initializer_list<QWidget *>{refund_view_, claim_view_, batch_view_})
        views_->addWidget(view);
    body()->addWidget(views_, 1);
    connect(refund_view_, &RefundView::requestRead, this, &ApprovalDetail::dress_rights);
    connect(refund_view_, &RefundView::batchRequested, this, &ApprovalDetail::batchRequested);
    connect(claim_view_, &ClaimView::requestRead, this, &ApprovalDetail::dress_rights);
    connect(claim_view_, &ClaimView::dossierRead, this, &ApprovalDetail::take_dossier);
    connect(batch_view_, &BatchDetail::viewRead, this, &ApprovalDetail::dress_rights);
}

QWidget *ApprovalDetail::make_answers()
{
    answers_ = new QWidget(this);
    auto *column = new QVBoxLayout(answers_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *hairline = new QFrame(answers_);
    hairline->setProperty("role", QStringLiteral("separator"));
    hairline->setFixedHeight(1);
    column->addWidget(hairline);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::m, Space::s, Space::m, 3);
    row->setSpacing(Space::s);
    row->addStretch(1);
    send_back_ = new Button(context_.themes, ButtonRole::Secondary, tr("Send back…"), answers_);
    send_back_->setObjectName(QStringLiteral("send_back"));
    send_back_->set_key_hint(QStringLiteral("R"));
    row->addWidget(send_back_);
    approve_ = new Button(context_.themes, ButtonRole::Primary, {}, answers_);
    approve_->setObjectName(QStringLiteral("approve"));
    approve_->set_key_hint(QStringLiteral("A"));
    row->addWidget(approve_);
    column->addLayout(row);
    connect(approve_, &QPushButton::clicked, this, &ApprovalDetail::approveRequested);
    connect(send_back_, &QPushButton::clicked, this, &ApprovalDetail::sendBackRequested);
    return answers_;
}

void ApprovalDetail::show_entry(const ApprovalEntry &entry)
{
    if (entry_ && *entry_ == entry)
        return read_again();
    entry_ = entry;
    dress_head();
    // Whoever shows it reads it as well: what was read of it is told to dress_rights().
    if (const Refund *refund = entry.refund()) {
        views_->setCurrentWidget(refund_view_);
        refund_view_->show_refund(*refund);
    } else if (const Claim *claim = entry.claim()) {
        views_->setCurrentWidget(claim_view_);
        claim_view_->show_claim(*claim);
    } else {
        views_->setCurrentWidget(batch_view_);
        batch_view_->show_batch(*entry.batch());
    }
    dress_rights();
}

// The same request: its order may be another by now, and others may have approved.
void ApprovalDetail::read_again()
{
    if (entry_->refund())
        refund_view_->read_request();
    else if (entry_->claim())
        claim_view_->read_request();
    else
        batch_view_->read_again();
}

// The claim as it was read is the one that is approved.
void ApprovalDetail::take_dossier()
{
    if (!entry_ || !entry_->claim() || claim_view_->claim()->claim_no != entry_->claim()->claim_no)
        return;
    entry_->request = *claim_view_->claim();
    dress_rights();
}

std::optional<RequestFacts> ApprovalDetail::facts() const
{
    if (!entry_)
        return std::nullopt;
    if (entry_->batch())
        return batch_view_->facts();
    const auto &facts = entry_->refund() ? refund_view_->request() : claim_view_->request();
    const bool whole = entry_->refund() || claim_view_->dossier();
    return facts && facts->subject == subject_of(*entry_) && whole ? facts : std::nullopt;
}

void ApprovalDetail::dress_head()
{
    set_title(QString::fromStdString(subject_of(*entry_)));
    const bool waits = approval_of(*entry_) == ApprovalState::Waiting;
    const Tone tone = waits ? Tone::Warn : BatchWords::tone(*entry_->batch());
    kind_->set_state(tone, tone_shape(tone),
                     waits ? ApprovalWords::kind(*entry_) : BatchWords::state(*entry_->batch()));
    const TicketNo ticket = ticket_of(*entry_);
    ticket_->setVisible(!ticket.is_empty());
    ticket_->setText(tr("Open %1").arg(QString::fromStdString(ticket.text())));
    ticket_->updateGeometry();
}

void ApprovalDetail::dress_rights()
{
    if (!entry_)
        return;
    const bool waits = approval_of(*entry_) == ApprovalState::Waiting;
    answers_->setVisible(waits);
    rights_->setVisible(waits);
    if (!waits)
        return;
    const auto facts = this->facts();
    const Operator &person = context_.person;
    const QString hindrance = ApprovalWords::hindrance(*entry_, facts.value_or(RequestFacts{}), person, context_.format,
                                                       ExpiryWords::now(context_));
    approve_->setVisible(hindrance.isEmpty());
    // Everything that it rests on is read first.
    approve_->setEnabled(hindrance.isEmpty() && facts.has_value());
    approve_->setText(
        VoteWords::action(facts.value_or(RequestFacts{}).votes, ApprovalWords::decided(*entry_, context_.format)) +
        u'…');
    approve_->updateGeometry();
    send_back_->setVisible(person.approval_limit.has_value());
    answers_->setVisible(!approve_->isHidden() || !send_back_->isHidden());
    if (hindrance.isEmpty())
        rights_->set_message(Tone::Ok, ApprovalWords::permission(*entry_, person, context_.format));
    else
        rights_->set_message(Tone::Warn, hindrance);
}

}  // namespace aftercharge
