// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/reading_goods_desk.h"
#include "models/workflow/remote_desk.h"

namespace aftercharge {

// The goods half beside a shared store, for the login of `desk`.
class RemoteGoodsDesk : public ReadingGoodsDesk {
public:
    RemoteGoodsDesk(DecisionSender &sender, ReadThread &reads, const RemoteDesk &desk)
        : ReadingGoodsDesk(reads, desk), sender_(sender), remote_(desk)
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
    Answered<Refund> on_refund(Decision decision);
    Answered<Claim> on_claim(Decision decision);

    DecisionSender &sender_;
    const RemoteDesk &remote_;
};

}  // namespace aftercharge
