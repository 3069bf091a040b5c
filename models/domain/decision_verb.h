// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enum_text.h"

namespace aftercharge {

// What a person may decide at a desk.
enum class DecisionVerb {
    StopCharging,
    UnlockConnector,
    ResetChargePoint,
    ConfirmSettlement,
    OpenTicket,
    TakeTicket,
    AssignTicket,
    RejectTicket,
    ReplyToTicket,
    NoteOnTicket,
    ReopenTicket,
    RequestRefund,
    RequestGoodsRefund,
    DecideException,
    ApproveRefund,
    SendBackRefund,
    RetryRefund,
    SettleByHand,
    AdvanceShipment,
    OpenClaim,
    ApproveClaim,
    SendBackClaim,
    AddClaimEvidence,
    MarkEvidenceSent,
    DecideClaim,
    ResolveDiscrepancy,
    Reconcile,
    AddOperator,
    SetOperatorLimit,
    DisableOperator,
    RequestBatch,
    ApproveBatch,
    SendBackBatch,
};

constexpr auto text_table(DecisionVerb)
{
    return std::array{
        EnumText{DecisionVerb::StopCharging, "charging.stop"},
        EnumText{DecisionVerb::UnlockConnector, "connector.unlock"},
        EnumText{DecisionVerb::ResetChargePoint, "charge_point.reset"},
        EnumText{DecisionVerb::ConfirmSettlement, "settlement.confirm"},
        EnumText{DecisionVerb::OpenTicket, "ticket.open"},
        EnumText{DecisionVerb::TakeTicket, "ticket.take"},
        EnumText{DecisionVerb::AssignTicket, "ticket.assign"},
        EnumText{DecisionVerb::RejectTicket, "ticket.reject"},
        EnumText{DecisionVerb::ReplyToTicket, "ticket.reply"},
        EnumText{DecisionVerb::NoteOnTicket, "ticket.note"},
        EnumText{DecisionVerb::ReopenTicket, "ticket.reopen"},
        EnumText{DecisionVerb::RequestRefund, "refund.request"},
        EnumText{DecisionVerb::RequestGoodsRefund, "refund.request_goods"},
        EnumText{DecisionVerb::DecideException, "refund.decide_exception"},
        EnumText{DecisionVerb::ApproveRefund, "refund.approve"},
        EnumText{DecisionVerb::SendBackRefund, "refund.send_back"},
        EnumText{DecisionVerb::RetryRefund, "refund.retry"},
        EnumText{DecisionVerb::SettleByHand, "refund.by_hand"},
        EnumText{DecisionVerb::AdvanceShipment, "shipment.advance"},
        EnumText{DecisionVerb::OpenClaim, "claim.open"},
        EnumText{DecisionVerb::ApproveClaim, "claim.approve"},
        EnumText{DecisionVerb::SendBackClaim, "claim.send_back"},
        EnumText{DecisionVerb::AddClaimEvidence, "claim.add_evidence"},
        EnumText{DecisionVerb::MarkEvidenceSent, "claim.evidence_sent"},
        EnumText{DecisionVerb::DecideClaim, "claim.decide"},
        EnumText{DecisionVerb::ResolveDiscrepancy, "discrepancy.resolve"},
        EnumText{DecisionVerb::Reconcile, "reconcile"},
        EnumText{DecisionVerb::AddOperator, "operator.add"},
        EnumText{DecisionVerb::SetOperatorLimit, "operator.set_limit"},
        EnumText{DecisionVerb::DisableOperator, "operator.disable"},
        EnumText{DecisionVerb::RequestBatch, "batch.request"},
        EnumText{DecisionVerb::ApproveBatch, "batch.approve"},
        EnumText{DecisionVerb::SendBackBatch, "batch.send_back"},
    };
}

}  // namespace aftercharge
