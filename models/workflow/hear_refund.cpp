// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/hear_gateway.h"

namespace aftercharge {
namespace {

using payment::RefundAnswer;
using payment::Standing;

constexpr auto entity = "payment_refund";

// What the intake works with, so that its steps are short.
struct Hearing {
    UnitOfWork &unit;
    Work &work;
    Refund &refund;
    const RefundAnswer &answer;
    bool verified;

    std::string heard() const
    {
        std::string text = "the gateway says " + std::string(to_text(answer.standing));
        if (!answer.words.empty())
            text += " (" + short_words(answer.words) + ")";
        return text + " of " + refund.refund_no.text() + ", which is " + std::string(to_text(refund.status));
    }
    Result<void> differ(DiscrepancyKind kind, const std::string &detail) const
    {
        return note_discrepancy(unit, work, kind, entity, refund.refund_no.text(), refund.order_no, refund.ticket_no,
                                detail);
    }
    Result<void> ask_by(UtcTime due) const
    {
        return arm_by(unit, work, EffectKind::AskRefund, refund.refund_no.text(), due);
    }
};

// Only what an approval covers and what was sent can be answered.
Result<bool> was_sent(const Hearing &hearing)
{
    const Refund &refund = hearing.refund;
    if (!goes_through_gateway(refund.kind) || refund.approval != ApprovalState::Approved)
        return false;
    if (refund.status != RefundStatus::Init)
        return true;
    const auto row = hearing.unit.outbox().find(EffectKind::SendRefund, refund.refund_no.text());
    if (!row)
        return pass_on(row);
    return *row && (*row)->sent_at.has_value();
}

// Another shop on the same account may count its refunds as we do.
Result<bool> is_of_our_payment(const Hearing &hearing)
{
    const auto &said = hearing.answer.payments;
    if (said.empty())
        return true;
    return hearing.unit.goods().payment(hearing.refund.order_no).map([&](const std::optional<PaymentOrder> &payment) {
        return payment && std::find(said.begin(), said.end(), payment->external_id) != said.end();
    });
}

// Its number at the gateway and its words, kept with whatever is written next.
void take_over(const Hearing &hearing)
{
    if (!hearing.answer.external_refund_id.empty())
        hearing.refund.external_refund_id = hearing.answer.external_refund_id;
    if (!hearing.answer.words.empty())
        hearing.refund.gateway_words = short_words(hearing.answer.words);
}

Result<void> write_refund(const Hearing &hearing, const Refund &before)
{
    if (hearing.refund == before)
        return {};
    if (auto updated = hearing.unit.refunds().update(hearing.refund); !updated)
        return updated;
    hearing.work.changes.rows.push_back(
        {ChangedTable::Refunds, hearing.refund.refund_no.text(), hearing.refund.version});
    return {};
}

// What a person reads on the ticket: the gateway's own words, or ours where it has none.
std::string words_or(const Hearing &hearing, const std::string &ours)
{
    return hearing.answer.words.empty() ? ours : short_words(hearing.answer.words);
}

// INIT, UNKNOWN, PENDING: the answer that is waited for.
Result<void> hear_awaited(const Hearing &hearing)
{
    const Refund before = hearing.refund;
    const UtcTime now = hearing.work.clock.now();
    Refund &refund = hearing.refund;
    take_over(hearing);
    switch (hearing.answer.standing) {
    case Standing::Pending:
        if (refund.status == RefundStatus::Pending)
            return write_refund(hearing, before);
        if (auto accepted = accept_goods_refund(hearing.unit, hearing.work, refund); !accepted)
            return accepted;
        return hearing.ask_by(now + settle_time);
    case Standing::Success:
        if (auto done = complete_goods_refund(hearing.unit, hearing.work, refund); !done)
            return done;
        return hearing.ask_by(now + look_again);
    case Standing::Fail:
        refund.repairable = hearing.answer.repairable;
        return end_goods_refund(hearing.unit, hearing.work, refund, RefundEvent::Failed,
                                words_or(hearing, "it failed at the gateway"));
    case Standing::Closed:
        return end_goods_refund(hearing.unit, hearing.work, refund, RefundEvent::Closed,
                                words_or(hearing, "the gateway closed it"));
    case Standing::Unknown:
        // What a webhook has told meanwhile is more than no answer.
        if (refund.status == RefundStatus::Init) {
            if (auto advanced = advance_refund(hearing.unit, hearing.work, refund, RefundEvent::NoAnswer); !advanced)
                return advanced;
            if (auto told = tell_ticket(hearing.unit, hearing.work, refund.ticket_no,
                                        "Refund " + refund.refund_no.text() + ": " +
                                            words_or(hearing, "no answer came") +
                                            ". Whether the refund happened is unknown; the program asks again before "
                                            "anything is sent again.",
                                        {});
                !told)
                return told;
            return hearing.ask_by(now + ask_soon);
        }
        return write_refund(hearing, before);
    default:
        refund = before;
        return {};
    }
}

// SUCCESS is not final at the gateways, but only their answer to our own question takes it back.
Result<void> hear_after_success(const Hearing &hearing)
{
    Refund &refund = hearing.refund;
    const UtcTime now = hearing.work.clock.now();
    switch (hearing.answer.standing) {
    case Standing::Fail:
    case Standing::Closed:
        break;
    case Standing::Pending:
        if (hearing.verified)
            return hearing.differ(DiscrepancyKind::GatewayContradicts, hearing.heard());
        return hearing.ask_by(now);  // an old message, perhaps
    default:
        return {};
    }
    if (!hearing.verified) {
        if (auto noted = hearing.differ(DiscrepancyKind::GatewayContradicts,
                                        hearing.heard() + "; nothing was changed, and the gateway is asked");
            !noted)
            return noted;
        return hearing.ask_by(now);
    }
    take_over(hearing);
    if (auto reversed = reverse_goods_refund(hearing.unit, hearing.work, refund,
                                             words_or(hearing, "the gateway took it back after it had succeeded"));
        !reversed)
        return reversed;
    return settle_discrepancy(hearing.unit, hearing.work, DiscrepancyKind::GatewayContradicts, entity,
                              refund.refund_no.text(), "asked, the gateway confirmed it: reversed");
}

// A FAIL that the gateway took up again. The money is promised anew, which the bounds may refuse.
Result<void> take_up_again(const Hearing &hearing)
{
    Refund &refund = hearing.refund;
    const Refund before = refund;
    const UtcTime now = hearing.work.clock.now();
    const bool success = hearing.answer.standing == Standing::Success;
    const Changes::Mark mark = hearing.work.changes.mark();
    take_over(hearing);
    refund.repairable = false;
    const auto taken = success ? complete_goods_refund(hearing.unit, hearing.work, refund, RefundEvent::VerifiedSuccess)
                               : accept_goods_refund(hearing.unit, hearing.work, refund, RefundEvent::VerifiedPending);
    if (taken)
        return hearing.ask_by(success ? now + look_again : now + settle_time);
    const ErrorCode code = taken.error().code;
    if (code != ErrorCode::RefundExceedsPaid && code != ErrorCode::UnitsNotLeft)
        return taken;
    hearing.work.changes.rewind(mark);
    refund = before;
    return hearing.differ(DiscrepancyKind::ExceedsPaid,
                          hearing.heard() + ", but the money is spoken for: " + taken.error().detail);
}

// A repair that led to the merchant's own account: there is nothing left to repair, a person pays.
Result<void> hear_closed_after_fail(const Hearing &hearing)
{
    const Refund before = hearing.refund;
    const std::string heard = hearing.heard();
    take_over(hearing);
    hearing.refund.repairable = false;
    if (auto written = write_refund(hearing, before); !written)
        return written;
    if (!before.repairable)
        return hearing.differ(DiscrepancyKind::GatewayContradicts, heard);
    return bring_up_ticket(hearing.unit, hearing.work, hearing.refund.ticket_no, heard, {});
}

Result<void> hear_after_fail(const Hearing &hearing)
{
    const Refund before = hearing.refund;
    switch (hearing.answer.standing) {
    case Standing::Success:
    case Standing::Pending:
        return hearing.verified ? take_up_again(hearing) : hearing.ask_by(hearing.work.clock.now());
    case Standing::Fail:
        take_over(hearing);
        hearing.refund.repairable = hearing.answer.repairable;
        return write_refund(hearing, before);
    case Standing::Closed:
        return hearing.verified ? hear_closed_after_fail(hearing)
                                : hearing.differ(DiscrepancyKind::GatewayContradicts, hearing.heard());
    default:
        return {};
    }
}

// CLOSED and REVERSED lead nowhere: what says otherwise is for a person.
Result<void> hear_after_end(const Hearing &hearing)
{
    const Standing standing = hearing.answer.standing;
    const bool is_reversed = hearing.refund.status == RefundStatus::Reversed;
    const bool contradicts = standing == Standing::Success || standing == Standing::Pending ||
                             (standing == Standing::Fail && !is_reversed);
    if (!contradicts)
        return {};
    // A push about a reversed refund may only be late; one about a closed refund is money that left.
    if (hearing.verified || !is_reversed) {
        if (auto noted = hearing.differ(DiscrepancyKind::GatewayContradicts, hearing.heard()); !noted)
            return noted;
    }
    return hearing.verified ? Result<void>{} : hearing.ask_by(hearing.work.clock.now());
}

}  // namespace

Result<void> hear_refund(UnitOfWork &unit, Work &work, Refund &refund, const payment::RefundAnswer &answer,
                         bool verified)
{
    const Hearing hearing{unit, work, refund, answer, verified};
    const bool says_where_it_stands = answer.standing == Standing::Pending || answer.standing == Standing::Success ||
                                      answer.standing == Standing::Fail || answer.standing == Standing::Closed;
    if (says_where_it_stands) {
        const auto sent = was_sent(hearing);
        if (!sent)
            return pass_on(sent);
        if (!*sent)
            return hearing.differ(DiscrepancyKind::NotInOurBooks, hearing.heard() + " and was never sent");
        const auto ours = is_of_our_payment(hearing);
        if (!ours)
            return pass_on(ours);
        if (!*ours)
            return hearing.differ(DiscrepancyKind::NotInOurBooks,
                                  hearing.heard() + ", but of payment " + answer.payments.front());
        const auto &known = refund.external_refund_id;
        if (!known.empty() && !answer.external_refund_id.empty() && known != answer.external_refund_id)
            return hearing.differ(DiscrepancyKind::GatewayContradicts,
                                  hearing.heard() + ", but as " + answer.external_refund_id + " instead of " + known);
        if (answer.amount && *answer.amount != refund.amount)
            return hearing.differ(DiscrepancyKind::AmountDiffers,
                                  hearing.heard() + ", but of " + answer.amount->to_text() + " " +
                                      std::string(answer.amount->currency().code()) + " instead of " +
                                      refund.amount.to_text() + " " + std::string(refund.amount.currency().code()));
    }
    switch (refund.status) {
    case RefundStatus::Init:
    case RefundStatus::Unknown:
    case RefundStatus::Pending:
        return hear_awaited(hearing);
    case RefundStatus::Success:
        return hear_after_success(hearing);
    case RefundStatus::Fail:
        return hear_after_fail(hearing);
    case RefundStatus::Closed:
    case RefundStatus::Reversed:
        return hear_after_end(hearing);
    }
    return {};
}

}  // namespace aftercharge
