// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/pay_claim.h"

#include "models/workflow/claim_steps.h"
#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/ledger_steps.h"

namespace aftercharge {
namespace {

std::string basis_of(const Claim &claim, const Money &share, const Money &left)
{
    return "approved by the carrier for " + claim.claim_no.text() + ": " + amount_text(*claim.approved) +
           "\nremains of the parcel's lines: " + amount_text(left) +
           "\npromised to the customer up to: " + amount_text(claim.up_to) + "\nrefund: " + amount_text(share);
}

Result<void> ask_for_decision(UnitOfWork &unit, Work &work, const Claim &claim, const std::string &why)
{
    return bring_up_ticket(unit, work, claim.ticket_no,
                           claim.claim_no.text() + ": the carrier pays " + amount_text(*claim.approved) + "; " + why,
                           {});
}

Result<void> refund_share(UnitOfWork &unit, Work &work, const Claim &claim, GoodsOrder &order, const RefundQuote &quote,
                          const Money &left)
{
    GoodsRefundSpec spec;
    spec.ticket_no = claim.ticket_no;
    spec.reason_code = reason_of(claim.type);
    spec.note = claim.claim_no.text();
    spec.basis = basis_of(claim, quote.total, left);
    spec.initiator = Source::System;
    spec.requested_by = claim.requested_by;
    spec.claim_no = claim.claim_no;
    auto refund = make_goods_refund(unit, work, order, quote, spec);
    if (!refund)
        return pass_on(refund);
    if (quote.total.minor() <= claim.up_to.minor())
        return approve_by_system(unit, work, *refund, claim.approved_by);
    return leave_to_approval(unit, work, *refund);
}

Result<void> post_receivable(UnitOfWork &unit, Work &work, const Claim &claim)
{
    return move_money(unit, work,
                      {.debit = AccountId::platform(AccountKind::CarrierReceivable),
                       .credit = AccountId::platform(AccountKind::Revenue),
                       .amount = *claim.approved,
                       .kind = TransferKind::ClaimApproved,
                       .reference = claim.claim_no.text()},
                      {});
}

// What a refund cannot be made of now (the order is locked or over) is for a person.
bool is_for_a_person(ErrorCode code)
{
    return code == ErrorCode::OrderLocked || code == ErrorCode::StateNotAllowed || code == ErrorCode::OrderNotPaid;
}

}  // namespace

Result<void> pay_claim(UnitOfWork &unit, Work &work, Claim &claim)
{
    if (auto posted = post_receivable(unit, work, claim); !posted)
        return posted;
    if (auto told = notify_claim(
            unit, work, NoticeKind::ClaimApproved, claim,
            {{"amount", claim.approved->to_text()}, {"currency", std::string(claim.approved->currency().code())}});
        !told)
        return told;
    if (claim.up_to.is_zero())
        return ask_for_decision(unit, work, claim, "nothing was promised to the customer, to be decided");
    const auto shipment = unit.shipments().find(claim.shipment_no);
    if (!shipment)
        return pass_on(shipment);
    const auto all = quote_parcel(unit.goods(), unit.shipments(), *shipment, std::nullopt);
    if (!all)
        return pass_on(all);
    const auto share = smaller(*claim.approved, all->total);
    if (!share)
        return pass_on(share);
    if (!share->is_positive())
        return ask_for_decision(unit, work, claim, "nothing remains of the parcel's lines, to be decided");
    const auto quote = quote_parcel(unit.goods(), unit.shipments(), *shipment, *share);
    if (!quote)
        return pass_on(quote);
    auto order = unit.goods().find(claim.order_no);
    if (!order)
        return pass_on(order);
    if (auto told = tell_ticket(unit, work, claim.ticket_no,
                                claim.claim_no.text() + ": the carrier pays " + amount_text(*claim.approved), {});
        !told)
        return told;
    const auto refunded = refund_share(unit, work, claim, *order, *quote, all->total);
    if (!refunded && is_for_a_person(refunded.error().code))
        return ask_for_decision(unit, work, claim, "no refund could be made: " + refunded.error().detail);
    return refunded;
}

}  // namespace aftercharge
