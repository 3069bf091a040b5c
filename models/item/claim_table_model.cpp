// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/claim_table_model.h"

namespace aftercharge {

void ClaimTableModel::set_filter(const ClaimQuery &query)
{
    query_ = query;
    ask_anew();
}

QFuture<Result<Page<Claim>>> ClaimTableModel::ask_page(const PageRequest &request)
{
    ClaimQuery query = query_;
    query.page = request;
    return goods_.claims(query);
}

QVariant ClaimTableModel::look(const Claim &claim, int column, int role) const
{
    const Tone tone = claim_tone(claim);
    switch (role) {
    case CellRole::tone:
        return static_cast<int>(column == State ? tone : Tone::Neutral);
    case CellRole::chip_shape:
        return static_cast<int>(column == State ? tone_shape(tone) : ChipShape::None);
    case CellRole::muted:
        return column == Opened || column == Order ||
               (column == Waits && claim_wait(claim) != ClaimWait::Evidence &&
                claim_wait(claim) != ClaimWait::Decision);
    case CellRole::strong:
        return column == Waits &&
               (claim_wait(claim) == ClaimWait::Evidence || claim_wait(claim) == ClaimWait::Decision);
    default:
        return {};
    }
}

ClaimWait claim_wait(const Claim &claim)
{
    if (claim.approval == ApprovalState::Waiting)
        return ClaimWait::Approval;
    if (claim.approval == ApprovalState::SentBack)
        return ClaimWait::Nobody;
    switch (claim.state) {
    case ClaimState::EvidenceRequested:
        return ClaimWait::Evidence;
    case ClaimState::Approved:
    case ClaimState::ApprovedPartial:
        return claim.up_to.is_zero() ? ClaimWait::Decision : ClaimWait::Payment;
    case ClaimState::Denied:
        return ClaimWait::Decision;
    case ClaimState::Closed:
        return ClaimWait::Nobody;
    case ClaimState::Opened:
    case ClaimState::Acknowledged:
    case ClaimState::EvidenceSubmitted:
        break;
    }
    return ClaimWait::Carrier;
}

Tone claim_tone(const Claim &claim)
{
    if (claim.approval != ApprovalState::Approved)
        return claim.approval == ApprovalState::Waiting ? Tone::Warn : Tone::Neutral;
    switch (claim.state) {
    case ClaimState::EvidenceRequested:
        return Tone::Warn;
    case ClaimState::Approved:
    case ClaimState::ApprovedPartial:
        return Tone::Ok;
    case ClaimState::Denied:
        return Tone::Bad;
    case ClaimState::Closed:
        return Tone::Neutral;
    case ClaimState::Opened:
    case ClaimState::Acknowledged:
    case ClaimState::EvidenceSubmitted:
        break;
    }
    return Tone::Info;
}

}  // namespace aftercharge
