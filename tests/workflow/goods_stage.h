// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "models/workflow/refund_goods.h"
#include "models/workflow/reship.h"
#include "tests/support/engine_rig.h"

namespace aftercharge {

// Goods orders on the engine, with persons who decide about them: alice (agent) up to 50.00, bob
// (supervisor) up to 150.00, carol (supervisor) up to 1000.00, nick (agent) nothing. Every order is
//   L1  wallbox  1 × 200.00 − 20.00             = 180.00
//   L2  cable    3 ×  30.00 −  9.00             =  81.00, a unit 27.00
//   L3  shipping                                =  10.00
// 271.00 paid by Stripe, with a ticket of its own. The gateway and the carrier are played by hand.
class GoodsStage {
public:
    GoodsStage();

    EngineRig rig;

    void take_order(const std::string &order_no, GoodsOrderState state = GoodsOrderState::Paid);
    // Of the newest order; by the state that it is in, with a label or without.
    ShipmentNo add_parcel(const std::string &number, ShipmentState state, const std::vector<LineQuantity> &lines,
                          const std::string &insured = "0.00");
    TicketNo open_ticket();

    const OrderNo &order_no() const { return order_no_; }
    const TicketNo &ticket_no() const { return ticket_no_; }
    GoodsOrder order() { return must(rig.ledger().goods().find(order_no_)); }
    Ticket ticket() { return must(rig.ledger().tickets().find(ticket_no_)); }
    Refund refund(const RefundNo &refund_no) { return must(rig.ledger().refunds().find(refund_no)); }
    Shipment parcel(const ShipmentNo &number) { return must(rig.ledger().shipments().find(number)); }
    std::optional<Effect> effect(EffectKind kind, const std::string &key)
    {
        return must(rig.ledger().outbox().find(kind, key));
    }
    // Waiting: neither done nor sent.
    bool waits(EffectKind kind, const std::string &key);
    std::int64_t balance(AccountKind kind);
    std::vector<ItemUnit> units(const std::string &line);
    int notices(NoticeKind kind);

    static LineQuantity line(const std::string &item, std::int64_t quantity);
    GoodsRefundDraft before_shipment(const std::string &by);
    GoodsRefundDraft of_lines(const std::string &by, std::vector<LineQuantity> lines, const std::string &amount = {});
    ReshipDraft reship_of(const std::string &by, std::vector<LineQuantity> lines);

    // As a person asks it.
    Result<Refund> request(const GoodsRefundDraft &draft);
    Result<Refund> approve(const RefundNo &refund_no, const std::string &amount, const std::string &by);
    Result<Refund> send_back(const RefundNo &refund_no, const std::string &by);
    Result<Refund> retry(const RefundNo &refund_no, const std::string &by);
    Result<Refund> by_hand(const RefundNo &refund_no, const std::string &proof, const std::string &by);
    Result<Shipment> reship(const ReshipDraft &draft);
    Result<Shipment> advance(const ShipmentNo &number, ShipmentEvent event, const Actor &actor);

    // What the gateway does with a refund that is to be sent.
    Result<void> accepts(const RefundNo &refund_no);
    Result<void> pays(const RefundNo &refund_no, const std::string &external_id);
    Result<void> fails(const RefundNo &refund_no, const std::string &words, bool repairable = false);
    Result<void> takes_back(const RefundNo &refund_no);
    // Any step within a unit of work.
    Result<void> in_unit(const std::function<Result<void>(UnitOfWork &, Work &)> &step);

    // The rules that hold after every step, or what is broken.
    QString broken();

private:
    Result<void> with_refund(const RefundNo &refund_no,
                             const std::function<Result<void>(UnitOfWork &, Work &, Refund &)> &step);

    OrderNo order_no_;
    TicketNo ticket_no_;
};

}  // namespace aftercharge
