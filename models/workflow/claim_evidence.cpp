// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/workflow/claim_steps.h"
#include "models/workflow/claims.h"
#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

Result<Claim> claim_that_asks(UnitOfWork &unit, const ClaimNo &claim_no)
{
    auto claim = unit.claims().find(claim_no);
    if (claim && claim->state != ClaimState::EvidenceRequested)
        return fail(ErrorCode::StateNotAllowed,
                    "evidence in " + std::string(to_text(claim->state)) + ": nothing is asked for");
    return claim;
}

std::string round_key(const ClaimNo &claim_no, int round)
{
    return claim_no.text() + "." + std::to_string(round);
}

// Handed in by a person: a round that is still to be sent is not sent as well.
Result<void> mark_rounds(UnitOfWork &unit, Work &work, const ClaimNo &claim_no)
{
    const auto files = unit.claims().evidence(claim_no);
    if (!files)
        return pass_on(files);
    bool any = false;
    for (const ClaimEvidence &file : *files) {
        if (file.sent_at)
            continue;
        any = true;
        const std::string key = round_key(claim_no, file.round);
        const auto row = unit.outbox().find(EffectKind::SubmitEvidence, key);
        if (!row)
            return pass_on(row);
        if (*row && !(*row)->done_at && (*row)->sent_at)
            return fail(ErrorCode::StateNotAllowed, key + " is being sent");
        if (auto ended = end_row(unit, work, EffectKind::SubmitEvidence, key, "sent by hand"); !ended)
            return ended;
        if (auto marked = unit.claims().mark_sent(claim_no, file.evidence_id, work.clock.now(), true); !marked)
            return marked;
    }
    return any ? Result<void>{} : fail(ErrorCode::EvidenceMissing, claim_no.text());
}

}  // namespace

Result<Claim> add_claim_evidence(Work &work, const ClaimNo &claim_no, const std::vector<EvidenceFile> &files,
                                 const std::vector<Uuid> &evidence_ids, const OperatorName &by)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (const auto person = permitted_operator((*unit)->registry(), by, Right::DecideTickets); !person)
        return pass_on(person);
    auto claim = claim_that_asks(**unit, claim_no);
    if (!claim)
        return claim;
    const auto before = (*unit)->claims().evidence(claim_no);
    if (!before)
        return pass_on(before);
    int round = 2;
    for (const ClaimEvidence &file : *before)
        round = std::max(round, file.round + 1);
    if (auto added = add_round(**unit, work, *claim, round, files, evidence_ids); !added)
        return pass_on(added);
    if (auto armed = arm(**unit, work, EffectKind::SubmitEvidence, round_key(claim_no, round), work.clock.now());
        !armed)
        return pass_on(armed);
    const Actor actor = actor_of(by);
    const std::string what = std::to_string(files.size() + evidence_ids.size()) + " file(s) for round " +
                             std::to_string(round);
    if (auto noted = audit(**unit, work, actor, "claim.evidence", "carrier_claim", claim_no.text(), what); !noted)
        return pass_on(noted);
    if (auto moved = move_claim_ticket(**unit, work, *claim, {TicketEvent::Taken, TicketEvent::AskedCarrier}, actor,
                                       claim_no.text() + ": " + what);
        !moved)
        return pass_on(moved);
    work.changes.rows.push_back({ChangedTable::Claims, claim_no.text(), claim->version});
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return claim;
}

Result<Claim> mark_evidence_sent(Work &work, const ClaimNo &claim_no, const OperatorName &by)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (const auto person = permitted_operator((*unit)->registry(), by, Right::DecideTickets); !person)
        return pass_on(person);
    auto claim = claim_that_asks(**unit, claim_no);
    if (!claim)
        return claim;
    if (auto marked = mark_rounds(**unit, work, claim_no); !marked)
        return pass_on(marked);
    const Actor actor = actor_of(by);
    if (auto advanced = advance_claim(**unit, work, *claim, ClaimEvent::EvidenceSent, {Source::Manual, by.text()},
                                      "sent by hand");
        !advanced)
        return pass_on(advanced);
    if (auto noted = audit(**unit, work, actor, "claim.evidence_sent", "carrier_claim", claim_no.text(), "by hand");
        !noted)
        return pass_on(noted);
    if (auto moved = move_claim_ticket(**unit, work, *claim, {TicketEvent::Taken, TicketEvent::AskedCarrier}, actor,
                                       claim_no.text() + ": evidence sent by hand");
        !moved)
        return pass_on(moved);
    if (auto armed = arm_by(**unit, work, EffectKind::AskClaim, claim_no.text(), work.clock.now() + settle_time);
        !armed)
        return pass_on(armed);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return claim;
}

}  // namespace aftercharge
