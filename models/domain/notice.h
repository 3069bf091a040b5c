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
