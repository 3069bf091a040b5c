// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

#include "models/domain/actor.h"
#include "models/domain/charging_order.h"
#include "models/domain/claim.h"
#include "models/domain/discrepancy.h"
#include "models/domain/notice.h"
#include "models/domain/refund.h"
#include "models/domain/ticket.h"

namespace aftercharge {

// The words a person reads for the values of the domain, in one place.
class EnumWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::EnumWords)
public:
    static QString role(Role role);
    static QString source(Source source);
    static QString order_state(OrderState state);
    static QString settlement(Settlement settlement);
    static QString stop_reason(StopReason reason);
    static QString ticket_kind(TicketKind kind);
    static QString ticket_state(TicketState state);
    static QString refund_status(RefundStatus status);
    static QString approval_state(ApprovalState state);
    static QString refund_kind(RefundKind kind);
    static QString reason_code(ReasonCode code);
    // Of goods.
    static QString goods_order_state(GoodsOrderState state);
    static QString goods_order_event(GoodsOrderEvent event);
    static QString item_kind(ItemKind kind);
    static QString unit_use(UnitUse use);
    static QString payment_provider(PaymentProvider provider);  // as it calls itself
    static QString carrier(CarrierProvider carrier);
    static QString shipment_state(ShipmentState state);
    static QString shipment_event(ShipmentEvent event);
    static QString shipment_purpose(ShipmentPurpose purpose);
    static QString label_refund(LabelRefund state);
    static QString claim_type(ClaimType type);
    static QString claim_state(ClaimState state);
    static QString claim_decision(ClaimDecision decision);
    static QString discrepancy_kind(DiscrepancyKind kind);
    static QString notice_kind(NoticeKind kind);
};

}  // namespace aftercharge
