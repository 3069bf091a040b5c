// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/actor.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/refund_states.h"

namespace aftercharge {

// Everything that gives money back is numbered, reasoned and approved; all of an order together
// never exceeds what was paid for it. REFUND and ADJUSTMENT are of charging orders, to the
// balance; the others of goods orders.
enum class RefundKind {
    Refund,
    Adjustment,
    GoodsRefund,     // to the payment gateway
    PlatformCovers,  // the same after a carrier's denial, a decision of its own kind
    Coupon,          // a numbered credit note instead of money, after a carrier's denial
    ByHand,          // paid outside of the gateway, after it failed there; `note` holds the proof
};

constexpr auto text_table(RefundKind)
{
    return std::array{
        EnumText{RefundKind::Refund, "REFUND"},
        EnumText{RefundKind::Adjustment, "ADJUSTMENT"},
        EnumText{RefundKind::GoodsRefund, "GOODS_REFUND"},
        EnumText{RefundKind::PlatformCovers, "PLATFORM_COVERS"},
        EnumText{RefundKind::Coupon, "COUPON"},
        EnumText{RefundKind::ByHand, "BY_HAND"},
    };
}

constexpr bool is_of_goods(RefundKind kind)
{
    return kind != RefundKind::Refund && kind != RefundKind::Adjustment;
}

// Whether its money goes through a payment gateway.
constexpr bool goes_through_gateway(RefundKind kind)
{
    return kind == RefundKind::GoodsRefund || kind == RefundKind::PlatformCovers;
}

enum class ReasonCode { CustomerRequest, Returned, Lost, Damaged, Fault, MeterFast, Phantom, Goodwill };

constexpr auto text_table(ReasonCode)
{
    return std::array{
        EnumText{ReasonCode::CustomerRequest, "CUSTOMER_REQUEST"},
        EnumText{ReasonCode::Returned, "RETURNED"},
        EnumText{ReasonCode::Lost, "LOST"},
        EnumText{ReasonCode::Damaged, "DAMAGED"},
        EnumText{ReasonCode::Fault, "0x01 FAULT"},
        EnumText{ReasonCode::MeterFast, "METER_FAST"},
        EnumText{ReasonCode::Phantom, "PHANTOM"},
        EnumText{ReasonCode::Goodwill, "GOODWILL"},
    };
}

// How a decision stands before its money moves.
enum class ApprovalState { Waiting, Approved, SentBack };

constexpr auto text_table(ApprovalState)
{
    return std::array{
        EnumText{ApprovalState::Waiting, "WAITING"},
        EnumText{ApprovalState::Approved, "APPROVED"},
        EnumText{ApprovalState::SentBack, "SENT_BACK"},
    };
}

// payment_refund_item: units of a line, and what of their shares is given back.
struct RefundItem {
    OrderItemId order_item_id;
    std::int64_t quantity = 0;
    Money amount;
    friend bool operator==(const RefundItem &, const RefundItem &) = default;
};

// The same unit by unit; the items are its sums.
struct RefundUnit {
    OrderItemId order_item_id;
    int unit = 1;
    Money amount;
    friend bool operator==(const RefundUnit &, const RefundUnit &) = default;
};

// payment_refund: of a charging order to the platform balance, of a goods order to the payment
// gateway. `basis` is what the
// requester saw when he decided (text, one line a row), and what the approver sees.
struct Refund {
    RefundNo refund_no;
    RefundKind kind = RefundKind::Refund;
    OrderNo order_no;
    MemberId member_id;
    TicketNo ticket_no;  // empty: none
    Money amount;
    RefundStatus status = RefundStatus::Init;
    ApprovalState approval = ApprovalState::Waiting;
    ReasonCode reason_code = ReasonCode::CustomerRequest;
    std::string note;
    std::string basis;
    Source initiator = Source::Admin;
    OperatorName requested_by;
    OperatorName approved_by;
    Uuid transfer_id;  // of the movement, made with the request: a retry moves nothing twice
    std::string external_refund_id;
    UtcTime created_at;
    std::optional<UtcTime> decided_at;
    std::optional<UtcTime> posted_at;
    // Of goods orders only.
    std::string payment_order_id;
    ClaimNo claim_no;              // whose approval covers it, or whose denial it answers
    RefundNo retry_of;             // the failed refund that it stands in for
    bool before_shipment = false;  // every label is cancelled first, and the order is locked until it ends
    std::string gateway_words;     // what the gateway last said, in its own words
    bool repairable = false;       // FAIL that the gateway wants repaired under the same number
    std::vector<RefundItem> items;
    std::int64_t version = 0;
    friend bool operator==(const Refund &, const Refund &) = default;
};

// Whether a refund still holds a part of what was paid.
constexpr bool holds_money(ApprovalState approval, RefundStatus status)
{
    return approval != ApprovalState::SentBack && status != RefundStatus::Fail && status != RefundStatus::Closed &&
           status != RefundStatus::Reversed;
}
inline bool holds_money(const Refund &refund)
{
    return holds_money(refund.approval, refund.status);
}

}  // namespace aftercharge
