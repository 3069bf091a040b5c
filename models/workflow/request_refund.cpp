// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/request_refund.h"

#include "models/workflow/approval_picture.h"
#include "models/workflow/approval_votes.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_bounds.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

Result<void> check_amount(UnitOfWork &unit, const ChargingOrder &order, const Money &amount)
{
    if (!amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, amount.to_text());
    if (order.state != OrderState::Payed && order.state != OrderState::AfterSales)
        return fail(ErrorCode::StateNotAllowed, "refund in " + std::string(to_text(order.state)));
    const auto refunds = unit.refunds().of_order(order.order_no);
    if (!refunds)
        return pass_on(refunds);
    const auto bounds = refund_bounds(order, *refunds);
    if (!bounds)
        return pass_on(bounds);
    const auto order_of = compare(amount, bounds->refundable);
    if (!order_of)
        return pass_on(order_of);
    if (*order_of > 0) {
        return fail(ErrorCode::RefundExceedsPaid, amount.to_text() + " asked, " + bounds->refundable.to_text() +
                                                      " left of " + bounds->paid.to_text());
    }
    return {};
}

Result<Refund> make_refund(UnitOfWork &unit, Work &work, const RefundDraft &draft, const ChargingOrder &order)
{
    auto refund = new_refund(unit, work);
    if (!refund)
        return refund;
    refund->kind = draft.kind;
    refund->order_no = order.order_no;
    refund->member_id = order.member_id;
    refund->ticket_no = draft.ticket_no;
    refund->amount = draft.amount;
    refund->reason_code = draft.reason_code;
    refund->note = draft.note;
    refund->basis = draft.basis;
    refund->requested_by = draft.requested_by;
    return refund;
}

Result<Refund> waiting_refund(UnitOfWork &unit, const RefundNo &refund_no)
{
    auto refund = unit.refunds().find(refund_no);
    if (refund && refund->approval != ApprovalState::Waiting)
        return fail(ErrorCode::RefundAlreadyDecided,
                    refund_no.text() + " is " + std::string(to_text(refund->approval)));
    return refund;
}

Result<void> check_approver(const Refund &refund, const Operator &approver, const Money &amount)
{
    if (refund.requested_by == approver.name)
        return fail(ErrorCode::RefundOwnRequest, refund.refund_no.text());
    if (refund.amount != amount)
        return fail(ErrorCode::RefundChanged,
                    refund.amount.to_text() + " requested, " + amount.to_text() + " approved");
    if (!within_limit(approver, refund.amount))
        return fail(ErrorCode::RefundExceedsLimit,
                    refund.amount.to_text() + " above " +
                        (approver.approval_limit ? approver.approval_limit->to_text() : std::string("no limit")));
    return {};
}

// What belongs to a batch is decided with it.
Result<void> check_single(UnitOfWork &unit, const RefundNo &refund_no)
{
    const auto batch_no = unit.approvals().batch_of(refund_no);
    if (!batch_no)
        return pass_on(batch_no);
    if (*batch_no)
        return fail(ErrorCode::RefundInBatch, refund_no.text() + " is decided with " + (*batch_no)->text());
    return {};
}

Result<void> approve(UnitOfWork &unit, Work &work, Refund &refund, const OperatorName &by)
{
    return record_approval(unit, work, refund, by, actor_of(by))
        .and_then([&] { return update_refund(unit, work, refund); })
        .and_then([&] { return move_refund_ticket(unit, work, refund, TicketEvent::PaymentSent, actor_of(by)); });
}

// Written anew although nothing of it changes: of two who vote at the same time the second one
// finds another version, votes again, and is counted.
Result<void> keep_waiting(UnitOfWork &unit, Work &work, Refund &refund, const VoteCount &votes, const OperatorName &by)
{
    return update_refund(unit, work, refund).and_then([&] {
        return audit(unit, work, actor_of(by), "refund.vote", "payment_refund", refund.refund_no.text(),
                     refund.amount.to_text() + " " + std::string(refund.amount.currency().code()) + ", " +
                         votes.text());
    });
}

