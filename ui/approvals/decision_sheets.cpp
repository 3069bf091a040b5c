// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/decision_sheets.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QLabel *make_sentence(QWidget *parent)
{
    auto *label = make_label(LabelRole::Body, {}, parent);
    label->setWordWrap(true);
    return label;
}

}  // namespace

ApproveSheet::ApproveSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), sentence_(make_sentence(this)),
      trouble_(new Banner(context.themes, this))
{
    body()->addWidget(sentence_);
    body()->addWidget(trouble_);
    connect(this, &Sheet::accepted, this, &ApproveSheet::approve);
}

void ApproveSheet::ask(const Refund &refund)
{
    refund_ = refund;
    const QString amount = context_.format.money(refund.amount);
    set_title(refund.kind == RefundKind::Refund ? tr("Approve refund") : tr("Approve adjustment"),
              text_of(refund.refund_no.text()));
    sentence_->setText(tr("%1 goes back to the platform balance of member %2, for order %3, as %4 asked.")
                           .arg(amount, text_of(refund.member_id.text()), text_of(refund.order_no.text()),
                                text_of(refund.requested_by.text())));
    trouble_->hide();
    set_footer_note(context_.person.approval_limit ? tr("Within your limit of %1. It cannot be undone.")
                                                         .arg(context_.format.money(*context_.person.approval_limit))
                                                   : QString());
    set_primary(tr("Approve %1").arg(amount));
    set_primary_enabled(true);
    set_busy(false);
    open();
    primary_button()->setFocus(Qt::OtherFocusReason);
}

void ApproveSheet::say_changed()
{
    trouble_->set_message(Tone::Warn, tr("The request was changed or decided meanwhile. Close this and look again."));
    trouble_->show();
    set_primary_enabled(false);
    set_panel_width(560);
}

void ApproveSheet::approve()
{
    set_busy(true);
    context_.desk.approve_refund(refund_.refund_no, refund_.amount).then(this, [this](const Result<Refund> &result) {
        set_busy(false);
        if (result) {
            close_sheet();
            Q_EMIT approved(*result);
            return;
        }
        trouble_->set_message(Tone::Bad, ErrorWords::sentence(result.error()));
        trouble_->show();
        set_primary_enabled(result.error().code == ErrorCode::StoreInUse);
        set_panel_width(560);
        Q_EMIT refused();
    });
}

SendBackSheet::SendBackSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), sentence_(make_sentence(this)), reason_(new QPlainTextEdit(this)),
      trouble_(new Banner(context.themes, this))
{
    body()->addWidget(sentence_);
    auto *caption = make_label(LabelRole::Caption, tr("Reason, for the requester"), this);
    caption->setBuddy(reason_);
    body()->addWidget(caption);
    reason_->setAccessibleName(tr("Reason, for the requester"));
    reason_->setTabChangesFocus(true);
    reason_->setFixedHeight(84);
    body()->addWidget(reason_);
    body()->addWidget(trouble_);
    set_footer_note(tr("The request is closed; the ticket goes back to review."));
    set_primary(tr("Send back"));
    connect(reason_, &QPlainTextEdit::textChanged, this,
            [this] { set_primary_enabled(!reason_->toPlainText().trimmed().isEmpty()); });
    connect(this, &Sheet::accepted, this, &SendBackSheet::send_back);
}

void SendBackSheet::ask(const Refund &refund)
{
    refund_ = refund;
    set_title(tr("Send back"), text_of(refund.refund_no.text()));
    sentence_->setText(tr("Nothing is paid. %1 can ask again with another amount or a better basis.")
                           .arg(text_of(refund.requested_by.text())));
    reason_->clear();
    trouble_->hide();
    set_primary_enabled(false);
    open();
}

void SendBackSheet::send_back()
{
    set_busy(true);
    const std::string reason = reason_->toPlainText().trimmed().toStdString();
    context_.desk.send_back_refund(refund_.refund_no, reason).then(this, [this](const Result<Refund> &result) {
        set_busy(false);
        if (result) {
            close_sheet();
            Q_EMIT sentBack(*result);
            return;
        }
        trouble_->set_message(Tone::Bad, ErrorWords::sentence(result.error()));
        trouble_->show();
        set_panel_width(560);
    });
}

}  // namespace aftercharge
