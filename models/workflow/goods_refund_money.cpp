// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/goods_refund_money.h"

#include <algorithm>

#include "models/workflow/refund_line.h"

namespace aftercharge {
namespace {

// The n-th id that follows from the refund's own: still a version 7 key, unlike any that chance makes.
// A promise has an odd one, its release the even one after it.
Uuid derived_id(const Refund &refund, int n)
{
    auto bytes = refund.transfer_id.bytes();
    bytes.back() = static_cast<std::uint8_t>(bytes.back() ^ n);
    return Uuid(bytes);
}

constexpr int most_promises = 100;

struct Promises {
    int made = 0;
    bool stands = false;  // the last one was not released
};

// A refund is promised again only after its promise was released.
Result<Promises> promises_of(UnitOfWork &unit, const Refund &refund)
{
    const auto transfers = unit.accounts().transfers(refund.order_no.text());
    if (!transfers)
        return pass_on(transfers);
    const auto has = [&](const Uuid &id) {
        return std::any_of(transfers->begin(), transfers->end(),
                           [&](const Transfer &transfer) { return transfer.transfer_id == id; });
    };
    Promises promises;
    while (promises.made < most_promises && has(derived_id(refund, 2 * promises.made + 1)))
        ++promises.made;
    promises.stands = promises.made > 0 && !has(derived_id(refund, 2 * promises.made));
    return promises;
}

Result<void> post(UnitOfWork &unit, Work &work, const Refund &refund, Transfer transfer)
{
    transfer.amount = refund.amount;
    transfer.reference = refund.order_no.text();
    transfer.at = work.clock.now();
    if (auto posted = unit.accounts().post(transfer); !posted)
        return pass_on(posted);
    return {};
}

Transfer movement(const Uuid &id, AccountKind debit, AccountKind credit, TransferKind kind, const Actor &actor)
{
    Transfer transfer;
    transfer.transfer_id = id;
    transfer.debit = AccountId::platform(debit);
    transfer.credit = AccountId::platform(credit);
    transfer.kind = kind;
    transfer.actor = actor;
    return transfer;
}

}  // namespace

Result<void> promise_refund(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor)
{
    const auto promises = promises_of(unit, refund);
    if (!promises)
        return pass_on(promises);
    if (promises->stands)
        return {};
    if (promises->made == most_promises)
        return fail(ErrorCode::StateNotAllowed, refund.refund_no.text() + " was promised too often");
    return post(unit, work, refund,
                movement(derived_id(refund, 2 * promises->made + 1), AccountKind::Revenue, AccountKind::RefundsPayable,
                         TransferKind::RefundPromised, actor));
}

Result<void> release_refund(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor)
{
    const auto promises = promises_of(unit, refund);
    if (!promises)
        return pass_on(promises);
    if (!promises->stands)
        return {};
    Transfer transfer = movement(derived_id(refund, 2 * promises->made), AccountKind::RefundsPayable,
                                 AccountKind::Revenue, TransferKind::RefundReleased, actor);
    transfer.corrects = derived_id(refund, 2 * promises->made - 1);
    return post(unit, work, refund, std::move(transfer));
}

Result<void> pay_refund(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor)
{
    const auto pay = [&](AccountKind to, TransferKind kind) {
        return post(unit, work, refund, movement(refund.transfer_id, AccountKind::RefundsPayable, to, kind, actor));
    };
    switch (refund.kind) {
    case RefundKind::GoodsRefund:
    case RefundKind::PlatformCovers:
        return pay(AccountKind::GatewayClearing, TransferKind::RefundPaid);
    case RefundKind::ByHand:
        return pay(AccountKind::Cash, TransferKind::RefundByHand);
    case RefundKind::Coupon:
        return pay(AccountKind::CouponsPayable, TransferKind::CouponIssued);
    case RefundKind::Refund:
    case RefundKind::Adjustment:
        break;
    }
    return fail(ErrorCode::Internal, refund.refund_no.text() + " is of a charging order");
}

Result<void> take_refund_back(UnitOfWork &unit, Work &work, const Refund &refund, const Actor &actor)
{
    if (!goes_through_gateway(refund.kind))
        return fail(ErrorCode::StateNotAllowed, "REVERSED of a " + std::string(to_text(refund.kind)));
    Transfer transfer = movement(derived_id(refund, 0xff), AccountKind::GatewayClearing, AccountKind::Revenue,
                                 TransferKind::RefundReversed, actor);
    transfer.corrects = refund.transfer_id;
    return post(unit, work, refund, std::move(transfer));
}

Result<void> check_can_hold_again(UnitOfWork &unit, const Refund &refund)
{
    // Also where the units have room for both: it was decided about once.
    const auto other = stand_in_of(unit, refund);
    if (!other)
        return pass_on(other);
    if (*other)
        return fail(ErrorCode::RefundExceedsPaid, (*other)->text() + " stands in for " + refund.refund_no.text());
    const auto wanted = unit.refunds().units(refund.refund_no);
    if (!wanted)
        return pass_on(wanted);
    const auto units = unit.goods().units(refund.order_no);
    if (!units)
        return pass_on(units);
    for (const RefundUnit &part : *wanted) {
        const auto found = std::find_if(units->begin(), units->end(), [&](const ItemUnit &one) {
            return one.order_item_id == part.order_item_id && one.unit == part.unit;
        });
        const std::string name = part.order_item_id.text() + " " + std::to_string(part.unit);
        if (found == units->end() || found->use == UnitUse::Replaced)
            return fail(ErrorCode::UnitsNotLeft, name + " is replaced");
        const auto left = subtract(found->share, found->refunded);
        if (!left)
            return pass_on(left);
        if (part.amount.minor() > left->minor()) {
            return fail(ErrorCode::RefundExceedsPaid,
                        name + ": " + part.amount.to_text() + " again, " + left->to_text() + " left");
        }
    }
    return {};
}

}  // namespace aftercharge
