// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/claim_evidence_sheet.h"

#include <algorithm>

#include <QLabel>

#include "ui/common/banner.h"
#include "ui/common/desk_context.h"
#include "ui/common/labels.h"
#include "ui/tickets/evidence_box.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

std::vector<Evidence> without(const std::vector<Evidence> &had, const std::vector<ClaimEvidence> &taken)
{
    std::vector<Evidence> rest;
    std::copy_if(had.begin(), had.end(), std::back_inserter(rest), [&](const Evidence &file) {
        return std::none_of(taken.begin(), taken.end(),
                            [&](const ClaimEvidence &row) { return row.evidence_id == file.id; });
    });
    return rest;
}

}  // namespace

ClaimEvidenceSheet::ClaimEvidenceSheet(DeskContext &context, const ClaimDossier &claim,
                                       const std::vector<Evidence> &had, const Format &format, QWidget *page)
    : GoodsSheet(context, format, 600, page), claim_(claim.claim),
      evidence_(new EvidenceBox(context.themes, without(had, claim.evidence), format))
{
    setObjectName(QStringLiteral("claimEvidenceSheet"));
    set_title(tr("Submit evidence"), text_of(claim_.claim_no.text()));
    set_footer_note(tr("Evidence is kept as it is and never changed."));
    add_words(
        tr("Parcel %1 · %2 asked of the carrier").arg(text_of(claim_.shipment_no.text()), format.money(claim_.amount)));
    auto *words = new Banner(context.themes);
    words->setObjectName(QStringLiteral("carrierWords"));
    words->set_message(Tone::Warn, claim_.carrier_words.empty()
                                       ? tr("The carrier asks for more evidence and does not say which.")
                                       : tr("The carrier: “%1”").arg(text_of(claim_.carrier_words)));
    content()->addWidget(words);
    content()->addWidget(field(tr("Evidence"), evidence_));
    finish_body();
    connect(evidence_, &EvidenceBox::changed, this, &ClaimEvidenceSheet::show_state);
    connect(evidence_, &EvidenceBox::resized, this, [this] { refit(); });
    connect(this, &Sheet::accepted, this, &ClaimEvidenceSheet::send);
    show_state();
}

void ClaimEvidenceSheet::show_state()
{
    const int count = static_cast<int>(evidence_->count());
    set_primary(count == 1   ? tr("Submit 1 file")
                : count == 0 ? tr("Submit evidence")
                             : tr("Submit %1 files").arg(count));
    set_primary_enabled(count > 0);
    refit();
}

void ClaimEvidenceSheet::send()
{
    set_busy(true);
    context_.goods.add_claim_evidence(claim_.claim_no, evidence_->files(), evidence_->ticked())
        .then(this, [this](const Result<Claim> &claim) {
            if (!claim)
                return refuse_with(claim.error());
            Q_EMIT finished(tr("Evidence for %1 is handed in").arg(text_of(claim_.claim_no.text())));
        });
}

EvidenceSentSheet::EvidenceSentSheet(DeskContext &context, const ClaimDossier &claim, const Format &format,
                                     QWidget *page)
    : GoodsSheet(context, format, 520, page), claim_(claim.claim)
{
    setObjectName(QStringLiteral("evidenceSentSheet"));
    set_title(tr("Mark as sent by hand"), text_of(claim_.claim_no.text()));
    set_footer_note(tr("The claim waits for the carrier again."));
    add_words(tr("The carrier's interface does not take files for a claim that is open. Send them by its web form or "
                 "e-mail, then say so here."));
    int waiting = 0;
    for (const ClaimEvidence &row : claim.evidence) {
        if (row.sent_at)
            continue;
        const auto file = std::find_if(claim.files.begin(), claim.files.end(),
                                       [&](const Evidence &one) { return one.id == row.evidence_id; });
        if (file == claim.files.end())
            continue;
        content()->addWidget(
            make_label(LabelRole::Body, tr("%1 · %2 · %3")
                                            .arg(text_of(file->name), TicketWords::size(file->size_bytes, format),
                                                 GoodsWords::short_hash(row.sha256))));
        ++waiting;
    }
    finish_body();
    set_primary(waiting == 1 ? tr("I have sent this file") : tr("I have sent these %1 files").arg(waiting));
    if (waiting == 0) {
        set_primary(tr("Mark as sent by hand"));
        show_refusal(tr("No file of this claim waits to be sent. Submit evidence first."));
    }
    connect(this, &Sheet::accepted, this, &EvidenceSentSheet::send);
}

void EvidenceSentSheet::send()
{
    set_busy(true);
    context_.goods.mark_evidence_sent(claim_.claim_no).then(this, [this](const Result<Claim> &claim) {
        if (!claim)
            return refuse_with(claim.error());
        Q_EMIT finished(tr("%1: evidence marked as sent").arg(text_of(claim_.claim_no.text())));
    });
}

}  // namespace aftercharge
