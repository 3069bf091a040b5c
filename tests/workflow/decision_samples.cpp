// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/decision_samples.h"

#include "tests/support/engine_rig.h"

namespace aftercharge {
namespace {

using namespace decision;

const std::string words = "热: \"two\"\nlines\\";

EvidenceFile some_file()
{
    return {"photo.png", "image/png", std::string("\x89PNG\0\xff", 6)};
}

Uuid some_id()
{
    return an<Uuid>("01932c07-1234-7abc-8def-0123456789ab");
}

GoodsRefundDraft goods_draft()
{
    GoodsRefundDraft draft;
    draft.order_no = an<OrderNo>("G-1");
    draft.ticket_no = an<TicketNo>("T-7");
    draft.lines = {{an<OrderItemId>("L1"), 1}, {an<OrderItemId>("L2"), 3}};
    draft.amount = EngineRig::yuan("12.34");
    draft.reason_code = ReasonCode::Damaged;
    draft.note = words;
    draft.basis = "L1 1 × 12.34";
    return draft;
}

ReshipDraft reship_draft()
{
    ReshipDraft draft;
    draft.order_no = an<OrderNo>("G-1");
    draft.ticket_no = an<TicketNo>("T-7");
    draft.lines = {{an<OrderItemId>("L2"), 2}};
    draft.address = PostalAddress{"王小明", "世纪大道 1", "5F",          "上海",         "SH",
                                  "200120", "CN",         "13800000000", "x@example.com"};
    return draft;
}

ClaimDraft claim_draft()
{
    ClaimDraft draft;
    draft.shipment_no = an<ShipmentNo>("S-1");
    draft.ticket_no = an<TicketNo>("T-7");
    draft.type = ClaimType::Loss;
    draft.amount = EngineRig::yuan("54.00");
    draft.up_to = EngineRig::yuan("20.00");
    draft.description = words;
    draft.evidence = {some_file()};
    draft.evidence_ids = {some_id()};
    return draft;
}

void add_of_charging(std::vector<Decision> &all)
{
    all.push_back(StopCharging{an<OrderNo>("C20261123-0001")});
    all.push_back(UnlockConnector{{an<ChargePointId>("CP-1"), 2}});
    all.push_back(ResetChargePoint{an<ChargePointId>("CP-1"), true});
    all.push_back(ConfirmSettlement{an<OrderNo>("C20261123-0001"), words});
}

void add_of_tickets(std::vector<Decision> &all)
{
    TicketDraft draft;
    draft.kind = TicketKind::Exception;
    draft.order_no = an<OrderNo>("G-1");
    draft.shipment_no = an<ShipmentNo>("S-1");
    draft.reason = "破损";
    draft.text = words;
    draft.evidence = {some_file(), {"note.txt", "text/plain", "热"}};
    all.push_back(OpenTicket{draft});
    draft.shipment_no = {};
    draft.evidence.clear();
    all.push_back(OpenTicket{draft});
    const auto number = an<TicketNo>("T-7");
    all.push_back(TakeTicket{number, 5});
    all.push_back(AssignTicket{number, 5, an<OperatorName>("bob")});
    all.push_back(RejectTicket{number, 5, words});
    all.push_back(ReplyToTicket{number, 5, words});
    all.push_back(NoteOnTicket{number, 5, words});
    all.push_back(ReopenTicket{number, std::numeric_limits<std::int64_t>::max(), words});
}

void add_of_refunds(std::vector<Decision> &all)
{
    RefundDraft draft;
    draft.kind = RefundKind::Adjustment;
    draft.order_no = an<OrderNo>("C20261123-0001");
    draft.ticket_no = an<TicketNo>("T-7");
    draft.amount = EngineRig::yuan("1.50");
    draft.reason_code = ReasonCode::Fault;
    draft.note = words;
    draft.basis = "1.5 kWh × 1.00";
    all.push_back(RequestRefund{draft});
    draft.ticket_no = {};
    all.push_back(RequestRefund{draft});
    all.push_back(RequestGoodsRefund{goods_draft()});
    GoodsRefundDraft whole;
    whole.order_no = an<OrderNo>("G-1");
    whole.before_shipment = true;
    all.push_back(RequestGoodsRefund{whole});
    all.push_back(DecideException{{goods_draft(), reship_draft()}});
    all.push_back(DecideException{{std::nullopt, reship_draft()}});
    ReshipDraft same_address = reship_draft();
    same_address.address.reset();
    all.push_back(DecideException{{std::nullopt, same_address}});
    const auto number = an<RefundNo>("R20261123-0088");
    all.push_back(ApproveRefund{number, EngineRig::yuan("12.34")});
    all.push_back(SendBackRefund{number, words});
    all.push_back(RetryRefund{number});
    all.push_back(SettleByHand{number, words});
    BatchDraft batch;
    batch.orders = {an<OrderNo>("C20261124-0001"), an<OrderNo>("C20261124-0002")};
    batch.share = BatchShare::FixedAmount;
    batch.permille = 500;
    batch.each = EngineRig::yuan("2.50");
    batch.reason_code = ReasonCode::Fault;
    batch.note = words;
    all.push_back(RequestBatch{batch});
    batch.each.reset();
    all.push_back(RequestBatch{batch});
    all.push_back(ApproveBatch{an<BatchNo>("B20261124-0001"), EngineRig::yuan("5.00")});
    all.push_back(SendBackBatch{an<BatchNo>("B20261124-0001"), words});
}

void add_of_claims(std::vector<Decision> &all)
{
    all.push_back(AdvanceShipment{an<ShipmentNo>("S-1"), ShipmentEvent::Lost, words});
    all.push_back(OpenClaim{claim_draft()});
    ClaimDraft bare = claim_draft();
    bare.ticket_no = {};
    bare.up_to.reset();
    bare.evidence_ids.clear();
    all.push_back(OpenClaim{bare});
    const auto number = an<ClaimNo>("K20261124-0001");
    all.push_back(ApproveClaim{number, EngineRig::yuan("20.00")});
    all.push_back(SendBackClaim{number, words});
    all.push_back(AddClaimEvidence{number, {some_file()}, {some_id(), some_id()}});
    all.push_back(MarkEvidenceSent{number});
    ClaimDecisionDraft draft;
    draft.claim_no = number;
    draft.decision = ClaimDecision::Coupon;
    draft.amount = EngineRig::yuan("5.00");
    draft.reason = words;
    draft.basis = "half of it";
    all.push_back(DecideClaim{draft});
    draft.amount.reset();
    all.push_back(DecideClaim{draft});
}

void add_of_the_rest(std::vector<Decision> &all)
{
    all.push_back(ResolveDiscrepancy{some_id(), words});
    all.push_back(Reconcile{"2026-11-23"});
    Operator person;
    person.name = an<OperatorName>("nina");
    person.display_name = "Nina 王";
    person.role = Role::Supervisor;
    person.approval_limit = EngineRig::yuan("100.00");
    all.push_back(AddOperator{person});
    all.push_back(SetOperatorLimit{person.name, EngineRig::yuan("0.00")});
    all.push_back(SetOperatorLimit{person.name, std::nullopt});
    all.push_back(DisableOperator{person.name});
}

}  // namespace

std::vector<Decision> sample_decisions()
{
    std::vector<Decision> all;
    add_of_charging(all);
    add_of_tickets(all);
    add_of_refunds(all);
    add_of_claims(all);
    add_of_the_rest(all);
    return all;
}

}  // namespace aftercharge
