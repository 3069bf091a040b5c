// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/goods_stage.h"

#include <algorithm>

#include "models/settlement/goods.h"
#include "models/workflow/goods_refund_steps.h"
#include "models/workflow/request_refund.h"

namespace aftercharge {
namespace {

OrderItem item(const std::string &id, int line_no, ItemKind kind, std::int64_t quantity, const std::string &gross)
{
    OrderItem item;
    item.order_item_id = an<OrderItemId>(id);
    item.line_no = line_no;
    item.kind = kind;
    item.sku = id + "-SKU";
    item.name = kind == ItemKind::Shipping ? "Shipping" : "Goods " + id;
    item.quantity = quantity;
    item.gross = EngineRig::yuan(gross);
    item.discount = item.tax = EngineRig::yuan("0.00");
    item.total = item.gross;
    return item;
}

PostalAddress some_address()
{
    PostalAddress address;
    address.name = "Wang Xiaoming";
    address.street1 = "1 Century Avenue";
    address.city = "Shanghai";
    address.zip = "200120";
    address.country = "CN";
    return address;
}

}  // namespace

GoodsStage::GoodsStage()
{
    rig.add_member("M-1", "CARD-1");
    rig.add_operator("alice", Role::Agent, "50.00");
    rig.add_operator("bob", Role::Supervisor, "150.00");
    rig.add_operator("carol", Role::Supervisor, "1000.00");
    rig.add_operator("nick", Role::Agent);
    take_order("G-1");
}

void GoodsStage::take_order(const std::string &order_no, GoodsOrderState state)
{
    NewGoodsOrder taken;
    taken.items = {item("L1", 1, ItemKind::Goods, 1, "200.00"), item("L2", 2, ItemKind::Goods, 3, "90.00"),
                   item("L3", 3, ItemKind::Shipping, 1, "10.00")};
    taken.discounts = must(price_order(taken.items, {{"WELCOME", {}, EngineRig::yuan("29.00")}}));
    taken.order.order_no = order_no_ = an<OrderNo>(order_no);
    taken.order.state = state;
    taken.order.member_id = an<MemberId>("M-1");
    taken.order.paid = must(order_total(taken.items));
    taken.order.refunded = EngineRig::yuan("0.00");
    taken.order.ordered_at = rig.clock.now();
    const bool is_paid = state != GoodsOrderState::Unpaid;
    if (is_paid)
        taken.payment = PaymentOrder{"P-" + order_no,  order_no_,        PaymentProvider::Stripe,
                                     "ch_" + order_no, taken.order.paid, rig.clock.now()};
    must(in_unit([&](UnitOfWork &unit, Work &work) -> Result<void> {
        if (auto inserted = unit.goods().insert(taken); !inserted || !is_paid)
            return inserted;
        Transfer paid;
        paid.transfer_id = make_uuid(work.clock, work.random);
        paid.debit = AccountId::platform(AccountKind::GatewayClearing);
        paid.credit = AccountId::platform(AccountKind::Revenue);
        paid.amount = taken.order.paid;
        paid.kind = TransferKind::GoodsPaid;
        paid.reference = order_no;
        paid.at = rig.clock.now();
        return unit.accounts().post(paid).map([](PostOutcome) {});
    }));
    ticket_no_ = open_ticket();
}

TicketNo GoodsStage::open_ticket()
{
    Ticket ticket;
    must(in_unit([&](UnitOfWork &unit, Work &work) {
        ticket.ticket_no = must(unit.tickets().next_ticket_no());
        ticket.kind = TicketKind::Refund;
        ticket.order_no = order_no_;
        ticket.member_id = an<MemberId>("M-1");
        ticket.reason = "changed my mind";
        ticket.opened_at = work.clock.now();
        ticket.due_at = ticket.opened_at + std::chrono::hours{4};
        return unit.tickets().insert(ticket);
    }));
    return ticket.ticket_no;
}

ShipmentNo GoodsStage::add_parcel(const std::string &number, ShipmentState state,
                                  const std::vector<LineQuantity> &lines, const std::string &insured)
{
    Shipment shipment;
    shipment.shipment_no = an<ShipmentNo>(number);
    shipment.order_no = order_no_;
    shipment.state = state;
    shipment.insured = EngineRig::yuan(insured);
    shipment.created_at = rig.clock.now();
    if (state != ShipmentState::Created) {
        shipment.ext_external_id = "shp_" + number;
        shipment.tracking_no = "EZ" + number;
    }
    std::vector<ShipmentItem> items;
    for (const LineQuantity &one : lines)
        items.push_back({shipment.shipment_no, one.order_item_id, one.quantity});
    must(in_unit(
        [&](UnitOfWork &unit, Work &) { return unit.shipments().insert(shipment, items, {}, some_address()); }));
    return shipment.shipment_no;
}

bool GoodsStage::waits(EffectKind kind, const std::string &key)
{
    const auto row = effect(kind, key);
    return row && !row->done_at && !row->sent_at;
}

std::int64_t GoodsStage::balance(AccountKind kind)
{
    return must(rig.ledger().accounts().balance(AccountId::platform(kind))).minor();
}

std::vector<ItemUnit> GoodsStage::units(const std::string &line)
{
    auto units = must(rig.ledger().goods().units(order_no_));
    std::erase_if(units, [&](const ItemUnit &unit) { return unit.order_item_id.text() != line; });
    return units;
}

int GoodsStage::notices(NoticeKind kind)
{
    const auto notices = rig.notices(order_no_);
    return static_cast<int>(
        std::count_if(notices.begin(), notices.end(), [&](const Notice &notice) { return notice.kind == kind; }));
}

LineQuantity GoodsStage::line(const std::string &item, std::int64_t quantity)
{
    return {an<OrderItemId>(item), quantity};
}

GoodsRefundDraft GoodsStage::before_shipment(const std::string &by)
{
    GoodsRefundDraft draft;
    draft.order_no = order_no_;
    draft.ticket_no = ticket_no_;
    draft.before_shipment = true;
    draft.requested_by = an<OperatorName>(by);
    return draft;
}

GoodsRefundDraft GoodsStage::of_lines(const std::string &by, std::vector<LineQuantity> lines, const std::string &amount)
{
    GoodsRefundDraft draft;
    draft.order_no = order_no_;
    draft.lines = std::move(lines);
    if (!amount.empty())
        draft.amount = EngineRig::yuan(amount);
    draft.reason_code = ReasonCode::Damaged;
    draft.requested_by = an<OperatorName>(by);
    return draft;
}

ReshipDraft GoodsStage::reship_of(const std::string &by, std::vector<LineQuantity> lines)
{
    ReshipDraft draft;
    draft.order_no = order_no_;
    draft.lines = std::move(lines);
    draft.requested_by = an<OperatorName>(by);
    return draft;
}

Result<Refund> GoodsStage::request(const GoodsRefundDraft &draft)
{
    return rig.run([&](Work &work) { return request_goods_refund(work, draft); });
}

Result<Refund> GoodsStage::approve(const RefundNo &refund_no, const std::string &amount, const std::string &by)
{
    return rig.run(
        [&](Work &work) { return approve_refund(work, refund_no, EngineRig::yuan(amount), an<OperatorName>(by)); });
}

Result<Refund> GoodsStage::send_back(const RefundNo &refund_no, const std::string &by)
{
    return rig.run(
        [&](Work &work) { return send_back_refund(work, refund_no, "not like this", an<OperatorName>(by)); });
}

Result<Refund> GoodsStage::retry(const RefundNo &refund_no, const std::string &by)
{
    return rig.run([&](Work &work) { return retry_refund(work, refund_no, an<OperatorName>(by)); });
}

Result<Refund> GoodsStage::by_hand(const RefundNo &refund_no, const std::string &proof, const std::string &by)
{
    return rig.run([&](Work &work) { return settle_by_hand(work, refund_no, proof, an<OperatorName>(by)); });
}

Result<Shipment> GoodsStage::reship(const ReshipDraft &draft)
{
    return rig.run([&](Work &work) { return create_reshipment(work, draft); });
}

Result<Shipment> GoodsStage::advance(const ShipmentNo &number, ShipmentEvent event, const Actor &actor)
{
    return rig.run([&](Work &work) { return advance_shipment(work, number, event, actor, "as seen"); });
}

Result<void> GoodsStage::in_unit(const std::function<Result<void>(UnitOfWork &, Work &)> &step)
{
    return rig.run([&](Work &work) -> Result<void> {
        auto unit = work.ledger.begin();
        if (!unit)
            return pass_on(unit);
        if (auto done = step(**unit, work); !done)
            return done;
        return (*unit)->commit();
    });
}

Result<void> GoodsStage::with_refund(const RefundNo &refund_no,
                                     const std::function<Result<void>(UnitOfWork &, Work &, Refund &)> &step)
{
    return in_unit([&](UnitOfWork &unit, Work &work) -> Result<void> {
        // The row that was due is over once it was answered.
        for (const EffectKind kind : {EffectKind::SendRefund, EffectKind::RepairRefund}) {
            const auto row = must(unit.outbox().find(kind, refund_no.text()));
            if (row && !row->done_at)
                must(unit.outbox().done(row->id, work.clock.now(), {}));
        }
        auto refund = unit.refunds().find(refund_no);
        if (!refund)
            return pass_on(refund);
        return step(unit, work, *refund);
    });
}

Result<void> GoodsStage::accepts(const RefundNo &refund_no)
{
    return with_refund(refund_no, [](UnitOfWork &unit, Work &work, Refund &refund) {
        const bool again = refund.status == RefundStatus::Fail;
        return accept_goods_refund(unit, work, refund, again ? RefundEvent::VerifiedPending : RefundEvent::Accepted);
    });
}

Result<void> GoodsStage::pays(const RefundNo &refund_no, const std::string &external_id)
{
    return with_refund(refund_no, [&](UnitOfWork &unit, Work &work, Refund &refund) {
        refund.external_refund_id = external_id;
        const bool again = refund.status == RefundStatus::Fail;
        return complete_goods_refund(unit, work, refund, again ? RefundEvent::VerifiedSuccess : RefundEvent::Succeeded);
    });
}

Result<void> GoodsStage::fails(const RefundNo &refund_no, const std::string &words, bool repairable)
{
    return with_refund(refund_no, [&](UnitOfWork &unit, Work &work, Refund &refund) {
        refund.gateway_words = words;
        refund.repairable = repairable;
        return end_goods_refund(unit, work, refund, RefundEvent::Failed, words);
    });
}

Result<void> GoodsStage::takes_back(const RefundNo &refund_no)
{
    return with_refund(refund_no, [](UnitOfWork &unit, Work &work, Refund &refund) {
        return reverse_goods_refund(unit, work, refund, "taken back");
    });
}

QString GoodsStage::broken()
{
    const auto say = [](const std::string &what) { return QString::fromStdString(what); };
    if (must(rig.ledger().accounts().sum_of_all()).minor() != 0)
        return say("the sum of all accounts is not 0");
    std::int64_t held = 0;
    std::int64_t promised = 0;
    std::int64_t paid_back = 0;
    for (const Refund &refund : must(rig.ledger().refunds().of_order(order_no_))) {
        const std::int64_t amount = refund.amount.minor();
        held += holds_money(refund) ? amount : 0;
        const bool on_its_way = refund.status != RefundStatus::Success && holds_money(refund);
        promised += on_its_way && refund.approval == ApprovalState::Approved ? amount : 0;
        paid_back += refund.status == RefundStatus::Success && refund.kind != RefundKind::Coupon ? amount : 0;
    }
    std::int64_t of_units = 0;
    for (const ItemUnit &unit : must(rig.ledger().goods().units(order_no_))) {
        of_units += unit.refunded.minor();
        if (unit.refunded.minor() > unit.share.minor())
            return say("a unit above its share");
        if (unit.use == UnitUse::Replaced && !unit.refunded.is_zero())
            return say("a unit refunded and replaced");
    }
    const GoodsOrder standing = order();
    if (held > standing.paid.minor())
        return say("more is held than was paid");
    if (of_units != held)
        return say("the units hold " + std::to_string(of_units) + ", the refunds " + std::to_string(held));
    if (balance(AccountKind::RefundsPayable) != promised)
        return say("promised " + std::to_string(promised) + ", payable " +
                   std::to_string(balance(AccountKind::RefundsPayable)));
    if (standing.refunded.minor() != paid_back)
        return say("refunded " + standing.refunded.to_text() + ", paid back " + std::to_string(paid_back));
    return {};
}

}  // namespace aftercharge