// The system sends it back, and says so to who wanted to approve it.
tl::unexpected<Error> void_refund(UnitOfWork &unit, Work &work, Refund &refund, const std::string &what)
{
    const auto voided = return_refund(unit, work, refund, "void, changed since: " + what, {})
                            .and_then([&] {
                                return audit(unit, work, {}, "refund.void", "payment_refund", refund.refund_no.text(),
                                             what);
                            })
                            .and_then([&] { return unit.commit(); });
    if (!voided)
        return pass_on(voided);
    work.changes.keep();
    return fail(ErrorCode::ApprovalVoided, refund.refund_no.text() + ": " + what);
}

}  // namespace

Result<Refund> request_refund(Work &work, const RefundDraft &draft)
{
    if (is_of_goods(draft.kind))
        return fail(ErrorCode::InputInvalid, std::string(to_text(draft.kind)) + " is not of a charging order");
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto person = permitted_operator((*unit)->registry(), draft.requested_by, Right::DecideTickets);
    if (!person)
        return pass_on(person);
    const auto order = (*unit)->orders().find(draft.order_no);
    if (!order)
        return pass_on(order);
    if (auto checked = check_amount(**unit, *order, draft.amount); !checked)
        return pass_on(checked);
    if (auto checked = check_refund_ticket(**unit, draft.ticket_no, draft.order_no); !checked)
        return pass_on(checked);
    auto refund = make_refund(**unit, work, draft, *order);
    if (!refund)
        return refund;
    if (auto inserted = (*unit)->refunds().insert(*refund); !inserted)
        return pass_on(inserted);
    if (auto decided = decide_or_wait(**unit, work, *refund, *person); !decided)
        return pass_on(decided);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return refund;
}

Result<Refund> approve_refund(Work &work, const RefundNo &refund_no, const Money &amount, const OperatorName &by)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto refund = waiting_refund(**unit, refund_no);
    if (!refund)
        return refund;
    const auto approver = permitted_operator((*unit)->registry(), by, Right::ApproveRefunds);
    if (!approver)
        return pass_on(approver);
    if (auto checked = check_approver(*refund, *approver, amount); !checked)
        return pass_on(checked);
    if (auto single = check_single(**unit, refund_no); !single)
        return pass_on(single);
    if (auto alive = check_alive((*unit)->approvals(), refund->created_at, work.clock.now(), ErrorCode::RefundExpired,
                                 refund_no.text());
        !alive)
        return pass_on(alive);
    const auto changes = changes_since(**unit, *refund);
    if (!changes)
        return pass_on(changes);
    if (!changes->empty())
        return void_refund(**unit, work, *refund, changes_text(*changes));
    const auto votes = cast_vote(**unit, {refund_no.text(), by, refund->amount, refund->amount, work.clock.now()});
    if (!votes)
        return pass_on(votes);
    if (auto counted = votes->is_enough() ? approve(**unit, work, *refund, by)
                                          : keep_waiting(**unit, work, *refund, *votes, by);
        !counted)
        return pass_on(counted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return refund;
}

Result<Refund> send_back_refund(Work &work, const RefundNo &refund_no, const std::string &reason,
                                const OperatorName &by)
{
    if (reason.empty())
        return fail(ErrorCode::InputInvalid, "a reason is needed");
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto refund = waiting_refund(**unit, refund_no);
    if (!refund)
        return refund;
    if (const auto person = permitted_operator((*unit)->registry(), by, Right::ApproveRefunds); !person)
        return pass_on(person);
    if (auto single = check_single(**unit, refund_no); !single)
        return pass_on(single);
    if (auto returned = return_refund(**unit, work, *refund, reason, actor_of(by)); !returned)
        return pass_on(returned);
    if (auto noted = audit(**unit, work, actor_of(by), "refund.send_back", "payment_refund", refund_no.text(), reason);
        !noted)
        return pass_on(noted);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return refund;
}

}  // namespace aftercharge
