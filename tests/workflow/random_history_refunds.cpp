// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/confirm_settlement.h"
#include "tests/workflow/random_history.h"

namespace aftercharge {

OperatorName RandomHistory::somebody()
{
    static constexpr std::array names{"alice", "bob", "carol"};
    return an<OperatorName>(names[static_cast<std::size_t>(pick(0, 2))]);
}

std::int64_t RandomHistory::limit_of(const OperatorName &name) const
{
    return name.text() == "alice" ? 200 : name.text() == "bob" ? 800 : 50'000;
}

void RandomHistory::expect_code(const Result<Refund> &result, ErrorCode code, const std::string &shape)
{
    expect(!result && result.error().code == code,
           shape + ": " + (result ? std::string("done") : to_line(result.error())));
    ++shapes_[shape];
}

void RandomHistory::ask_refund()
{
    if (order_nos_.empty())
        return;
    const auto chosen = static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(order_nos_.size()) - 1));
    const LedgerOracle::Order &order = oracle_.orders[chosen];
    RefundDraft draft;
    draft.order_no = order_nos_[chosen];
    draft.kind = chance(30) ? RefundKind::Adjustment : RefundKind::Refund;
    draft.requested_by = somebody();
    const std::int64_t left = std::max<std::int64_t>(order.refundable(), 0);
    const std::int64_t amount = chance(20) ? left + pick(1, 50) : pick(1, std::max<std::int64_t>(left, 1));
    draft.amount = must(Money::from_minor(amount, must(Currency::from_code("CNY"))));
    const bool crashes = chance(15);
    // Without the engine around it the decision stands and its effect was not run: a crash between them.
    const auto result = crashes ? request_refund(rig_.engine().work(), draft)
                                : rig_.run([&](Work &work) { return request_refund(work, draft); });
    if (crashes) {
        rig_.restart();
        rig_.engine().tick();
    }
    if (!order.may_be_refunded())
        return expect_code(result, ErrorCode::StateNotAllowed, "refund of an unpaid order refused");
    if (amount > left)
        return expect_code(result, ErrorCode::RefundExceedsPaid, "refund above what is left refused");
    expect(result.has_value(), "a refund was refused");
    if (!result)
        return;
    oracle_.hold(chosen, amount);
    std::int64_t &alone = alone_[{chosen, draft.requested_by}];
    if (alone + amount <= limit_of(draft.requested_by)) {
        alone += amount;
        standing_[result->refund_no] = {chosen, Standing::Approved};
        oracle_.post(chosen, amount);
        decided_.push_back(*result);
        ++shapes_["refund within the limit"];
        shapes_["crash between decision and effect"] += crashes;
    } else {
        waiting_.push_back({*result, chosen, order.fee, order.owed, held_of(chosen)});
        standing_[result->refund_no] = {chosen, Standing::Waiting};
        ++shapes_["refund above the limit"];
        shapes_["limit used up in pieces"] += amount <= limit_of(draft.requested_by);
    }
}

// What holds a part of the order's payment.
std::set<RefundNo> RandomHistory::held_of(std::size_t order) const
{
    std::set<RefundNo> held;
    for (const auto &[refund_no, standing] : standing_) {
        if (standing.first == order && standing.second != Standing::SentBack)
            held.insert(refund_no);
    }
    return held;
}

// Whether the approver would see another picture than the requester did: another fee, a refund
// that went through meanwhile, one that is no more. What merely waits behind it is none.
bool RandomHistory::is_void(const Request &request) const
{
    const LedgerOracle::Order &order = oracle_.orders[request.order];
    if (order.fee != request.fee || order.owed != request.owed || !order.may_be_refunded())
        return true;
    for (const auto &[refund_no, standing] : standing_) {
        if (standing.first != request.order || refund_no == request.refund.refund_no)
            continue;
        const bool was_seen = request.seen.contains(refund_no);
        if (was_seen ? standing.second == Standing::SentBack : standing.second == Standing::Approved)
            return true;
    }
    return false;
}

void RandomHistory::decide_refund()
{
    if (waiting_.empty())
        return;
    const auto place = waiting_.begin() + pick(0, static_cast<std::int64_t>(waiting_.size()) - 1);
    const Request request = *place;
    const RefundNo refund_no = request.refund.refund_no;
    const Money amount = request.refund.amount;
    const OperatorName by = somebody();
    if (chance(25)) {
        must(rig_.run([&](Work &work) { return send_back_refund(work, refund_no, "why?", by); }));
        oracle_.release(request.order, amount.minor());
        standing_[refund_no].second = Standing::SentBack;
        decided_.push_back(request.refund);
        waiting_.erase(place);
        ++shapes_["refund sent back"];
        return;
    }
    const Money other = must(Money::from_minor(amount.minor() + 1, amount.currency()));
    const bool changed = chance(15);
    const auto result = rig_.run(
        [&](Work &work) { return approve_refund(work, refund_no, changed ? other : amount, by); });
    if (by == request.refund.requested_by)
        return expect_code(result, ErrorCode::RefundOwnRequest, "own request refused");
    if (changed)
        return expect_code(result, ErrorCode::RefundChanged, "changed amount refused");
    if (amount.minor() > limit_of(by))
        return expect_code(result, ErrorCode::RefundExceedsLimit, "approver's limit");
    const bool voided = is_void(request);
    decided_.push_back(request.refund);
    waiting_.erase(place);
    if (voided) {
        standing_[refund_no].second = Standing::SentBack;
        oracle_.release(request.order, amount.minor());
        return expect_code(result, ErrorCode::ApprovalVoided, "what changed is void");
    }
    expect(result.has_value(), "an approval was refused");
    standing_[refund_no].second = Standing::Approved;
    oracle_.post(request.order, amount.minor());
    ++shapes_["refund approved"];
}

void RandomHistory::decide_again()
{
    if (decided_.empty())
        return;
    const Refund &refund = decided_[static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(decided_.size()) - 1))];
    const auto result = rig_.run(
        [&](Work &work) { return approve_refund(work, refund.refund_no, refund.amount, an<OperatorName>("carol")); });
    expect_code(result, ErrorCode::RefundAlreadyDecided, "second decision refused");
}

// A person accepts a provisional fee.
void RandomHistory::confirm_fee()
{
    if (order_nos_.empty())
        return;
    auto chosen = static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(order_nos_.size()) - 1));
    for (std::size_t i = 0; i < oracle_.orders.size() && chance(80); ++i) {
        if (oracle_.orders[i].provisional)
            chosen = i;
    }
    const auto result = rig_.run(
        [&](Work &work) { return confirm_settlement(work, order_nos_[chosen], "looked at it", somebody()); });
    expect(result.has_value() == oracle_.orders[chosen].provisional, "a fee is confirmed or not");
    shapes_["fee confirmed"] += oracle_.orders[chosen].provisional;
    oracle_.orders[chosen].provisional = false;
}

}  // namespace aftercharge
