// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/remote_goods_desk.h"

#include <algorithm>

#include "models/workflow/decide_and_read.h"

namespace aftercharge {
namespace {

// The one that was started now is among the newest.
constexpr int newest_reconciliations = 100;

// "REFUND_NO SHIPMENT_NO", "-" for what is not part of it.
Result<ExceptionOutcome> read_exception(LedgerReader &ledger, const std::string &outcome)
{
    const std::size_t space = outcome.find(' ');
    const std::string refund = outcome.substr(0, space);
    const std::string shipment = space == std::string::npos ? std::string("-") : outcome.substr(space + 1);
    ExceptionOutcome made;
    if (refund != "-") {
        auto found = number_of<RefundNo>(refund).and_then(
            [&](const RefundNo &no) { return ledger.refunds().find(no); });
        if (!found)
            return pass_on(found);
        made.refund = std::move(*found);
    }
    if (shipment != "-") {
        auto found = number_of<ShipmentNo>(shipment).and_then(
            [&](const ShipmentNo &no) { return ledger.shipments().find(no); });
        if (!found)
            return pass_on(found);
        made.shipment = std::move(*found);
    }
    return made;
}

Result<Reconciliation> read_reconciliation(LedgerReader &ledger, const std::string &outcome)
{
    const auto id = number_of<Uuid>(outcome);
    if (!id)
        return pass_on(id);
    const auto runs = ledger.gateways().reconciliations(newest_reconciliations);
    if (!runs)
        return pass_on(runs);
    const auto found = std::find_if(runs->begin(), runs->end(),
                                    [&](const Reconciliation &run) { return run.id == *id; });
    if (found == runs->end())
        return fail(ErrorCode::Internal, "no reconciliation " + outcome);
    return *found;
}

}  // namespace

Answered<Refund> RemoteGoodsDesk::on_refund(Decision decision)
{
    return decide_and_read(sender_, reads_, remote_, std::move(decision),
                           [](LedgerReader &ledger, const std::string &outcome) {
                               return number_of<RefundNo>(outcome).and_then(
                                   [&](const RefundNo &refund_no) { return ledger.refunds().find(refund_no); });
                           });
}

Answered<Claim> RemoteGoodsDesk::on_claim(Decision decision)
{
    return decide_and_read(sender_, reads_, remote_, std::move(decision),
                           [](LedgerReader &ledger, const std::string &outcome) {
                               return number_of<ClaimNo>(outcome).and_then(
                                   [&](const ClaimNo &claim_no) { return ledger.claims().find(claim_no); });
                           });
}

Answered<Refund> RemoteGoodsDesk::request_goods_refund(const GoodsRefundDraft &draft)
{
    return on_refund(decision::RequestGoodsRefund{draft});
}

Answered<ExceptionOutcome> RemoteGoodsDesk::decide_exception(const ExceptionDecision &parts)
{
    return decide_and_read(sender_, reads_, remote_, decision::DecideException{parts}, read_exception);
}

Answered<Refund> RemoteGoodsDesk::retry_refund(const RefundNo &refund_no)
{
    return on_refund(decision::RetryRefund{refund_no});
}

Answered<Refund> RemoteGoodsDesk::settle_by_hand(const RefundNo &refund_no, const std::string &proof)
{
    return on_refund(decision::SettleByHand{refund_no, proof});
}

Answered<Shipment> RemoteGoodsDesk::advance_shipment(const ShipmentNo &shipment_no, ShipmentEvent event,
                                                     const std::string &note)
{
    return decide_and_read(
        sender_, reads_, remote_, decision::AdvanceShipment{shipment_no, event, note},
        [shipment_no](LedgerReader &ledger, const std::string &) { return ledger.shipments().find(shipment_no); });
}

Answered<Claim> RemoteGoodsDesk::open_claim(const ClaimDraft &draft)
{
    return on_claim(decision::OpenClaim{draft});
}

Answered<Claim> RemoteGoodsDesk::approve_claim(const ClaimNo &claim_no, const Money &up_to)
{
    return on_claim(decision::ApproveClaim{claim_no, up_to});
}

Answered<Claim> RemoteGoodsDesk::send_back_claim(const ClaimNo &claim_no, const std::string &reason)
{
    return on_claim(decision::SendBackClaim{claim_no, reason});
}

Answered<Claim> RemoteGoodsDesk::add_claim_evidence(const ClaimNo &claim_no, const std::vector<EvidenceFile> &files,
                                                    const std::vector<Uuid> &evidence_ids)
{
    return on_claim(decision::AddClaimEvidence{claim_no, files, evidence_ids});
}

Answered<Claim> RemoteGoodsDesk::mark_evidence_sent(const ClaimNo &claim_no)
{
    return on_claim(decision::MarkEvidenceSent{claim_no});
}

Answered<Claim> RemoteGoodsDesk::decide_claim(const ClaimDecisionDraft &draft)
{
    return on_claim(decision::DecideClaim{draft});
}

Answered<Discrepancy> RemoteGoodsDesk::resolve_discrepancy(const Uuid &id, const std::string &resolution)
{
    return decide_and_read(
        sender_, reads_, remote_, decision::ResolveDiscrepancy{id, resolution},
        [id](LedgerReader &ledger, const std::string &) { return ledger.gateways().discrepancy(id); });
}

Answered<Reconciliation> RemoteGoodsDesk::reconcile(const std::string &day)
{
    return decide_and_read(sender_, reads_, remote_, decision::Reconcile{day}, read_reconciliation);
}

}  // namespace aftercharge
