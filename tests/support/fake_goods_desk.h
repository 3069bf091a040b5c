// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "models/workflow/goods_desk.h"

namespace aftercharge {

// The goods half of a desk that answers at once from what a test put into it, as
// FakeDeskService does: lists are public data, a verb is a std::function that a test may
// replace. Every call of a verb is noted in `calls` ("settle_by_hand R20261124-0001 proof"),
// and the drafts are kept whole.
class FakeGoodsDesk : public GoodsDesk {
public:
    FakeGoodsDesk();

    // What there is.
    std::map<OrderNo, GoodsDossier> dossiers;
    std::vector<GoodsOrder> order_rows;  // newest first
    std::vector<Claim> claim_rows;       // newest first
    std::map<ClaimNo, ClaimDossier> claim_dossiers;
    std::vector<Discrepancy> discrepancy_rows;
    std::vector<Reconciliation> reconciliation_rows;
    std::map<Uuid, std::vector<ReconciledRefund>> reconciled_rows;

    // What was asked for, oldest first.
    std::vector<GoodsRefundDraft> quoted;
    std::vector<GoodsRefundDraft> refund_drafts;
    std::vector<ExceptionDecision> exceptions;
    std::vector<ClaimDraft> claim_drafts;
    std::vector<ClaimDecisionDraft> claim_decisions;
    std::vector<std::vector<EvidenceFile>> evidence_files;
    std::vector<std::vector<Uuid>> evidence_ids;
    std::vector<std::string> calls;
    bool called(const std::string &beginning) const;

    // What is done: replace to refuse or to answer later. quote_refund prices by settlement
    // from the dossiers; the other verbs answer with a row made of the draft.
    std::function<Answered<Page<GoodsOrder>>(const GoodsQuery &)> on_goods_orders;
    std::function<Answered<RefundQuote>(const GoodsRefundDraft &)> on_quote;
    std::function<Answered<Refund>(const GoodsRefundDraft &)> on_request_refund;
    std::function<Answered<ExceptionOutcome>(const ExceptionDecision &)> on_exception;
    std::function<Answered<Refund>(const RefundNo &)> on_retry;
    std::function<Answered<Refund>(const RefundNo &, const std::string &)> on_settle_by_hand;
    std::function<Answered<Shipment>(const ShipmentNo &, ShipmentEvent, const std::string &)> on_advance;
    std::function<Answered<Page<Claim>>(const ClaimQuery &)> on_claims;
    std::function<Answered<Claim>(const ClaimDraft &)> on_open_claim;
    std::function<Answered<Claim>(const ClaimNo &, const Money &)> on_approve_claim;
    std::function<Answered<Claim>(const ClaimNo &, const std::string &)> on_send_back_claim;
    std::function<Answered<Claim>(const ClaimNo &)> on_add_evidence;
    std::function<Answered<Claim>(const ClaimNo &)> on_mark_sent;
    std::function<Answered<Claim>(const ClaimDecisionDraft &)> on_decide_claim;
    std::function<Answered<Discrepancy>(const Uuid &, const std::string &)> on_resolve;
    std::function<Answered<Reconciliation>(const std::string &)> on_reconcile;

    Answered<Page<GoodsOrder>> goods_orders(const GoodsQuery &query) override;
    Answered<GoodsDossier> goods_order(const OrderNo &order_no) override;
    Answered<RefundQuote> quote_refund(const GoodsRefundDraft &draft) override;
    Answered<Refund> request_goods_refund(const GoodsRefundDraft &draft) override;
    Answered<ExceptionOutcome> decide_exception(const ExceptionDecision &decision) override;
    Answered<Refund> retry_refund(const RefundNo &refund_no) override;
    Answered<Refund> settle_by_hand(const RefundNo &refund_no, const std::string &proof) override;
    Answered<Shipment> advance_shipment(const ShipmentNo &shipment_no, ShipmentEvent event,
                                        const std::string &note) override;
    Answered<Page<Claim>> claims(const ClaimQuery &query) override;
    Answered<std::int64_t> claims_waiting() override;
    Answered<ClaimDossier> claim(const ClaimNo &claim_no) override;
    Answered<Claim> open_claim(const ClaimDraft &draft) override;
    Answered<Claim> approve_claim(const ClaimNo &claim_no, const Money &up_to) override;
    Answered<Claim> send_back_claim(const ClaimNo &claim_no, const std::string &reason) override;
    Answered<Claim> add_claim_evidence(const ClaimNo &claim_no, const std::vector<EvidenceFile> &files,
                                       const std::vector<Uuid> &ids) override;
    Answered<Claim> mark_evidence_sent(const ClaimNo &claim_no) override;
    Answered<Claim> decide_claim(const ClaimDecisionDraft &draft) override;
    Answered<std::vector<Discrepancy>> discrepancies(bool resolved) override;
    Answered<std::int64_t> open_discrepancies() override;
    Answered<Discrepancy> resolve_discrepancy(const Uuid &id, const std::string &resolution) override;
    Answered<Reconciliation> reconcile(const std::string &day) override;
    Answered<std::vector<Reconciliation>> reconciliations() override;
    Answered<std::vector<ReconciledRefund>> reconciled(const Uuid &id) override;

    // The row of that number; for hooks.
    Result<Claim *> find_claim(const ClaimNo &claim_no);

private:
    void note(std::string words) { calls.push_back(std::move(words)); }
    void answer_refunds();
    void answer_claims();
    void answer_books();
};

}  // namespace aftercharge
