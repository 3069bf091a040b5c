// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/engine_thread.h"
#include "models/workflow/local_desk.h"
#include "models/workflow/reading_goods_desk.h"

namespace aftercharge {

// The goods half of the desk's service where the engine runs in the same process: reads on the
// read thread, decisions on the engine's, by whoever is logged in at `desk`.
class LocalGoodsDesk : public ReadingGoodsDesk {
public:
    LocalGoodsDesk(EngineThread &engine, ReadThread &reads, const LocalDesk &desk)
        : ReadingGoodsDesk(reads, desk), engine_(engine)
    {
    }

    Answered<Refund> request_goods_refund(const GoodsRefundDraft &draft) override;
    Answered<ExceptionOutcome> decide_exception(const ExceptionDecision &decision) override;
    Answered<Refund> retry_refund(const RefundNo &refund_no) override;
    Answered<Refund> settle_by_hand(const RefundNo &refund_no, const std::string &proof) override;
    Answered<Shipment> advance_shipment(const ShipmentNo &shipment_no, ShipmentEvent event,
                                        const std::string &note) override;

    Answered<Claim> open_claim(const ClaimDraft &draft) override;
    Answered<Claim> approve_claim(const ClaimNo &claim_no, const Money &up_to) override;
    Answered<Claim> send_back_claim(const ClaimNo &claim_no, const std::string &reason) override;
    Answered<Claim> add_claim_evidence(const ClaimNo &claim_no, const std::vector<EvidenceFile> &files,
                                       const std::vector<Uuid> &evidence_ids) override;
    Answered<Claim> mark_evidence_sent(const ClaimNo &claim_no) override;
    Answered<Claim> decide_claim(const ClaimDecisionDraft &draft) override;

    Answered<Discrepancy> resolve_discrepancy(const Uuid &id, const std::string &resolution) override;
    Answered<Reconciliation> reconcile(const std::string &day) override;

private:
    // A decision (models/workflow/decision.h) of whoever is logged in, on the engine's thread.
    template<typename T>
    auto decide(T made);

    EngineThread &engine_;
};

}  // namespace aftercharge
