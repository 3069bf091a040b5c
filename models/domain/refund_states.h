// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state_table.h"

namespace aftercharge {

// payment_refund of the specification, with the two states that real gateways need: UNKNOWN
// (sent, no usable answer: ask by our number before anything is sent again) and REVERSED
// (taken back after SUCCESS).
enum class RefundStatus { Init, Pending, Success, Fail, Closed, Unknown, Reversed };
enum class RefundEvent { Accepted, Succeeded, Failed, Closed, NoAnswer, Reversed, VerifiedPending, VerifiedSuccess };

constexpr auto text_table(RefundStatus)
{
    return std::array{
        EnumText{RefundStatus::Init, "INIT"},         EnumText{RefundStatus::Pending, "PENDING"},
        EnumText{RefundStatus::Success, "SUCCESS"},   EnumText{RefundStatus::Fail, "FAIL"},
        EnumText{RefundStatus::Closed, "CLOSED"},     EnumText{RefundStatus::Unknown, "UNKNOWN"},
        EnumText{RefundStatus::Reversed, "REVERSED"},
    };
}

constexpr auto text_table(RefundEvent)
{
    return std::array{
        EnumText{RefundEvent::Accepted, "ACCEPTED"},
        EnumText{RefundEvent::Succeeded, "SUCCEEDED"},
        EnumText{RefundEvent::Failed, "FAILED"},
        EnumText{RefundEvent::Closed, "CLOSED"},
        EnumText{RefundEvent::NoAnswer, "NO_ANSWER"},
        EnumText{RefundEvent::Reversed, "REVERSED"},
        EnumText{RefundEvent::VerifiedPending, "VERIFIED_PENDING"},
        EnumText{RefundEvent::VerifiedSuccess, "VERIFIED_SUCCESS"},
    };
}

using RefundTransition = Transition<RefundStatus, RefundEvent>;
inline constexpr std::array payment_refund_table{
    RefundTransition{RefundStatus::Init, RefundEvent::Accepted, RefundStatus::Pending},
    RefundTransition{RefundStatus::Init, RefundEvent::Succeeded, RefundStatus::Success},
    RefundTransition{RefundStatus::Init, RefundEvent::Failed, RefundStatus::Fail},
    RefundTransition{RefundStatus::Init, RefundEvent::Closed, RefundStatus::Closed},
    RefundTransition{RefundStatus::Init, RefundEvent::NoAnswer, RefundStatus::Unknown},
    RefundTransition{RefundStatus::Unknown, RefundEvent::Accepted, RefundStatus::Pending},
    RefundTransition{RefundStatus::Unknown, RefundEvent::Succeeded, RefundStatus::Success},
    RefundTransition{RefundStatus::Unknown, RefundEvent::Failed, RefundStatus::Fail},
    RefundTransition{RefundStatus::Unknown, RefundEvent::Closed, RefundStatus::Closed},
    RefundTransition{RefundStatus::Pending, RefundEvent::Succeeded, RefundStatus::Success},
    RefundTransition{RefundStatus::Pending, RefundEvent::Failed, RefundStatus::Fail},
    RefundTransition{RefundStatus::Pending, RefundEvent::Closed, RefundStatus::Closed},
    RefundTransition{RefundStatus::Pending, RefundEvent::NoAnswer, RefundStatus::Unknown},
    RefundTransition{RefundStatus::Success, RefundEvent::Reversed, RefundStatus::Reversed},
    RefundTransition{RefundStatus::Fail, RefundEvent::VerifiedPending, RefundStatus::Pending},
    RefundTransition{RefundStatus::Fail, RefundEvent::VerifiedSuccess, RefundStatus::Success},
};

}  // namespace aftercharge
