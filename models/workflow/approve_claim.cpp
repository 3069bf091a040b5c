// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/claim_limits.h"
#include "models/workflow/claim_steps.h"
#include "models/workflow/claims.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

Result<Claim> waiting_claim(UnitOfWork &unit, const ClaimNo &claim_no)
{
    auto claim = unit.claims().find(claim_no);
    if (claim && claim->approval != ApprovalState::Waiting)
        return fail(ErrorCode::ClaimAlreadyDecided, claim_no.text() + " is " + std::string(to_text(claim->approval)));
    return claim;
}

Result<void> check_approver(const Claim &claim, const Operator &approver, const Money &up_to)
{
    if (claim.requested_by == approver.name)
        return fail(ErrorCode::ClaimOwnRequest, claim.claim_no.text());
    if (claim.up_to != up_to)
        return fail(ErrorCode::ClaimChanged,
                    "up to " + claim.up_to.to_text() + " requested, " + up_to.to_text() + " approved");
    if (!within_limit(approver, claim.up_to))
        return fail(ErrorCode::ClaimExceedsLimit,
                    claim.up_to.to_text() + " above " +
                        (approver.approval_limit ? approver.approval_limit->to_text() : std::string("no limit")));
    return {};
}

}  // namespace

Result<Claim> approve_claim(Work &work, const ClaimNo &claim_no, const Money &up_to, const OperatorName &by)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto claim = waiting_claim(**unit, claim_no);
    if (!claim)
        return claim;
    const auto approver = permitted_operator((*unit)->registry(), by, Right::ApproveRefunds);
    if (!approver)
        return pass_on(approver);
    if (auto checked = check_approver(*claim, *approver, up_to); !checked)
        return pass_on(checked);
    if (auto approved = record_claim_approval(**unit, work, *claim, by); !approved)
        return pass_on(approved);
    const Actor actor = actor_of(by);
    if (auto back = move_claim_ticket(**unit, work, *claim, {TicketEvent::Answered}, actor,
                                      claim_no.text() + ": up to " + amount_text(up_to) + " approved");
        !back)
        return pass_on(back);
    if (auto sent = send_claim(**unit, work, *claim, actor); !sent)
        return pass_on(sent);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return claim;
}

Result<Claim> send_back_claim(Work &work, const ClaimNo &claim_no, const std::string &reason, const OperatorName &by)
{
    if (reason.empty())
        return fail(ErrorCode::InputInvalid, "a reason is needed");
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto claim = waiting_claim(**unit, claim_no);
    if (!claim)
        return claim;
    if (const auto person = permitted_operator((*unit)->registry(), by, Right::ApproveRefunds); !person)
        return pass_on(person);
    claim->approval = ApprovalState::SentBack;
    if (auto written = write_claim(**unit, work, *claim); !written)
        return pass_on(written);
    const Actor actor = actor_of(by);
    if (auto noted = audit(**unit, work, actor, "claim.send_back", "carrier_claim", claim_no.text(), reason); !noted)
        return pass_on(noted);
    if (auto moved = move_claim_ticket(**unit, work, *claim, {TicketEvent::Answered}, actor,
                                       claim_no.text() + " was sent back: " + reason);
        !moved)
        return pass_on(moved);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return claim;
}

}  // namespace aftercharge
