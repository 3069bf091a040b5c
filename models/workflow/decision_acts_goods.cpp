// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/decision_acts.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge::decision {

Result<Refund> act(Work &work, const RequestGoodsRefund &made, const OperatorName &by)
{
    GoodsRefundDraft signed_draft = made.draft;
    signed_draft.requested_by = by;
    return request_goods_refund(work, signed_draft);
}

Result<ExceptionOutcome> act(Work &work, const DecideException &made, const OperatorName &by)
{
    ExceptionDecision signed_parts = made.parts;
    if (signed_parts.refund)
        signed_parts.refund->requested_by = by;
    if (signed_parts.reship)
        signed_parts.reship->requested_by = by;
    return decide_exception(work, signed_parts);
}

Result<Refund> act(Work &work, const RetryRefund &made, const OperatorName &by)
{
    return retry_refund(work, made.refund_no, by);
}

Result<Refund> act(Work &work, const SettleByHand &made, const OperatorName &by)
{
    return settle_by_hand(work, made.refund_no, made.proof, by);
}

Result<Shipment> act(Work &work, const AdvanceShipment &made, const OperatorName &by)
{
    return advance_shipment(work, made.shipment_no, made.event, actor_of(by), made.note);
}

Result<Claim> act(Work &work, const OpenClaim &made, const OperatorName &by)
{
    ClaimDraft signed_draft = made.draft;
    signed_draft.requested_by = by;
    return open_claim(work, signed_draft);
}

Result<Claim> act(Work &work, const ApproveClaim &made, const OperatorName &by)
{
    return approve_claim(work, made.claim_no, made.up_to, by);
}

Result<Claim> act(Work &work, const SendBackClaim &made, const OperatorName &by)
{
    return send_back_claim(work, made.claim_no, made.reason, by);
}

Result<Claim> act(Work &work, const AddClaimEvidence &made, const OperatorName &by)
{
    return add_claim_evidence(work, made.claim_no, made.files, made.evidence_ids, by);
}

Result<Claim> act(Work &work, const MarkEvidenceSent &made, const OperatorName &by)
{
    return mark_evidence_sent(work, made.claim_no, by);
}

Result<Claim> act(Work &work, const DecideClaim &made, const OperatorName &by)
{
    ClaimDecisionDraft signed_draft = made.draft;
    signed_draft.by = by;
    return decide_claim(work, signed_draft);
}

Result<Discrepancy> act(Work &work, const ResolveDiscrepancy &made, const OperatorName &by)
{
    return resolve_discrepancy(work, made.id, made.resolution, by);
}

Result<Reconciliation> act(Work &work, const Reconcile &made, const OperatorName &by)
{
    return start_reconciliation(work, made.day, by);
}

}  // namespace aftercharge::decision
