// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/workflow/claim_steps.h"
#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/hear_gateway.h"
#include "models/workflow/pay_claim.h"

namespace aftercharge {
namespace {

// The same request heard again so long after something was sent for it is a new one.
constexpr std::chrono::hours asks_anew_after{24};

struct Hearing {
    UnitOfWork &unit;
    Work &work;
    Claim &claim;
    const carrier::ClaimAnswer &answer;
    ClaimEvent event;
    Actor actor;

    std::string heard() const
    {
        std::string text = "the carrier says " + std::string(to_text(event)) + " of " + claim.claim_no.text() +
                           ", which is " + std::string(to_text(claim.state));
        return answer.words.empty() ? text : text + " (" + short_words(answer.words) + ")";
    }
    Result<void> differ(DiscrepancyKind kind, const std::string &detail) const
    {
        return note_discrepancy(unit, work, kind, "carrier_claim", claim.claim_no.text(), claim.order_no,
                                claim.ticket_no, detail);
    }
};

// The files of the first round went with the claim.
Result<void> mark_first_round(const Hearing &hearing)
{
    const auto files = hearing.unit.claims().evidence(hearing.claim.claim_no);
    if (!files)
        return pass_on(files);
    for (const ClaimEvidence &file : *files) {
        if (file.round != 1 || file.sent_at)
            continue;
        if (auto marked = hearing.unit.claims().mark_sent(hearing.claim.claim_no, file.evidence_id,
                                                          hearing.work.clock.now(), false);
            !marked)
            return marked;
    }
    return {};
}

Result<void> acknowledge(const Hearing &hearing)
{
    hearing.claim.external_id = hearing.answer.external_id;
    if (auto advanced = advance_claim(hearing.unit, hearing.work, hearing.claim, ClaimEvent::Acknowledged,
                                      hearing.actor, hearing.answer.external_id);
        !advanced)
        return advanced;
    if (auto marked = mark_first_round(hearing); !marked)
        return marked;
    if (auto told = tell_ticket(hearing.unit, hearing.work, hearing.claim.ticket_no,
                                hearing.claim.claim_no.text() + ": the carrier has it as " + hearing.answer.external_id,
                                hearing.actor);
        !told)
        return told;
    return arm_by(hearing.unit, hearing.work, EffectKind::AskClaim, hearing.claim.claim_no.text(),
                  hearing.work.clock.now() + settle_time);
}

// It looks at what it was sent: asking once more is a new request, in whatever words.
Result<void> go_on(const Hearing &hearing)
{
    if (hearing.claim.state != ClaimState::EvidenceSubmitted || hearing.claim.carrier_words.empty())
        return {};
    hearing.claim.carrier_words.clear();
    return write_claim(hearing.unit, hearing.work, hearing.claim);
}

// Whether this request is the one that was heard, or answered, already. The carrier's own time
// tells, which is cut to seconds; without it the same words do, for a while.
Result<bool> is_old_request(const Hearing &hearing)
{
    const bool same_words = short_words(hearing.answer.words) == hearing.claim.carrier_words;
    if (hearing.claim.state == ClaimState::EvidenceRequested)
        return same_words;
    if (hearing.claim.carrier_words.empty() && !hearing.answer.words.empty())
        return false;  // it was seen to look at what it had
    const auto files = hearing.unit.claims().evidence(hearing.claim.claim_no);
    if (!files)
        return pass_on(files);
    UtcTime last_sent{};
    for (const ClaimEvidence &file : *files)
        last_sent = std::max(last_sent, file.sent_at.value_or(UtcTime{}));
    if (hearing.answer.said_at)
        return *hearing.answer.said_at + std::chrono::seconds{1} <= last_sent;
    return same_words && hearing.work.clock.now() < last_sent + asks_anew_after;
}

Result<void> ask_for_evidence(const Hearing &hearing)
{
    Claim &claim = hearing.claim;
    if (claim.state != ClaimState::Acknowledged) {
        const auto old = is_old_request(hearing);
        if (!old || *old)
            return old ? Result<void>{} : pass_on(old);
    }
    claim.carrier_words = short_words(hearing.answer.words);
    const std::string text = claim.claim_no.text() + ": the carrier asks for evidence" +
                             (claim.carrier_words.empty() ? std::string() : ": " + claim.carrier_words);
    if (claim.state == ClaimState::EvidenceRequested) {
        if (auto written = write_claim(hearing.unit, hearing.work, claim); !written)
            return written;
        return tell_ticket(hearing.unit, hearing.work, claim.ticket_no, text, hearing.actor);
    }
    if (auto advanced = advance_claim(hearing.unit, hearing.work, claim, hearing.event, hearing.actor,
                                      claim.carrier_words);
        !advanced)
        return advanced;
    return bring_up_ticket(hearing.unit, hearing.work, claim.ticket_no, text, hearing.actor);
}

Result<void> approve(const Hearing &hearing)
{
    Claim &claim = hearing.claim;
    const auto &approved = hearing.answer.approved;
    if (!approved || !approved->is_positive() || approved->currency() != claim.amount.currency() ||
        approved->minor() > claim.amount.minor())
        return hearing.differ(DiscrepancyKind::AmountDiffers, hearing.heard() + ", with " +
                                                                  (approved ? amount_text(*approved) : "no amount") +
                                                                  " of " + amount_text(claim.amount));
    claim.approved = *approved;
    claim.carrier_words = short_words(hearing.answer.words);
    if (auto advanced = advance_claim(hearing.unit, hearing.work, claim, hearing.event, hearing.actor,
                                      amount_text(*approved));
        !advanced)
        return advanced;
    return pay_claim(hearing.unit, hearing.work, claim);
}

Result<void> deny(const Hearing &hearing)
{
    Claim &claim = hearing.claim;
    claim.carrier_words = short_words(hearing.answer.words);
    if (!hearing.answer.external_id.empty())
        claim.external_id = hearing.answer.external_id;
    if (auto advanced = advance_claim(hearing.unit, hearing.work, claim, ClaimEvent::Denied, hearing.actor,
                                      claim.carrier_words);
        !advanced)
        return advanced;
    if (auto told = bring_up_ticket(hearing.unit, hearing.work, claim.ticket_no,
                                    claim.claim_no.text() + ": the carrier denied it" +
                                        (claim.carrier_words.empty() ? std::string() : ": " + claim.carrier_words),
                                    hearing.actor);
        !told)
        return told;
    return notify_claim(hearing.unit, hearing.work, NoticeKind::ClaimDenied, claim, {{"reason", claim.carrier_words}});
}

bool is_decided(ClaimState state)
{
    return state == ClaimState::Approved || state == ClaimState::ApprovedPartial || state == ClaimState::Denied ||
           state == ClaimState::Closed;
}

// It has answered before; the same answer says nothing new.
Result<void> hear_again(const Hearing &hearing)
{
    const bool was_approved = hearing.claim.approved.has_value();
    switch (hearing.event) {
    case ClaimEvent::Approved:
    case ClaimEvent::ApprovedInPart:
        if (!was_approved)
            return hearing.differ(DiscrepancyKind::GatewayContradicts, hearing.heard());
        if (hearing.answer.approved && *hearing.answer.approved != *hearing.claim.approved)
            return hearing.differ(DiscrepancyKind::AmountDiffers,
                                  hearing.heard() + ", now with " + amount_text(*hearing.answer.approved) +
                                      " instead of " + amount_text(*hearing.claim.approved));
        return {};
    case ClaimEvent::Denied:
        return was_approved ? hearing.differ(DiscrepancyKind::GatewayContradicts, hearing.heard()) : Result<void>{};
    case ClaimEvent::AskedForEvidence:
        return hearing.differ(DiscrepancyKind::GatewayContradicts, hearing.heard());
    default:
        return {};
    }
}

Result<void> hear_event(const Hearing &hearing)
{
    if (is_decided(hearing.claim.state))
        return hear_again(hearing);
    switch (hearing.event) {
    case ClaimEvent::Acknowledged:
        return go_on(hearing);
    case ClaimEvent::AskedForEvidence:
        return ask_for_evidence(hearing);
    case ClaimEvent::Approved:
    case ClaimEvent::ApprovedInPart:
        // While evidence is owed there is no such row: it counts once that was handed in.
        if (!next_state(carrier_claim_table, hearing.claim.state, hearing.event))
            return hearing.differ(DiscrepancyKind::GatewayContradicts, hearing.heard());
        return approve(hearing);
    case ClaimEvent::Denied:
        return deny(hearing);
    case ClaimEvent::EvidenceSent:
    case ClaimEvent::Decided:
        break;  // ours to say
    }
    return {};
}

}  // namespace

Result<void> hear_claim(UnitOfWork &unit, Work &work, Claim &claim, const carrier::ClaimAnswer &answer)
{
    const auto shipment = unit.shipments().find(claim.shipment_no);
    if (!shipment)
        return pass_on(shipment);
    const bool refused = answer.outcome == carrier::Outcome::Refused && claim.state == ClaimState::Opened;
    if (answer.outcome != carrier::Outcome::Done && !refused)
        return {};
    const ClaimEvent event = refused ? ClaimEvent::Denied : answer.event.value_or(ClaimEvent::Acknowledged);
    const Hearing hearing{unit, work, claim, answer, event, gateway_actor(shipment->carrier)};
    if (claim.approval != ApprovalState::Approved)
        return hearing.differ(DiscrepancyKind::NotInOurBooks, hearing.heard() + " and was never sent");
    if (!claim.external_id.empty() && !answer.external_id.empty() && claim.external_id != answer.external_id)
        return hearing.differ(DiscrepancyKind::GatewayContradicts,
                              hearing.heard() + ", but as " + answer.external_id + " instead of " + claim.external_id);
    if (claim.state == ClaimState::Opened && event != ClaimEvent::Denied) {
        // Whatever it says first, it has the claim.
        if (auto acknowledged = acknowledge(hearing); !acknowledged)
            return acknowledged;
        if (event == ClaimEvent::Acknowledged)
            return {};
    }
    return hear_event(hearing);
}

}  // namespace aftercharge
