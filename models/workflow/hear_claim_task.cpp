// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/claim_steps.h"
#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/hear_answer.h"
#include "models/workflow/hear_gateway.h"

namespace aftercharge {
namespace {

using carrier::ClaimAnswer;
using carrier::Outcome;

bool is_waited_for(ClaimState state)
{
    return state == ClaimState::Acknowledged || state == ClaimState::EvidenceRequested ||
           state == ClaimState::EvidenceSubmitted;
}

Result<void> ask_on(const HeardTask &heard, const Claim &claim)
{
    if (!is_waited_for(claim.state))
        return {};
    return arm(heard.unit, heard.work, EffectKind::AskClaim, claim.claim_no.text(),
               heard.now() + heard.answer.ask_again_after);
}

Result<void> hear_opened(const HeardTask &heard, Claim &claim, const ClaimAnswer &answer)
{
    switch (answer.outcome) {
    case Outcome::NotSent:
    case Outcome::Later:
        return heard.as_new(answer.words);
    case Outcome::Unknown:
    case Outcome::NotFound:
        // Whether the carrier has it is asked before it is ever sent again.
        if (auto ended = heard.done(answer.words); !ended)
            return ended;
        return arm_by(heard.unit, heard.work, EffectKind::AskOpenedClaim, heard.effect().key, heard.now() + ask_soon);
    case Outcome::ByHand:
        if (auto ended = heard.done(answer.words); !ended)
            return ended;
        return bring_up_ticket(heard.unit, heard.work, claim.ticket_no,
                               claim.claim_no.text() + ": to be opened with the carrier by hand", {});
    case Outcome::Done:
    case Outcome::Refused:
        break;
    }
    if (auto told = hear_claim(heard.unit, heard.work, claim, answer); !told)
        return told;
    if (auto ended = heard.done({}); !ended)
        return ended;
    return ask_on(heard, claim);
}

Result<void> hear_whether_opened(const HeardTask &heard, Claim &claim, const ClaimAnswer &answer)
{
    switch (answer.outcome) {
    case Outcome::NotSent:
    case Outcome::Later:
    case Outcome::Unknown:
    case Outcome::Refused:
    case Outcome::ByHand:
        return heard.ask_again(answer.words, heard.now() + heard.answer.ask_again_after);
    case Outcome::Done:
        if (auto told = hear_claim(heard.unit, heard.work, claim, answer); !told)
            return told;
        if (auto ended = heard.done({}); !ended)
            return ended;
        return ask_on(heard, claim);
    case Outcome::NotFound:
        break;
    }
    if (claim.state != ClaimState::Opened)
        return heard.done({});
    const auto sent = heard.unit.outbox().find(EffectKind::OpenClaim, heard.effect().key);
    if (!sent)
        return pass_on(sent);
    if (!*sent || !(*sent)->done_at)
        return heard.done("it is being sent");
    const UtcTime sure_from = (*sent)->sent_at.value_or(claim.opened_at) + settle_time;
    if (heard.now() < sure_from)
        return heard.ask_again("not there yet", sure_from);
    if (auto again = arm(heard.unit, heard.work, EffectKind::OpenClaim, heard.effect().key, heard.now()); !again)
        return again;
    return heard.done("not there: sent again");
}

int round_of(const std::string &key)
{
    const std::size_t dot = key.find('.');
    return dot == std::string::npos ? 1 : std::atoi(key.c_str() + dot + 1);
}

Result<void> mark_round(const HeardTask &heard, const Claim &claim)
{
    const auto files = heard.unit.claims().evidence(claim.claim_no);
    if (!files)
        return pass_on(files);
    for (const ClaimEvidence &file : *files) {
        if (file.round != round_of(heard.effect().key) || file.sent_at)
            continue;
        if (auto marked = heard.unit.claims().mark_sent(claim.claim_no, file.evidence_id, heard.now(), false); !marked)
            return marked;
    }
    return {};
}

// A person hands it in, or sees whether it arrived: nothing is sent twice on a guess.
Result<void> leave_to_hand(const HeardTask &heard, const Claim &claim, const std::string &word, const std::string &text)
{
    if (auto ended = heard.done(word.empty() ? text : word); !ended)
        return ended;
    return bring_up_ticket(heard.unit, heard.work, claim.ticket_no, claim.claim_no.text() + ": " + text, {});
}

Result<void> hear_evidence(const HeardTask &heard, Claim &claim, const ClaimAnswer &answer)
{
    const std::string why = answer.words.empty() ? std::string() : " (" + short_words(answer.words) + ")";
    switch (answer.outcome) {
    case Outcome::NotSent:
    case Outcome::Later:
        return heard.as_new(answer.words);
    case Outcome::Unknown:
        return leave_to_hand(heard, claim, answer.words,
                             "it is not known whether the evidence reached the carrier" + why +
                                 "; look there, then mark it as sent or hand it in by hand");
    case Outcome::ByHand:
        return leave_to_hand(heard, claim, answer.words,
                             "the evidence is to be sent to the carrier by hand, and marked as sent" + why);
    case Outcome::NotFound:
    case Outcome::Refused:
        return leave_to_hand(heard, claim, answer.words, "the carrier did not take the evidence" + why);
    case Outcome::Done:
        break;
    }
    if (auto marked = mark_round(heard, claim); !marked)
        return marked;
    if (auto ended = heard.done({}); !ended)
        return ended;
    if (claim.state == ClaimState::EvidenceRequested) {
        if (auto advanced = advance_claim(heard.unit, heard.work, claim, ClaimEvent::EvidenceSent,
                                          gateway_actor(CarrierProvider::Easypost), heard.effect().key);
            !advanced)
            return advanced;
    }
    return ask_on(heard, claim);
}

Result<void> hear_progress(const HeardTask &heard, Claim &claim, const ClaimAnswer &answer)
{
    if (answer.outcome == Outcome::NotFound && is_waited_for(claim.state)) {
        if (auto noted = note_discrepancy(heard.unit, heard.work, DiscrepancyKind::NotAtGateway, "carrier_claim",
                                          claim.claim_no.text(), claim.order_no, claim.ticket_no,
                                          "the carrier knows no " + claim.external_id + " of " + claim.claim_no.text());
            !noted)
            return noted;
        return heard.ask_again("not there", heard.now() + look_again);
    }
    if (auto told = hear_claim(heard.unit, heard.work, claim, answer); !told)
        return told;
    return is_waited_for(claim.state) ? heard.ask_again(answer.words, heard.now() + heard.answer.ask_again_after)
                                      : heard.done({});
}

// What cannot be sent at all is for a person, who would wait for it else.
Result<void> end_without_call(const HeardTask &heard, const Claim &claim)
{
    if (auto ended = heard.done(heard.task.problem); !ended)
        return ended;
    const bool was_to_be_opened = heard.effect().kind == EffectKind::OpenClaim && claim.state == ClaimState::Opened;
    if (!was_to_be_opened)
        return {};
    return bring_up_ticket(heard.unit, heard.work, claim.ticket_no,
                           claim.claim_no.text() + " could not be sent: " + heard.task.problem, {});
}

}  // namespace

Result<void> hear_claim_task(const HeardTask &heard)
{
    const auto number = ClaimNo::from_text(
        std::string_view(heard.effect().key).substr(0, heard.effect().key.find('.')));
    if (!number)
        return heard.done(to_line(number.error()));
    auto claim = heard.unit.claims().find(*number);
    if (!claim)
        return claim.error().code == ErrorCode::ClaimNotFound ? heard.done(to_line(claim.error())) : pass_on(claim);
    const auto *answer = std::get_if<ClaimAnswer>(&heard.answer.answer);
    if (!heard.task.problem.empty() || !answer)
        return end_without_call(heard, *claim);
    switch (heard.effect().kind) {
    case EffectKind::OpenClaim:
        return hear_opened(heard, *claim, *answer);
    case EffectKind::AskOpenedClaim:
        return hear_whether_opened(heard, *claim, *answer);
    case EffectKind::SubmitEvidence:
        return hear_evidence(heard, *claim, *answer);
    default:
        return hear_progress(heard, *claim, *answer);
    }
}

}  // namespace aftercharge
