// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/domain/actor.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/refund_states.h"

namespace aftercharge {

// A refund and a balance adjustment are both numbered, reasoned and approved; together they
// never exceed what was paid for the order.
enum class RefundKind { Refund, Adjustment };

constexpr auto text_table(RefundKind)
{
    return std::array{EnumText{RefundKind::Refund, "REFUND"}, EnumText{RefundKind::Adjustment, "ADJUSTMENT"}};
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

// payment_refund, here of a charging order to the platform balance. `basis` is what the
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
    std::int64_t version = 0;
    friend bool operator==(const Refund &, const Refund &) = default;
};

}  // namespace aftercharge
