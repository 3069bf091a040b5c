// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/local_goods_desk.h"

#include "models/workflow/decision_acts.h"

namespace aftercharge {

template<typename T>
auto LocalGoodsDesk::decide(T made)
{
    return engine_.run([made = std::move(made), by = who()](Work &work) { return act(work, made, by); });
}

Answered<Refund> LocalGoodsDesk::request_goods_refund(const GoodsRefundDraft &draft)
{
    return decide(decision::RequestGoodsRefund{draft});
}

Answered<ExceptionOutcome> LocalGoodsDesk::decide_exception(const ExceptionDecision &parts)
{
    return decide(decision::DecideException{parts});
}

Answered<Refund> LocalGoodsDesk::retry_refund(const RefundNo &refund_no)
{
    return decide(decision::RetryRefund{refund_no});
}

Answered<Refund> LocalGoodsDesk::settle_by_hand(const RefundNo &refund_no, const std::string &proof)
{
    return decide(decision::SettleByHand{refund_no, proof});
}

Answered<Shipment> LocalGoodsDesk::advance_shipment(const ShipmentNo &shipment_no, ShipmentEvent event,
                                                    const std::string &note)
{
    return decide(decision::AdvanceShipment{shipment_no, event, note});
}

Answered<Claim> LocalGoodsDesk::open_claim(const ClaimDraft &draft)
{
    return decide(decision::OpenClaim{draft});
}

Answered<Claim> LocalGoodsDesk::approve_claim(const ClaimNo &claim_no, const Money &up_to)
{
    return decide(decision::ApproveClaim{claim_no, up_to});
}

Answered<Claim> LocalGoodsDesk::send_back_claim(const ClaimNo &claim_no, const std::string &reason)
{
    return decide(decision::SendBackClaim{claim_no, reason});
}

Answered<Claim> LocalGoodsDesk::add_claim_evidence(const ClaimNo &claim_no, const std::vector<EvidenceFile> &files,
                                                   const std::vector<Uuid> &evidence_ids)
{
    return decide(decision::AddClaimEvidence{claim_no, files, evidence_ids});
}

Answered<Claim> LocalGoodsDesk::mark_evidence_sent(const ClaimNo &claim_no)
{
    return decide(decision::MarkEvidenceSent{claim_no});
}

Answered<Claim> LocalGoodsDesk::decide_claim(const ClaimDecisionDraft &draft)
{
    return decide(decision::DecideClaim{draft});
}

Answered<Discrepancy> LocalGoodsDesk::resolve_discrepancy(const Uuid &id, const std::string &resolution)
{
    return decide(decision::ResolveDiscrepancy{id, resolution});
}

Answered<Reconciliation> LocalGoodsDesk::reconcile(const std::string &day)
{
    return decide(decision::Reconcile{day});
}

}  // namespace aftercharge
