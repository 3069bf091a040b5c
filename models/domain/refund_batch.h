// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/refund.h"

namespace aftercharge {

// How much of each order goes back.
enum class BatchShare {
    WholeFee,     // all that is left of what was paid
    ShareOfFee,   // so many thousandths of what was paid, half to even
    FixedAmount,  // the same amount of each
};

constexpr auto text_table(BatchShare)
{
    return std::array{
        EnumText{BatchShare::WholeFee, "WHOLE_FEE"},
        EnumText{BatchShare::ShareOfFee, "SHARE_OF_FEE"},
        EnumText{BatchShare::FixedAmount, "FIXED_AMOUNT"},
    };
}

// What was decided about one order of a batch; what became of its money is the refund's status.
enum class BatchRowState {
    Refused,   // no refund could be asked for: refusal_code, refusal_detail
    Waiting,   // with its batch
    Approved,  // its money is on its way, or there
    Voided,    // what it was asked on had changed by then: sent back alone, `refusal_detail` names what
    Failed,    // approved, but it could not be carried out: sent back alone, `refusal_*` says why
    SentBack,  // with its batch
};

constexpr auto text_table(BatchRowState)
{
    return std::array{
        EnumText{BatchRowState::Refused, "REFUSED"},   EnumText{BatchRowState::Waiting, "WAITING"},
        EnumText{BatchRowState::Approved, "APPROVED"}, EnumText{BatchRowState::Voided, "VOIDED"},
        EnumText{BatchRowState::Failed, "FAILED"},     EnumText{BatchRowState::SentBack, "SENT_BACK"},
    };
}

struct RefundBatchRow {
    int n = 1;
    OrderNo order_no;
    RefundNo refund_no;  // empty: refused
    Money amount;        // of a refused row: what would have been, or 0
    BatchRowState state = BatchRowState::Waiting;
    std::string refusal_code;  // "refund.exceeds_paid"
    std::string refusal_detail;
    friend bool operator==(const RefundBatchRow &, const RefundBatchRow &) = default;
};

// refund_batch: one incident, many charging sessions, one decision. Each row is a refund of its
// own (kind REFUND); `total` is the sum of those that were asked for, and never changes.
struct RefundBatch {
    BatchNo batch_no;  // "B20261125-0001"
    BatchShare share = BatchShare::WholeFee;
    int permille = 0;  // ShareOfFee: 1 … 1000
    Money each;        // FixedAmount; else 0
    ReasonCode reason_code = ReasonCode::Fault;
    std::string note;
    Money total;
    int rows = 0;     // all of them
    int refused = 0;  // when it was asked for
    ApprovalState approval = ApprovalState::Waiting;
    std::string sent_back;  // why
    OperatorName requested_by;
    OperatorName approved_by;  // whose vote was the last needed
    UtcTime created_at;
    std::optional<UtcTime> decided_at;
    std::optional<UtcTime> carried_out_at;  // every row of an approved batch has its result
    std::int64_t version = 0;
    friend bool operator==(const RefundBatch &, const RefundBatch &) = default;
};
inline constexpr std::size_t max_batch_rows = 500;

}  // namespace aftercharge
