// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "models/workflow/claims.h"
#include "models/workflow/request_refund.h"
#include "tests/workflow/gateway_stage.h"

namespace aftercharge {

// Claims for a damaged parcel with two units of L2 (54.00), insured for 100.00.
class ClaimBench : public QObject {
protected:
    void check() { QVERIFY2(stage_->broken().isEmpty(), qPrintable(stage_->broken())); }
    Claim claim(const ClaimNo &number) { return must(stage_->rig.ledger().claims().find(number)); }
    std::vector<ClaimEvidence> evidence(const ClaimNo &number)
    {
        return must(stage_->rig.ledger().claims().evidence(number));
    }
    Refund only_refund(const ClaimNo &number)
    {
        const auto refunds = must(stage_->rig.ledger().refunds().of_claim(number));
        if (refunds.size() != 1)
            give_up({ErrorCode::Internal, std::to_string(refunds.size()) + " refunds of a claim"});
        return refunds.front();
    }
    static EvidenceFile png() { return {"box.png", "image/png", std::string("\x89PNG\r\n\x1a\n", 8) + "pixels"}; }
    ClaimDraft draft_of(const std::string &by, const std::string &amount, const std::string &up_to)
    {
        ClaimDraft draft;
        draft.shipment_no = parcel_;
        draft.amount = EngineRig::yuan(amount);
        if (!up_to.empty())
            draft.up_to = EngineRig::yuan(up_to);
        draft.description = "crushed";
        draft.evidence = {png()};
        draft.requested_by = an<OperatorName>(by);
        return draft;
    }
    ClaimNo open(const std::string &by, const std::string &amount, const std::string &up_to)
    {
        const ClaimDraft draft = draft_of(by, amount, up_to);
        return must(stage_->rig.run([&](Work &work) { return open_claim(work, draft); })).claim_no;
    }
    Result<Claim> approve(const ClaimNo &number, const std::string &up_to, const std::string &by)
    {
        return stage_->rig.run(
            [&](Work &work) { return approve_claim(work, number, EngineRig::yuan(up_to), an<OperatorName>(by)); });
    }
    Result<Claim> hand_in(const ClaimNo &number)
    {
        return stage_->rig.run(
            [&](Work &work) { return add_claim_evidence(work, number, {png()}, {}, an<OperatorName>("carol")); });
    }
    Result<Claim> mark_sent(const ClaimNo &number)
    {
        return stage_->rig.run([&](Work &work) { return mark_evidence_sent(work, number, an<OperatorName>("carol")); });
    }
    Result<Claim> decide(const ClaimNo &number, ClaimDecision decision, const std::string &by,
                         const std::string &amount = {}, const std::string &reason = {})
    {
        ClaimDecisionDraft draft;
        draft.claim_no = number;
        draft.decision = decision;
        if (!amount.empty())
            draft.amount = EngineRig::yuan(amount);
        draft.reason = reason;
        draft.by = an<OperatorName>(by);
        return stage_->rig.run([&](Work &work) { return decide_claim(work, draft); });
    }
    // The carrier's side moves on, and the next question hears it.
    void ask_for(ClaimEvent event, const std::string &words, const std::string &approved = {})
    {
        FakeCarrierGateway::OpenedClaim &claim = stage_->carrier->claims["EZS-1"];
        claim.event = event;
        claim.words = words;
        claim.approved = approved.empty() ? std::nullopt : std::optional(EngineRig::yuan(approved));
        QVERIFY(stage_->work_after(std::chrono::minutes{10}));
        check();
    }
    Result<void> hear(const ClaimNo &number, const carrier::ClaimAnswer &answer)
    {
        return stage_->in_unit([&](UnitOfWork &unit, Work &work) {
            Claim heard = must(unit.claims().find(number));
            return hear_claim(unit, work, heard, answer);
        });
    }

    std::unique_ptr<GatewayStage> stage_;
    ShipmentNo parcel_;
};

}  // namespace aftercharge
