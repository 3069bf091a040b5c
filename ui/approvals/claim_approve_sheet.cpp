// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/claim_approve_sheet.h"

#include <QLabel>
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

}  // namespace

ClaimApproveSheet::ClaimApproveSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), sentence_(make_label(LabelRole::Body, {}, this)),
      basis_(make_label(LabelRole::Muted, {}, this)), trouble_(new Banner(context.themes, this))
{
    for (QLabel *label : {sentence_, basis_}) {
        label->setWordWrap(true);
        body()->addWidget(label);
    }
    body()->addWidget(trouble_);
    connect(this, &Sheet::accepted, this, &ClaimApproveSheet::approve);
}

void ClaimApproveSheet::ask(const ClaimDossier &dossier)
{
    claim_ = dossier.claim;
    const Format &format = context_.format;
    const QString up_to = format.money(claim_.up_to);
    set_title(tr("Approve claim"), text_of(claim_.claim_no.text()));
    sentence_->setText(tr("The claim goes to the carrier for %1. Of what it approves, up to %2 is refunded to the "
                          "customer at once, for parcel %3 of order %4, as %5 asked.")
                           .arg(format.money(claim_.amount), up_to, text_of(claim_.shipment_no.text()),
                                text_of(claim_.order_no.text()), text_of(claim_.requested_by.text())));
    basis_->setText(tr("The parcel's lines are still worth %1. Files of evidence: %2.")
                        .arg(format.money(dossier.lines_worth))
                        .arg(dossier.evidence.size()));
    trouble_->hide();
    set_footer_note(context_.person.approval_limit ? tr("Within your limit of %1. It covers one refund, never more.")
                                                         .arg(format.money(*context_.person.approval_limit))
                                                   : QString());
    set_primary(tr("Approve up to %1").arg(up_to));
    set_primary_enabled(true);
    set_busy(false);
    open();
    primary_button()->setFocus(Qt::OtherFocusReason);
}

void ClaimApproveSheet::say_changed()
{
    trouble_->set_message(Tone::Warn, tr("The claim was changed or decided meanwhile. Close this and look again."));
    trouble_->show();
    set_primary_enabled(false);
    set_panel_width(560);
}

void ClaimApproveSheet::approve()
{
    set_busy(true);
    context_.goods.approve_claim(claim_.claim_no, claim_.up_to).then(this, [this](const Result<Claim> &result) {
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

}  // namespace aftercharge
