// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/engine_thread.h"
#include "models/workflow/goods_desk.h"
#include "models/workflow/local_desk.h"
#include "models/workflow/read_thread.h"

namespace aftercharge {

// The goods half of the desk's service where the engine runs in the same process: reads on the
// read thread, decisions on the engine's, by whoever is logged in at `desk`.
class LocalGoodsDesk : public GoodsDesk {
public:
    LocalGoodsDesk(EngineThread &engine, ReadThread &reads, const LocalDesk &desk)
        : engine_(engine), reads_(reads), desk_(desk)
    {
    }

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
                                       const std::vector<Uuid> &evidence_ids) override;
    Answered<Claim> mark_evidence_sent(const ClaimNo &claim_no) override;
    Answered<Claim> decide_claim(const ClaimDecisionDraft &draft) override;

    Answered<std::vector<Discrepancy>> discrepancies(bool resolved) override;
    Answered<std::int64_t> open_discrepancies() override;
    Answered<Discrepancy> resolve_discrepancy(const Uuid &id, const std::string &resolution) override;
    Answered<Reconciliation> reconcile(const std::string &day) override;
    Answered<std::vector<Reconciliation>> reconciliations() override;
    Answered<std::vector<ReconciledRefund>> reconciled(const Uuid &id) override;

private:
    OperatorName who() const { return desk_.who(); }

    EngineThread &engine_;
    ReadThread &reads_;
    const LocalDesk &desk_;
};

}  // namespace aftercharge
