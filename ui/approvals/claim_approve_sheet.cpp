// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/claim_approve_sheet.h"

#include "ui/common/difference_view.h"
#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

}  // namespace

ClaimApproveSheet::ClaimApproveSheet(DeskContext &context, QWidget *page) : DecisionSheet(context, page)
{
    connect(this, &Sheet::accepted, this, &ClaimApproveSheet::approve);
}

void ClaimApproveSheet::ask(const ClaimDossier &dossier, const VoteCase &votes)
{
    claim_ = dossier.claim;
    const Format &format = context_.format;
    const QString up_to = format.money(claim_.up_to);
    const QString promise = tr("The claim goes to the carrier for %1. Of what it approves, up to %2 is refunded to the "
                               "customer at once, for parcel %3 of order %4, as %5 asked.")
                                .arg(format.money(claim_.amount), up_to, text_of(claim_.shipment_no.text()),
                                     text_of(claim_.order_no.text()), text_of(claim_.requested_by.text()));
    const QString basis = tr("The parcel's lines are still worth %1. Files of evidence: %2.")
                              .arg(format.money(dossier.lines_worth))
                              .arg(dossier.evidence.size());
    begin(tr("Approve claim"), text_of(claim_.claim_no.text()), promise + u'\n' + basis, votes,
          tr("Approve up to %1").arg(up_to));
    if (const auto &limit = context_.person.approval_limit)
        set_footer_note(tr("Within your limit of %1. It covers one refund, never more.").arg(format.money(*limit)));
}

void ClaimApproveSheet::read_differences()
{
    context_.goods.claim(claim_.claim_no).then(this, [this, asked = claim_](const Result<ClaimDossier> &dossier) {
        if (!dossier || !is_open() || claim_ != asked)
            return;
        const Claim &now = dossier->claim;
        const Format &format = context_.format;
        QList<DifferenceRow> rows;
        if (now.amount != asked.amount)
            rows.append({tr("Asked of the carrier"), format.money(asked.amount), format.money(now.amount)});
        if (now.up_to != asked.up_to)
            rows.append({tr("Promised to the customer"), format.money(asked.up_to), format.money(now.up_to)});
        if (now.approval != asked.approval)
            rows.append(
                {tr("Decision"), EnumWords::approval_state(asked.approval), EnumWords::approval_state(now.approval)});
        if (!now.approved_by.is_empty() && now.approved_by != asked.approved_by)
            rows.append({tr("Decided by"), {}, text_of(now.approved_by.text())});
        show_differences(rows);
    });
}

void ClaimApproveSheet::approve()
{
    set_busy(true);
    context_.goods.approve_claim(claim_.claim_no, claim_.up_to).then(this, [this](const Result<Claim> &result) {
        if (!result)
            return refuse(result.error());
        set_busy(false);
        close_sheet();
        Q_EMIT approved(*result, votes_);
    });
}

}  // namespace aftercharge
