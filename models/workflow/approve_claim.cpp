// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/approval_picture.h"
#include "models/workflow/approval_votes.h"
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

Result<void> approve(UnitOfWork &unit, Work &work, Claim &claim, const OperatorName &by)
{
    const Actor actor = actor_of(by);
    return record_claim_approval(unit, work, claim, by)
        .and_then([&] {
            return move_claim_ticket(unit, work, claim, {TicketEvent::Answered}, actor,
                                     claim.claim_no.text() + ": up to " + amount_text(claim.up_to) + " approved");
        })
        .and_then([&] { return send_claim(unit, work, claim, actor); });
}

// Written anew although nothing of it changes, as a refund is.
Result<void> keep_waiting(UnitOfWork &unit, Work &work, Claim &claim, const VoteCount &votes, const OperatorName &by)
{
    return write_claim(unit, work, claim).and_then([&] {
        return audit(unit, work, actor_of(by), "claim.vote", "carrier_claim", claim.claim_no.text(),
                     "up to " + amount_text(claim.up_to) + ", " + votes.text());
    });
}

// The system sends it back, and says so to who wanted to approve it.
tl::unexpected<Error> void_claim(UnitOfWork &unit, Work &work, Claim &claim, const std::string &what)
{
    const auto voided = return_claim(unit, work, claim, "void, changed since: " + what, {})
                            .and_then([&] {
                                return audit(unit, work, {}, "claim.void", "carrier_claim", claim.claim_no.text(),
                                             what);
                            })
                            .and_then([&] { return unit.commit(); });
    if (!voided)
        return pass_on(voided);
    work.changes.keep();
    return fail(ErrorCode::ApprovalVoided, claim.claim_no.text() + ": " + what);
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
    if (auto alive = check_alive((*unit)->approvals(), claim->opened_at, work.clock.now(), ErrorCode::ClaimExpired,
                                 claim_no.text());
        !alive)
        return pass_on(alive);
    const auto changes = changes_since(**unit, *claim);
    if (!changes)
        return pass_on(changes);
    if (!changes->empty())
        return void_claim(**unit, work, *claim, changes_text(*changes));
    const auto votes = cast_vote(**unit, {claim_no.text(), by, claim->amount, claim->up_to, work.clock.now()});
    if (!votes)
        return pass_on(votes);
    if (auto counted = votes->is_enough() ? approve(**unit, work, *claim, by)
                                          : keep_waiting(**unit, work, *claim, *votes, by);
        !counted)
        return pass_on(counted);
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
    const Actor actor = actor_of(by);
    if (auto returned = return_claim(**unit, work, *claim, reason, actor); !returned)
        return pass_on(returned);
    if (auto noted = audit(**unit, work, actor, "claim.send_back", "carrier_claim", claim_no.text(), reason); !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return claim;
}

}  // namespace aftercharge
