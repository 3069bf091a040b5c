// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/goods_pages_samples.h"

#include <algorithm>

#include "tests/ui/goods_samples.h"
#include "tests/ui/tickets_samples.h"

namespace aftercharge {

namespace {

using namespace std::chrono_literals;

template<typename Id>
Id id(const std::string &text)
{
    return Id::from_text(text).value();
}

Uuid uuid(int number)
{
    return Uuid::from_text("0190a000-0000-7000-8000-0000000001" + std::to_string(10 + number)).value();
}

// Two more claims of the lost parcel's order: one that waits for a promise, one that is closed.
void add_claims(FakeGoodsDesk &goods, bool zh)
{
    ClaimDossier waiting = goods.claim_dossiers.at(denied_claim());
    Claim &claim = waiting.claim;
    claim.claim_no = waiting_claim();
    claim.state = ClaimState::Opened;
    claim.approval = ApprovalState::Waiting;
    claim.type = ClaimType::Damage;
    claim.up_to = tickets_money("25.00");
    claim.external_id.clear();
    claim.carrier_words.clear();
    claim.requested_by = id<OperatorName>("zhao.min");
    claim.approved_by = {};
    claim.description = zh ? "外包装破损，充电枪开裂" : "The box was crushed, the plug is cracked";
    claim.opened_at = goods_now() - 30min;
    for (ClaimEvidence &row : waiting.evidence) {
        row.claim_no = claim.claim_no;
        row.sent_at.reset();
    }
    waiting.log.resize(1);
    goods.claim_dossiers[claim.claim_no] = waiting;
    goods.claim_rows.insert(goods.claim_rows.begin(), claim);

    ClaimDossier closed = waiting;
    closed.claim.claim_no = id<ClaimNo>("K20261122-0004");
    closed.claim.state = ClaimState::Closed;
    closed.claim.approval = ApprovalState::Approved;
    closed.claim.decision = ClaimDecision::Refund;
    closed.claim.approved = tickets_money("20.00");
    closed.claim.opened_at = goods_now() - 50h;
    closed.claim.closed_at = goods_now() - 20h;
    goods.claim_dossiers[closed.claim.claim_no] = closed;
    goods.claim_rows.push_back(closed.claim);
}

void add_refunds(FakeDeskService &desk, const FakeGoodsDesk &goods)
{
    std::vector<Refund> rows;
    for (const auto &[order_no, dossier] : goods.dossiers)
        rows.insert(rows.end(), dossier.refunds.begin(), dossier.refunds.end());
    const Refund &failed = rows.front();
    Refund paid = failed;
    paid.refund_no = id<RefundNo>("R20261124-0002");
    paid.amount = tickets_money("64.27");
    paid.items.front().amount = paid.amount;
    paid.status = RefundStatus::Success;
    paid.external_refund_id = "re_3Q1PzkL2";
    paid.gateway_words.clear();
    paid.created_at = goods_now() - 3h;
    paid.decided_at = goods_now() - 3h;
    paid.posted_at = goods_now() - 2h;
    paid.basis = "Item\tUnits\tThis refund\nCable 5 m\t1\t¥64.27\nTotal\t1\t¥64.27";
    rows.push_back(paid);
    Refund waiting = paid;
    waiting.refund_no = id<RefundNo>("R20261124-0005");
    waiting.kind = RefundKind::Coupon;
    waiting.amount = tickets_money("18.00");
    waiting.items.front().amount = waiting.amount;
    waiting.status = RefundStatus::Init;
    waiting.approval = ApprovalState::Waiting;
    waiting.requested_by = id<OperatorName>("zhao.min");
    waiting.approved_by = {};
    waiting.external_refund_id.clear();
    waiting.decided_at.reset();
    waiting.posted_at.reset();
    rows.insert(rows.begin(), waiting);
    desk.refund_rows.insert(desk.refund_rows.begin(), rows.begin(), rows.end());
}

void add_discrepancies(FakeGoodsDesk &goods)
{
    Discrepancy late;
    late.id = uuid(1);
    late.kind = DiscrepancyKind::GatewayContradicts;
    late.entity = "payment_refund";
    late.entity_id = "R20261124-0002";
    late.order_no = goods.order_rows.front().order_no;
    late.detail = "STRIPE says FAIL (expired_or_canceled_card) of a refund that stands at SUCCESS since 09:24";
    late.found_at = goods_now() - 40min;
    Discrepancy label;
    label.id = uuid(2);
    label.kind = DiscrepancyKind::LabelNotCancelled;
    label.entity = "shipment";
    label.entity_id = "S20261121-0003";
    label.order_no = goods.order_rows.front().order_no;
    label.detail = "EASYPOST rejected the label's refund after it was submitted";
    label.found_at = goods_now() - 5h;
    Discrepancy old = late;
    old.id = uuid(3);
    old.kind = DiscrepancyKind::AmountDiffers;
    old.detail = "STRIPE names 60.00 CNY, approved were 64.27 CNY";
    old.found_at = goods_now() - 30h;
    old.resolved_at = goods_now() - 20h;
    old.resolved_by = id<OperatorName>("wang.jing");
    old.resolution = "The fee of the gateway; booked by hand.";
    goods.discrepancy_rows = {late, label, old};
}

ReconciledRefund book(const std::string &number, RefundStatus status, const char *amount, bool paid,
                      const std::string &gateway, const char *gateway_amount, const std::string &finding)
{
    ReconciledRefund row;
    row.refund_no = id<RefundNo>(number);
    row.status = status;
    row.amount = tickets_money(amount);
    row.ledger_paid = paid ? row.amount : Money::zero(row.amount.currency());
    row.outbox_done = gateway != "NOT_ASKED";
    row.gateway_status = gateway;
    if (*gateway_amount)
        row.gateway_amount = tickets_money(gateway_amount);
    row.finding = finding;
    row.agrees = finding.empty();
    return row;
}

void add_reconciliations(FakeGoodsDesk &goods)
{
    const auto run = [&](int number, const char *day, bool finished, int refunds, int differing) {
        Reconciliation made;
        made.id = uuid(number);
        made.day = day;
        made.run_by = id<OperatorName>("wang.jing");
        made.started_at = goods_now() - std::chrono::hours(number);
        if (finished)
            made.finished_at = made.started_at + 40s;
        made.refunds = refunds;
        made.differing = differing;
        goods.reconciliation_rows.push_back(made);
    };
    run(11, "2026-11-23", true, 4, 2);
    run(12, "2026-11-22", true, 1, 0);
    run(13, "2026-11-21", false, 0, 0);
    goods.reconciled_rows[uuid(11)] = {
        book("R20261123-0021", RefundStatus::Success, "129.00", true, "SUCCESS", "129.00", ""),
        book("R20261123-0022", RefundStatus::Success, "64.27", true, "SUCCESS", "60.00",
             "the gateway names 60.00 CNY, the ledger 64.27 CNY"),
        book("R20261123-0023", RefundStatus::Init, "1299.00", false, "NOT_ASKED", "", ""),
        book("R20261123-0024", RefundStatus::Pending, "35.50", false, "NOT_FOUND", "",
             "sent at 14:02, and the gateway knows no such number"),
    };
    goods.reconciled_rows[uuid(12)] = {
        book("R20261122-0031", RefundStatus::Success, "18.00", true, "SUCCESS", "18.00", "")};
}

}  // namespace

void fill_goods_pages(FakeDeskService &desk, FakeGoodsDesk &goods, bool chinese)
{
    const auto people = desk.operator_rows;
    const auto who = desk.who;
    fill_goods(desk, goods, chinese);
    desk.operator_rows = people;
    desk.who = who;
    for (Claim &claim : goods.claim_rows)
        claim.ticket_no = goods.claim_dossiers.at(claim.claim_no).claim.ticket_no = goods_ticket(
            claim.claim_no == denied_claim() ? GoodsCase::Denied : GoodsCase::EvidenceAsked);
    add_claims(goods, chinese);
    add_refunds(desk, goods);
    add_discrepancies(goods);
    add_reconciliations(goods);
}

ClaimNo waiting_claim()
{
    return id<ClaimNo>("K20261124-0009");
}

ClaimNo denied_claim()
{
    return id<ClaimNo>("K20261124-0003");
}

ClaimNo evidence_claim()
{
    return id<ClaimNo>("K20261124-0002");
}

RefundNo failed_refund()
{
    return id<RefundNo>("R20261124-0003");
}

}  // namespace aftercharge
