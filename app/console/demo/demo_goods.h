// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/console/demo/demo_customer.h"
#include "app/console/demo/demo_narrator.h"
#include "app/console/demo/demo_pictures.h"
#include "app/console/demo/demo_stage.h"

namespace aftercharge::demo {

// The story's part about goods: orders of resources/demo/goods_orders.json, refunded before and
// after shipment, sent again, claimed from the carrier, through gateways that lose answers, fail
// and take back. Each scene looks into the ledger for what it should have come to.
class GoodsStory {
public:
    GoodsStory(Stage &stage, Narrator &narrator, Pictures &pictures)
        : stage_(stage), narrator_(narrator), pictures_(pictures)
    {
    }
    ~GoodsStory();

    void play();

private:
    void buy_labels();
    void refund_before_shipment();
    void send_and_lose();
    void claim();
    void claim_damaged();
    void claim_denied();
    void troubled_refunds();
    void reconcile();
    void take_pictures();
    static void show_ticket(MainWindow &window, const TicketNo &ticket_no);

    GoodsDesk &goods() { return stage_.host().goods(); }
    Money yuan(const std::string &text) const;
    Result<GoodsDossier> order(const std::string &order_no) const;
    Result<Shipment> parcel(const std::string &shipment_no) const;
    Result<Refund> refund(const RefundNo &refund_no) const;
    bool refund_becomes(const RefundNo &refund_no, RefundStatus status) const;
    bool parcel_becomes(const std::string &shipment_no, ShipmentState state) const;
    bool claim_becomes(const ClaimNo &claim_no, ClaimState state) const;
    bool hears(const std::string &order_no, const std::string &notice) const;
    // A ticket that the order's customer opens on his channel, taken by whoever works at the desk.
    Result<Ticket> complaint(const std::string &order_no, TicketKind kind, const std::string &shipment_no,
                             const std::string &reason, const std::string &text);
    Result<Refund> ask_before_shipment(const std::string &order_no);
    Seen before_shipment(const std::string &order_no, ShipmentState parcel_after);
    Seen label_that_cannot_be_cancelled();
    Seen lost_parcel();
    Seen lost_reply();
    Seen failing_refund();
    Seen reversed_refund();
    Seen hand_in_what_is_missing(int round);
    Seen decide_denied();

    Stage &stage_;
    Narrator &narrator_;
    Pictures &pictures_;
    std::map<std::string, std::unique_ptr<DemoCustomer>> customers_;  // by order
    ClaimNo damaged_;
    ClaimNo denied_;
    TicketNo lost_ticket_;
    RefundNo failed_;
};

}  // namespace aftercharge::demo
