// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/domain/decision_verb.h"
#include "models/domain/goods_states.h"
#include "models/workflow/claims.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/refund_batch.h"
#include "models/workflow/refund_goods.h"
#include "models/workflow/request_refund.h"
#include "models/workflow/reship.h"

namespace aftercharge {

// What a person decides, as a value: one struct a verb, with the verb's arguments. Who decides
// (`actor`, `requested_by`, `by` of the drafts) is no part of it: that is the login under which
// it was handed in, whatever stands in those members.
namespace decision {

// Commands to charge points.
struct StopCharging {
    static constexpr DecisionVerb verb = DecisionVerb::StopCharging;
    OrderNo order_no;
};
struct UnlockConnector {
    static constexpr DecisionVerb verb = DecisionVerb::UnlockConnector;
    ConnectorId connector;
};
struct ResetChargePoint {
    static constexpr DecisionVerb verb = DecisionVerb::ResetChargePoint;
    ChargePointId charge_point_id;
    bool hard = false;
};

struct ConfirmSettlement {
    static constexpr DecisionVerb verb = DecisionVerb::ConfirmSettlement;
    OrderNo order_no;
    std::string reason;
};

// Tickets; `version` is the ticket's as the person saw it.
struct OpenTicket {
    static constexpr DecisionVerb verb = DecisionVerb::OpenTicket;
    TicketDraft draft;
};
struct TakeTicket {
    static constexpr DecisionVerb verb = DecisionVerb::TakeTicket;
    TicketNo ticket_no;
    std::int64_t version = 0;
};
struct AssignTicket {
    static constexpr DecisionVerb verb = DecisionVerb::AssignTicket;
    TicketNo ticket_no;
    std::int64_t version = 0;
    OperatorName to;
};
struct RejectTicket {
    static constexpr DecisionVerb verb = DecisionVerb::RejectTicket;
    TicketNo ticket_no;
    std::int64_t version = 0;
    std::string reason;
};
struct ReplyToTicket {
    static constexpr DecisionVerb verb = DecisionVerb::ReplyToTicket;
    TicketNo ticket_no;
    std::int64_t version = 0;
    std::string text;
};
struct NoteOnTicket {
    static constexpr DecisionVerb verb = DecisionVerb::NoteOnTicket;
    TicketNo ticket_no;
    std::int64_t version = 0;
    std::string text;
};
struct ReopenTicket {
    static constexpr DecisionVerb verb = DecisionVerb::ReopenTicket;
    TicketNo ticket_no;
    std::int64_t version = 0;
    std::string reason;
};

// Refunds.
struct RequestRefund {
    static constexpr DecisionVerb verb = DecisionVerb::RequestRefund;
    RefundDraft draft;
};
struct RequestGoodsRefund {
    static constexpr DecisionVerb verb = DecisionVerb::RequestGoodsRefund;
    GoodsRefundDraft draft;
};
struct DecideException {
    static constexpr DecisionVerb verb = DecisionVerb::DecideException;
    ExceptionDecision parts;
};
struct ApproveRefund {
    static constexpr DecisionVerb verb = DecisionVerb::ApproveRefund;
    RefundNo refund_no;
    Money amount;
};
struct SendBackRefund {
    static constexpr DecisionVerb verb = DecisionVerb::SendBackRefund;
    RefundNo refund_no;
    std::string reason;
};
struct RetryRefund {
    static constexpr DecisionVerb verb = DecisionVerb::RetryRefund;
    RefundNo refund_no;
};
struct SettleByHand {
    static constexpr DecisionVerb verb = DecisionVerb::SettleByHand;
    RefundNo refund_no;
    std::string proof;
};

// Batches of refunds.
struct RequestBatch {
    static constexpr DecisionVerb verb = DecisionVerb::RequestBatch;
    BatchDraft draft;
};
struct ApproveBatch {
    static constexpr DecisionVerb verb = DecisionVerb::ApproveBatch;
    BatchNo batch_no;
    Money total;
};
struct SendBackBatch {
    static constexpr DecisionVerb verb = DecisionVerb::SendBackBatch;
    BatchNo batch_no;
    std::string reason;
};

// Parcels and claims.
struct AdvanceShipment {
    static constexpr DecisionVerb verb = DecisionVerb::AdvanceShipment;
    ShipmentNo shipment_no;
    ShipmentEvent event = ShipmentEvent::PickedUp;
    std::string note;
};
struct OpenClaim {
    static constexpr DecisionVerb verb = DecisionVerb::OpenClaim;
    ClaimDraft draft;
};
struct ApproveClaim {
    static constexpr DecisionVerb verb = DecisionVerb::ApproveClaim;
    ClaimNo claim_no;
    Money up_to;
};
struct SendBackClaim {
    static constexpr DecisionVerb verb = DecisionVerb::SendBackClaim;
    ClaimNo claim_no;
    std::string reason;
};
struct AddClaimEvidence {
    static constexpr DecisionVerb verb = DecisionVerb::AddClaimEvidence;
    ClaimNo claim_no;
    std::vector<EvidenceFile> files;
    std::vector<Uuid> evidence_ids;
};
struct MarkEvidenceSent {
    static constexpr DecisionVerb verb = DecisionVerb::MarkEvidenceSent;
    ClaimNo claim_no;
};
struct DecideClaim {
    static constexpr DecisionVerb verb = DecisionVerb::DecideClaim;
    ClaimDecisionDraft draft;
};

// Discrepancies; `day` as "2026-11-24".
struct ResolveDiscrepancy {
    static constexpr DecisionVerb verb = DecisionVerb::ResolveDiscrepancy;
    Uuid id;
    std::string resolution;
};
struct Reconcile {
    static constexpr DecisionVerb verb = DecisionVerb::Reconcile;
    std::string day;
};

// Operators; of the one to be added name, display name, role and limit are taken.
struct AddOperator {
    static constexpr DecisionVerb verb = DecisionVerb::AddOperator;
    Operator person;
};
struct SetOperatorLimit {
    static constexpr DecisionVerb verb = DecisionVerb::SetOperatorLimit;
    OperatorName name;
    std::optional<Money> limit;
};
struct DisableOperator {
    static constexpr DecisionVerb verb = DecisionVerb::DisableOperator;
    OperatorName name;
};

}  // namespace decision

// A new verb needs a struct above, a place here, its members in decision_members.h, its subject in
// decision_subject.cpp and what it does in decision_acts.h; the compiler asks for each.
using Decision = std::variant<
    decision::StopCharging, decision::UnlockConnector, decision::ResetChargePoint, decision::ConfirmSettlement,
    decision::OpenTicket, decision::TakeTicket, decision::AssignTicket, decision::RejectTicket, decision::ReplyToTicket,
    decision::NoteOnTicket, decision::ReopenTicket, decision::RequestRefund, decision::RequestGoodsRefund,
    decision::DecideException, decision::ApproveRefund, decision::SendBackRefund, decision::RetryRefund,
    decision::SettleByHand, decision::RequestBatch, decision::ApproveBatch, decision::SendBackBatch,
    decision::AdvanceShipment, decision::OpenClaim, decision::ApproveClaim, decision::SendBackClaim,
    decision::AddClaimEvidence, decision::MarkEvidenceSent, decision::DecideClaim, decision::ResolveDiscrepancy,
    decision::Reconcile, decision::AddOperator, decision::SetOperatorLimit, decision::DisableOperator>;

DecisionVerb verb_of(const Decision &decision);

// What it is about, as one word: the ticket; the order (of a new ticket or refund, a stop, a fee that
// is confirmed, a decision about a parcel that went wrong); the refund; the batch; the claim; the parcel (of a
// claim to be opened, too: its draft names no order); the charge point; the discrepancy's id;
// the day; the operator. Empty where a draft names none.
std::string subject_of(const Decision &decision);

// Its arguments as one JSON object, without white space. Every member is there always: an empty number
// as "", an absent amount, address or part as null. Money {"minor":1200,"currency":"CNY"}, enums by
// their text, UUIDs and names as text, a file's bytes in base64. Text that is not UTF-8 is
// written with U+FFFD for what is none.
std::string arguments_of(const Decision &decision);

// How long a decision's arguments may be: files are carried by some verbs only.
std::size_t most_argument_bytes(DecisionVerb verb);

// The decision of that verb, from anybody's text. Fails with input.invalid, and the member's
// name ("refund.lines[0].quantity"): longer than most_argument_bytes, not such JSON, a member
// missing, unknown, of another type, text with a NUL. What its values may be is the workflow's
// to judge.
Result<Decision> decision_from(DecisionVerb verb, std::string_view arguments);

}  // namespace aftercharge
