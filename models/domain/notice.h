// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "models/domain/enum_text.h"
#include "models/domain/id.h"

namespace aftercharge {

// What the customer is told. The words are made where the notice is shown; 充电异常结束，余额已退回
// is FaultStopReturned.
enum class NoticeKind {
    ChargingStarted,
    ChargingEnded,      // settled, the rest returned
    FaultStopReturned,  // stopped by a fault, the rest returned
    StopRequested,      // the money is used up
    Owed,               // the fee is above what could be taken
    DebtPaid,
    ComplaintReceived,
    RefundDone,
    AdjustmentDone,
    ComplaintRejected,
    TicketReply,
    GoodsRefundSent,    // the gateway has accepted it
    GoodsRefundDone,    // with its proof
    GoodsRefundFailed,  // a person looks at it
    GoodsRefundReversed,
    RefundStopped,    // before shipment: a label could not be cancelled
    ParcelSentAgain,  // with the new tracking number
    ClaimOpened,
    ClaimApproved,
    ClaimDenied,
    ClaimClosed,  // with the decision
    CouponIssued,
    RequestRejected,  // of a goods order
};

constexpr auto text_table(NoticeKind)
{
    return std::array{
        EnumText{NoticeKind::ChargingStarted, "CHARGING_STARTED"},
        EnumText{NoticeKind::ChargingEnded, "CHARGING_ENDED"},
        EnumText{NoticeKind::FaultStopReturned, "FAULT_STOP_RETURNED"},
        EnumText{NoticeKind::StopRequested, "STOP_REQUESTED"},
        EnumText{NoticeKind::Owed, "OWED"},
        EnumText{NoticeKind::DebtPaid, "DEBT_PAID"},
        EnumText{NoticeKind::ComplaintReceived, "COMPLAINT_RECEIVED"},
        EnumText{NoticeKind::RefundDone, "REFUND_DONE"},
        EnumText{NoticeKind::AdjustmentDone, "ADJUSTMENT_DONE"},
        EnumText{NoticeKind::ComplaintRejected, "COMPLAINT_REJECTED"},
        EnumText{NoticeKind::TicketReply, "TICKET_REPLY"},
        EnumText{NoticeKind::GoodsRefundSent, "GOODS_REFUND_SENT"},
        EnumText{NoticeKind::GoodsRefundDone, "GOODS_REFUND_DONE"},
        EnumText{NoticeKind::GoodsRefundFailed, "GOODS_REFUND_FAILED"},
        EnumText{NoticeKind::GoodsRefundReversed, "GOODS_REFUND_REVERSED"},
        EnumText{NoticeKind::RefundStopped, "REFUND_STOPPED"},
        EnumText{NoticeKind::ParcelSentAgain, "PARCEL_SENT_AGAIN"},
        EnumText{NoticeKind::ClaimOpened, "CLAIM_OPENED"},
        EnumText{NoticeKind::ClaimApproved, "CLAIM_APPROVED"},
        EnumText{NoticeKind::ClaimDenied, "CLAIM_DENIED"},
        EnumText{NoticeKind::ClaimClosed, "CLAIM_CLOSED"},
        EnumText{NoticeKind::CouponIssued, "COUPON_ISSUED"},
        EnumText{NoticeKind::RequestRejected, "REQUEST_REJECTED"},
    };
}

// Written in the transaction of the change it tells of; `values` are plain texts for the
// template ("amount": "2.94", "currency": "CNY", "ticket_no": …, "reason": …).
struct Notice {
    Uuid event_id;
    NoticeKind kind = NoticeKind::ChargingStarted;
    MemberId member_id;
    OrderNo order_no;
    UtcTime at;
    std::map<std::string, std::string> values;
    friend bool operator==(const Notice &, const Notice &) = default;
};

}  // namespace aftercharge
