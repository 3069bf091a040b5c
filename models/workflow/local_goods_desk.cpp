// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/local_goods_desk.h"

#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

// More than a person reads at once; the oldest resolved ones fall off.
constexpr int most_discrepancies = 500;
constexpr int most_reconciliations = 100;

}  // namespace

Answered<Page<GoodsOrder>> LocalGoodsDesk::goods_orders(const GoodsQuery &query)
{
    return reads_.run([query](LedgerReader &ledger, TelemetryReader &) { return ledger.goods().page(query); });
}

Answered<GoodsDossier> LocalGoodsDesk::goods_order(const OrderNo &order_no)
{
    return reads_.run(
        [order_no](LedgerReader &ledger, TelemetryReader &) { return read_goods_order(ledger, order_no); });
}

Answered<RefundQuote> LocalGoodsDesk::quote_refund(const GoodsRefundDraft &draft)
{
    return reads_.run([draft, by = who()](LedgerReader &ledger, TelemetryReader &) {
        GoodsRefundDraft signed_draft = draft;
        signed_draft.requested_by = by;
        return quote_goods_refund(ledger, signed_draft);
    });
}

Answered<Refund> LocalGoodsDesk::request_goods_refund(const GoodsRefundDraft &draft)
{
    return engine_.run([draft, by = who()](Work &work) {
        GoodsRefundDraft signed_draft = draft;
        signed_draft.requested_by = by;
        return aftercharge::request_goods_refund(work, signed_draft);
    });
}

Answered<ExceptionOutcome> LocalGoodsDesk::decide_exception(const ExceptionDecision &decision)
{
    return engine_.run([decision, by = who()](Work &work) {
        ExceptionDecision signed_decision = decision;
        if (signed_decision.refund)
            signed_decision.refund->requested_by = by;
        if (signed_decision.reship)
            signed_decision.reship->requested_by = by;
        return aftercharge::decide_exception(work, signed_decision);
    });
}

Answered<Refund> LocalGoodsDesk::retry_refund(const RefundNo &refund_no)
{
    return engine_.run([refund_no, by = who()](Work &work) { return aftercharge::retry_refund(work, refund_no, by); });
}

Answered<Refund> LocalGoodsDesk::settle_by_hand(const RefundNo &refund_no, const std::string &proof)
{
    return engine_.run(
        [refund_no, proof, by = who()](Work &work) { return aftercharge::settle_by_hand(work, refund_no, proof, by); });
}

Answered<Shipment> LocalGoodsDesk::advance_shipment(const ShipmentNo &shipment_no, ShipmentEvent event,
                                                    const std::string &note)
{
    return engine_.run([shipment_no, event, note, by = who()](Work &work) {
        return aftercharge::advance_shipment(work, shipment_no, event, actor_of(by), note);
    });
}

Answered<Page<Claim>> LocalGoodsDesk::claims(const ClaimQuery &query)
{
    return reads_.run([query](LedgerReader &ledger, TelemetryReader &) { return ledger.claims().page(query); });
}

Answered<std::int64_t> LocalGoodsDesk::claims_waiting()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.claims().waiting_approval(); });
}

Answered<ClaimDossier> LocalGoodsDesk::claim(const ClaimNo &claim_no)
{
    return reads_.run([claim_no](LedgerReader &ledger, TelemetryReader &) { return read_claim(ledger, claim_no); });
}

Answered<Claim> LocalGoodsDesk::open_claim(const ClaimDraft &draft)
{
    return engine_.run([draft, by = who()](Work &work) {
        ClaimDraft signed_draft = draft;
        signed_draft.requested_by = by;
        return aftercharge::open_claim(work, signed_draft);
    });
}

Answered<Claim> LocalGoodsDesk::approve_claim(const ClaimNo &claim_no, const Money &up_to)
{
    return engine_.run(
        [claim_no, up_to, by = who()](Work &work) { return aftercharge::approve_claim(work, claim_no, up_to, by); });
}

Answered<Claim> LocalGoodsDesk::send_back_claim(const ClaimNo &claim_no, const std::string &reason)
{
    return engine_.run([claim_no, reason, by = who()](Work &work) {
        return aftercharge::send_back_claim(work, claim_no, reason, by);
    });
}

Answered<Claim> LocalGoodsDesk::add_claim_evidence(const ClaimNo &claim_no, const std::vector<EvidenceFile> &files,
                                                   const std::vector<Uuid> &evidence_ids)
{
    return engine_.run([claim_no, files, evidence_ids, by = who()](Work &work) {
        return aftercharge::add_claim_evidence(work, claim_no, files, evidence_ids, by);
    });
}

Answered<Claim> LocalGoodsDesk::mark_evidence_sent(const ClaimNo &claim_no)
{
    return engine_.run(
        [claim_no, by = who()](Work &work) { return aftercharge::mark_evidence_sent(work, claim_no, by); });
}

Answered<Claim> LocalGoodsDesk::decide_claim(const ClaimDecisionDraft &draft)
{
    return engine_.run([draft, by = who()](Work &work) {
        ClaimDecisionDraft signed_draft = draft;
        signed_draft.by = by;
        return aftercharge::decide_claim(work, signed_draft);
    });
}

Answered<std::vector<Discrepancy>> LocalGoodsDesk::discrepancies(bool resolved)
{
    return reads_.run([resolved](LedgerReader &ledger, TelemetryReader &) {
        return ledger.gateways().discrepancies(resolved, most_discrepancies);
    });
}

Answered<std::int64_t> LocalGoodsDesk::open_discrepancies()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.gateways().open_discrepancies(); });
}

Answered<Discrepancy> LocalGoodsDesk::resolve_discrepancy(const Uuid &id, const std::string &resolution)
{
    return engine_.run([id, resolution, by = who()](Work &work) {
        return aftercharge::resolve_discrepancy(work, id, resolution, by);
    });
}

Answered<Reconciliation> LocalGoodsDesk::reconcile(const std::string &day)
{
    return engine_.run([day, by = who()](Work &work) { return start_reconciliation(work, day, by); });
}

Answered<std::vector<Reconciliation>> LocalGoodsDesk::reconciliations()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) {
        return ledger.gateways().reconciliations(most_reconciliations);
    });
}

Answered<std::vector<ReconciledRefund>> LocalGoodsDesk::reconciled(const Uuid &id)
{
    return reads_.run([id](LedgerReader &ledger, TelemetryReader &) { return ledger.gateways().reconciled(id); });
}

}  // namespace aftercharge
