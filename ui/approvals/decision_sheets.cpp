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
    set_title(refund.kind == RefundKind::Adjustment ? tr("Approve adjustment")
              : refund.kind == RefundKind::Coupon   ? tr("Approve coupon")
                                                    : tr("Approve refund"),
              text_of(refund.refund_no.text()));
    sentence_->setText(sentence(refund, amount));
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

QString ApproveSheet::sentence(const Refund &refund, const QString &amount) const
{
    const QString order = text_of(refund.order_no.text());
    // A claim's own refund is asked for by the system.
    const QString by = refund.requested_by.is_empty() ? tr("the system") : text_of(refund.requested_by.text());
    switch (refund.kind) {
    case RefundKind::Refund:
    case RefundKind::Adjustment:
        return tr("%1 goes back to the platform balance of member %2, for order %3, as %4 asked.")
            .arg(amount, text_of(refund.member_id.text()), order, by);
    case RefundKind::GoodsRefund:
        if (refund.before_shipment)
            return tr("Every label of order %2 is cancelled; then %1 goes back through the payment gateway, as %3 "
                      "asked.")
                .arg(amount, order, by);
        return tr("%1 goes back through the payment gateway, for order %2, as %3 asked.").arg(amount, order, by);
    case RefundKind::PlatformCovers:
        return tr("The network covers %1 at its own cost, through the payment gateway, for order %2, as %3 asked.")
            .arg(amount, order, by);
    case RefundKind::Coupon:
        return tr("A coupon of %1 is issued for order %2, as %3 asked; no money goes back.").arg(amount, order, by);
    case RefundKind::ByHand:
        return tr("%1 for order %2 is booked as paid by hand, as %3 says.").arg(amount, order, by);
    }
    return {};
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
    asked_ = refund;
    ask(text_of(refund.refund_no.text()), refund.requested_by,
        tr("Nothing is paid. %1 can ask again with another amount or a better basis."));
}

void SendBackSheet::ask(const Claim &claim)
{
    asked_ = claim;
    ask(text_of(claim.claim_no.text()), claim.requested_by,
        tr("Nothing goes to the carrier. %1 can open the claim again with another promise or better evidence."));
}

void SendBackSheet::ask(const QString &number, const OperatorName &requested_by, const QString &what_stays)
{
    set_title(tr("Send back"), number);
    sentence_->setText(what_stays.arg(text_of(requested_by.text())));
    reason_->clear();
    trouble_->hide();
    set_primary_enabled(false);
    open();
}

void SendBackSheet::send_back()
{
    set_busy(true);
    const std::string reason = reason_->toPlainText().trimmed().toStdString();
    if (const auto *refund = std::get_if<Refund>(&asked_)) {
        context_.desk.send_back_refund(refund->refund_no, reason).then(this, [this](const Result<Refund> &result) {
            if (!result)
                return refuse(result.error());
            set_busy(false);
            close_sheet();
            Q_EMIT sentBack(*result);
        });
        return;
    }
    context_.goods.send_back_claim(std::get<Claim>(asked_).claim_no, reason)
        .then(this, [this](const Result<Claim> &result) {
            if (!result)
                return refuse(result.error());
            set_busy(false);
            close_sheet();
            Q_EMIT claimSentBack(*result);
        });
}

void SendBackSheet::refuse(const Error &error)
{
    set_busy(false);
    trouble_->set_message(Tone::Bad, ErrorWords::sentence(error));
    trouble_->show();
    set_panel_width(560);
}

}  // namespace aftercharge
