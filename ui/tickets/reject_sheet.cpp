// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/reject_sheet.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/common/desk_context.h"
#include "ui/common/labels.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

QStringList RejectSheet::templates(bool goods)
{
    if (goods)
        return {tr("The carrier has delivered the parcel and its record shows where."),
                tr("The parcel is on its way; please wait until it arrives, then write to us again."),
                tr("The goods were used, and the time for returning them is over."),
                tr("What you ask for was refunded or sent again before.")};
    return {tr("The readings of the charge point and the fee agree; nothing was billed beyond the energy delivered."),
            tr("The session was ended by the vehicle; the fee covers only what was charged until then."),
            tr("The amount frozen at the start was returned after the fee was taken; nothing more was kept."),
            tr("The time after charging was billed as parking, as the tariff says at the charge point.")};
}

RejectSheet::RejectSheet(DeskContext &context, const Ticket &ticket, bool goods, const Format &format, QWidget *page)
    : TicketSheet(context, page), ticket_(ticket), goods_(goods), format_(format),
      reason_(text_field(QStringLiteral("reason"), 84)), told_(make_label(LabelRole::Muted, {}))
{
    setObjectName(QStringLiteral("rejectSheet"));
    set_title(goods ? tr("Reject request") : tr("Reject complaint"), QString::fromStdString(ticket.ticket_no.text()));
    set_footer_note(tr("No money moves. The ticket can be reopened."));
    auto *about = make_label(
        LabelRole::Muted,
        tr("%1 · order %2").arg(TicketWords::title(ticket), QString::fromStdString(ticket.order_no.text())));
    about->setWordWrap(true);
    body()->addWidget(about);
    auto *choice = new QComboBox;
    choice->setObjectName(QStringLiteral("template"));
    choice->setMinimumContentsLength(24);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->addItem(tr("Own words"));
    choice->addItems(templates(goods));
    body()->addWidget(field(tr("Template"), choice));
    body()->addWidget(field(tr("Reason, as the customer will read it"), reason_));
    told_->setWordWrap(true);
    told_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    body()->addWidget(told_);
    finish_body();
    set_primary(goods ? tr("Reject request") : tr("Reject complaint"), true);
    connect(choice, &QComboBox::activated, this, [this, choice](int index) {
        if (index > 0)
            reason_->setPlainText(choice->itemText(index));
        reason_->setFocus();
    });
    connect(reason_, &QPlainTextEdit::textChanged, this, &RejectSheet::show_told);
    connect(this, &Sheet::accepted, this, [this] {
        set_busy(true);
        Q_EMIT reasonGiven(reason_->toPlainText().trimmed());
    });
    show_told();
}

void RejectSheet::show_told()
{
    const QString reason = reason_->toPlainText().trimmed();
    set_primary_enabled(!reason.isEmpty());
    if (reason.isEmpty()) {
        told_->setText(tr("A reason is needed: the customer is told why."));
        fit();
        return;
    }
    Notice notice;
    notice.kind = goods_ ? NoticeKind::RequestRejected : NoticeKind::ComplaintRejected;
    notice.values = {{"ticket_no", ticket_.ticket_no.text()}, {"reason", reason.toStdString()}};
    told_->setText(tr("The customer will be told: “%1”").arg(TicketWords::notice(notice, format_)));
    fit();
}

}  // namespace aftercharge
