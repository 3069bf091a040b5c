// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "models/settlement/goods.h"
#include "models/workflow/reconcile.h"
#include "models/workflow/request_refund.h"
#include "tests/workflow/gateway_stage.h"

namespace aftercharge {

// The refund of units of L2 (27.00 each), by the effect worker, at a gateway that answers as it is told.
class RefundBench : public QObject {
protected:
    void check() { QVERIFY2(stage_->broken().isEmpty(), qPrintable(stage_->broken())); }
    RefundStatus status(const RefundNo &number) { return stage_->refund(number).status; }
    // One unit of L2, or so many, decided by carol with the stage's ticket.
    RefundNo ask(std::int64_t quantity = 1)
    {
        GoodsRefundDraft draft = stage_->of_lines("carol", {GoodsStage::line("L2", quantity)});
        if (!ticket_used_)
            draft.ticket_no = stage_->ticket_no();
        ticket_used_ = true;
        return must(stage_->request(draft)).refund_no;
    }
    GoodsRefundDraft draft_of(const std::string &order_no, const std::string &line, std::int64_t quantity)
    {
        GoodsRefundDraft draft = stage_->of_lines("carol", {GoodsStage::line(line, quantity)});
        draft.order_no = an<OrderNo>(order_no);
        return draft;
    }
    void take_wechat_order()
    {
        OrderItem item;
        item.order_item_id = an<OrderItemId>("L1");
        item.sku = item.name = "CARD";
        item.quantity = 5;
        item.gross = item.total = EngineRig::yuan("50.00");
        item.discount = item.tax = EngineRig::yuan("0.00");
        NewGoodsOrder taken;
        taken.items = {item};
        taken.order.order_no = an<OrderNo>("W-1");
        taken.order.member_id = an<MemberId>("M-1");
        taken.order.paid = EngineRig::yuan("50.00");
        taken.order.refunded = EngineRig::yuan("0.00");
        taken.order.ordered_at = stage_->rig.clock.now();
        taken.payment = PaymentOrder{"P-W-1", taken.order.order_no, PaymentProvider::WechatPay,
                                     "wx_1",  taken.order.paid,     taken.order.ordered_at};
        must(stage_->in_unit([&](UnitOfWork &unit, Work &) { return unit.goods().insert(taken); }));
    }

    std::unique_ptr<GatewayStage> stage_;
    bool ticket_used_ = false;
};

}  // namespace aftercharge
