// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/workflow/claims.h"
#include "models/workflow/desk_service.h"
#include "models/workflow/goods_view.h"
#include "models/workflow/reconcile.h"
#include "models/workflow/refund_goods.h"
#include "models/workflow/reship.h"

namespace aftercharge {

// What the screens ask of the engine about goods; DeskService's other half, with the same rules:
// who acts is the person logged in, rights are checked behind it. `requested_by` and `by` of
// the drafts are filled in here.
class GoodsDesk {
public:
    virtual ~GoodsDesk() = default;

    virtual Answered<Page<GoodsOrder>> goods_orders(const GoodsQuery &query) = 0;
    virtual Answered<GoodsDossier> goods_order(const OrderNo &order_no) = 0;

    virtual Answered<RefundQuote> quote_refund(const GoodsRefundDraft &draft) = 0;
    virtual Answered<Refund> request_goods_refund(const GoodsRefundDraft &draft) = 0;
    virtual Answered<ExceptionOutcome> decide_exception(const ExceptionDecision &decision) = 0;
    virtual Answered<Refund> retry_refund(const RefundNo &refund_no) = 0;
    virtual Answered<Refund> settle_by_hand(const RefundNo &refund_no, const std::string &proof) = 0;
    virtual Answered<Shipment> advance_shipment(const ShipmentNo &shipment_no, ShipmentEvent event,
                                                const std::string &note) = 0;

    virtual Answered<Page<Claim>> claims(const ClaimQuery &query) = 0;
    virtual Answered<std::int64_t> claims_waiting() = 0;
    virtual Answered<ClaimDossier> claim(const ClaimNo &claim_no) = 0;
    virtual Answered<Claim> open_claim(const ClaimDraft &draft) = 0;
    virtual Answered<Claim> approve_claim(const ClaimNo &claim_no, const Money &up_to) = 0;
    virtual Answered<Claim> send_back_claim(const ClaimNo &claim_no, const std::string &reason) = 0;
    virtual Answered<Claim> add_claim_evidence(const ClaimNo &claim_no, const std::vector<EvidenceFile> &files,
                                               const std::vector<Uuid> &evidence_ids) = 0;
    virtual Answered<Claim> mark_evidence_sent(const ClaimNo &claim_no) = 0;
    virtual Answered<Claim> decide_claim(const ClaimDecisionDraft &draft) = 0;

    virtual Answered<std::vector<Discrepancy>> discrepancies(bool resolved) = 0;
    virtual Answered<std::int64_t> open_discrepancies() = 0;
    virtual Answered<Discrepancy> resolve_discrepancy(const Uuid &id, const std::string &resolution) = 0;
    virtual Answered<Reconciliation> reconcile(const std::string &day) = 0;
    virtual Answered<std::vector<Reconciliation>> reconciliations() = 0;
    virtual Answered<std::vector<ReconciledRefund>> reconciled(const Uuid &id) = 0;
};

}  // namespace aftercharge
