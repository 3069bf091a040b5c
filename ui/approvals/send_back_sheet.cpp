// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/send_back_sheet.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"

namespace aftercharge {

SendBackSheet::SendBackSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), sentence_(make_label(LabelRole::Body, {}, this)),
      reason_(new QPlainTextEdit(this)), trouble_(new Banner(context.themes, this))
{
    sentence_->setWordWrap(true);
    body()->addWidget(sentence_);
    auto *caption = make_label(LabelRole::Caption, tr("Reason, for the requester"), this);
    caption->setBuddy(reason_);
    body()->addWidget(caption);
    reason_->setAccessibleName(tr("Reason, for the requester"));
    reason_->setTabChangesFocus(true);
    reason_->setFixedHeight(84);
    body()->addWidget(reason_);
    body()->addWidget(trouble_);
    set_primary(tr("Send back"));
    primary_button()->set_key_hint(QStringLiteral("Ctrl Enter"));
    connect(reason_, &QPlainTextEdit::textChanged, this,
            [this] { set_primary_enabled(!reason_->toPlainText().trimmed().isEmpty()); });
    connect(this, &Sheet::accepted, this, &SendBackSheet::send_back);
    for (const int enter : {int(Qt::Key_Return), int(Qt::Key_Enter)}) {
        auto *shortcut = new QShortcut(QKeySequence(int(Qt::CTRL) | enter), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] {
            if (primary_button()->isEnabled())
                primary_button()->click();
        });
    }
}

void SendBackSheet::ask(const ApprovalEntry &entry)
{
    asked_ = entry;
    set_title(tr("Send back"), QString::fromStdString(subject_of(entry)));
    const QString by = requester_of(entry).is_empty() ? tr("Whoever decides its claim")
                                                      : QString::fromStdString(requester_of(entry).text());
    if (entry.batch())
        sentence_->setText(
            tr("Nothing is paid for any of its sessions. %1 can ask again with another choice.").arg(by));
    else if (entry.claim())
        sentence_->setText(tr("Nothing goes to the carrier. %1 can open the claim again with another promise or "
                              "better evidence.")
                               .arg(by));
    else
        sentence_->setText(tr("Nothing is paid. %1 can ask again with another amount or a better basis.").arg(by));
    set_footer_note(entry.batch() ? tr("The batch is closed.")
                                  : tr("The request is closed; the ticket goes back to review."));
    reason_->clear();
    trouble_->hide();
    set_primary_enabled(false);
    open();
}

template<typename Row>
void SendBackSheet::answered(const Result<Row> &result)
{
    set_busy(false);
    if (result) {
        close_sheet();
        Q_EMIT sentBack(asked_);
        return;
    }
    trouble_->set_message(Tone::Bad, ErrorWords::sentence(result.error()));
    trouble_->show();
    set_panel_width(560);
    Q_EMIT refused();
}

void SendBackSheet::send_back()
{
    set_busy(true);
    const std::string reason = reason_->toPlainText().trimmed().toStdString();
    if (const Refund *refund = asked_.refund())
        context_.desk.send_back_refund(refund->refund_no, reason).then(this, [this](const Result<Refund> &result) {
            answered(result);
        });
    else if (const Claim *claim = asked_.claim())
        context_.goods.send_back_claim(claim->claim_no, reason).then(this, [this](const Result<Claim> &result) {
            answered(result);
        });
    else
        context_.approvals.send_back_batch(asked_.batch()->batch_no, reason)
            .then(this, [this](const Result<RefundBatch> &result) { answered(result); });
}

}  // namespace aftercharge
