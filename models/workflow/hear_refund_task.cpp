// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/hear_answer.h"
#include "models/workflow/hear_gateway.h"

namespace aftercharge {
namespace {

using payment::RefundAnswer;
using payment::Standing;

bool is_under_way(RefundStatus status)
{
    return status == RefundStatus::Init || status == RefundStatus::Unknown || status == RefundStatus::Pending;
}

// Nobody heard what became of it, or it reads as if nothing had: ask, soon.
Result<void> hear_nothing(const HeardTask &heard, Refund &refund, const RefundAnswer &answer)
{
    if (heard.effect().kind == EffectKind::SendRefund) {
        RefundAnswer unknown = answer;
        unknown.standing = Standing::Unknown;
        if (auto told = hear_refund(heard.unit, heard.work, refund, unknown, false); !told)
            return told;
    }
    if (auto ended = heard.done(answer.words); !ended)
        return ended;
    return arm_by(heard.unit, heard.work, EffectKind::AskRefund, refund.refund_no.text(), heard.now() + ask_soon);
}

// There is nothing to carry out: mostly because it was answered on another way meanwhile. One that
// cannot be sent, and never was (or, in doubt, turned out not to be there), goes back to a person
// like one that the gateway closed.
Result<void> end_without_call(const HeardTask &heard, Refund &refund)
{
    const std::string &problem = heard.task.problem;
    const bool is_to_go = refund.status == RefundStatus::Init || refund.status == RefundStatus::Unknown;
    const bool never_sent = heard.effect().kind == EffectKind::SendRefund && is_to_go &&
                            refund.approval == ApprovalState::Approved && goes_through_gateway(refund.kind);
    if (never_sent && heard.task.ask_only) {
        RefundAnswer unknown;
        unknown.words = problem;
        return hear_nothing(heard, refund, unknown);
    }
    if (auto ended = heard.done(problem); !ended)
        return ended;
    if (!never_sent)
        return {};
    refund.gateway_words = short_words(problem);
    return end_goods_refund(heard.unit, heard.work, refund, RefundEvent::Closed, "it could not be sent: " + problem);
}

Result<void> hear_sent(const HeardTask &heard, Refund &refund, const RefundAnswer &answer)
{
    switch (answer.standing) {
    case Standing::NotSent:
    case Standing::Later:
        return heard.as_new(answer.words);
    case Standing::Unknown:
    case Standing::NotFound:
        return hear_nothing(heard, refund, answer);
    default:
        break;
    }
    // A reply may be older than what a webhook said meanwhile; that of a repair is about a FAIL.
    const bool is_repair = heard.effect().kind == EffectKind::RepairRefund;
    const bool is_last_word = is_repair && refund.version == heard.task.refund_version;
    if (auto told = hear_refund(heard.unit, heard.work, refund, answer, is_last_word); !told)
        return told;
    if (auto ended = heard.done({}); !ended)
        return ended;
    if (is_repair && answer.standing == Standing::Fail)
        return bring_up_ticket(heard.unit, heard.work, refund.ticket_no,
                               "Refund " + refund.refund_no.text() + " could not be repaired: " + answer.words,
                               heard.effect().actor);
    if (!is_under_way(refund.status))
        return {};
    return arm(heard.unit, heard.work, EffectKind::AskRefund, refund.refund_no.text(),
               heard.now() + heard.answer.ask_again_after);
}

// The gateway, asked, has no such number.
Result<void> hear_not_there(const HeardTask &heard, const Refund &refund)
{
    if (refund.status == RefundStatus::Pending || refund.status == RefundStatus::Success) {
        if (auto noted = note_discrepancy(heard.unit, heard.work, DiscrepancyKind::NotAtGateway, "payment_refund",
                                          refund.refund_no.text(), refund.order_no, refund.ticket_no,
                                          "the gateway knows no " + refund.refund_no.text() + ", which is " +
                                              std::string(to_text(refund.status)));
            !noted)
            return noted;
        return heard.ask_again("not there", heard.now() + look_again);
    }
    if (refund.status != RefundStatus::Unknown && refund.status != RefundStatus::Init)
        return heard.done("not there");
    const auto sent = heard.unit.outbox().find(EffectKind::SendRefund, refund.refund_no.text());
    if (!sent)
        return pass_on(sent);
    if (!*sent || !(*sent)->done_at)
        return heard.done("it is being sent");
    const UtcTime sure_from = (*sent)->sent_at.value_or(refund.created_at) + settle_time;
    if (heard.now() < sure_from)
        return heard.ask_again("not there yet", sure_from);
    if (auto again = arm(heard.unit, heard.work, EffectKind::SendRefund, refund.refund_no.text(), heard.now()); !again)
        return again;
    return heard.done("not there: sent again under the same number");
}

// When it is asked again, by where it stands now.
Result<void> ask_on(const HeardTask &heard, const Refund &refund, const std::string &word)
{
    if (is_under_way(refund.status))
        return heard.ask_again(word, heard.now() + heard.answer.ask_again_after);
    if (refund.status == RefundStatus::Success && refund.posted_at &&
        heard.now() + look_again <= *refund.posted_at + reversal_watch)
        return heard.ask_again(word, heard.now() + look_again);
    return heard.done(word);
}

Result<void> hear_question(const HeardTask &heard, Refund &refund, const RefundAnswer &answer)
{
    switch (answer.standing) {
    case Standing::NotFound:
        return hear_not_there(heard, refund);
    case Standing::NotSent:
    case Standing::Later:
    case Standing::Unknown:
        return heard.ask_again(answer.words, heard.now() + heard.answer.ask_again_after);
    default:
        break;
    }
    // Older than what was heard meanwhile: taken for the last word it could undo it.
    if (refund.version != heard.task.refund_version)
        return heard.ask_again("it changed while it was asked about", heard.now() + ask_soon);
    if (auto told = hear_refund(heard.unit, heard.work, refund, answer, true); !told)
        return told;
    return ask_on(heard, refund, {});
}

}  // namespace

Result<void> hear_refund_task(const HeardTask &heard)
{
    const auto number = RefundNo::from_text(heard.effect().key);
    if (!number)
        return heard.done(to_line(number.error()));
    auto refund = heard.unit.refunds().find(*number);
    if (!refund)
        return refund.error().code == ErrorCode::RefundNotFound ? heard.done(to_line(refund.error())) : pass_on(refund);
    const auto *answer = std::get_if<RefundAnswer>(&heard.answer.answer);
    if (!heard.task.problem.empty() || !answer)
        return end_without_call(heard, *refund);
    return heard.effect().kind == EffectKind::AskRefund ? hear_question(heard, *refund, *answer)
                                                        : hear_sent(heard, *refund, *answer);
}

}  // namespace aftercharge
