// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state_table.h"

namespace aftercharge {

// cs_ticket of the specification.
enum class TicketState {
    Open,
    InReview,
    WaitingCustomer,
    WaitingCarrier,
    WaitingPayment,
    WaitingApproval,
    Resolved,
    Rejected,
    Closed,
};
enum class TicketEvent {
    Taken,
    AskedCustomer,
    AskedCarrier,
    PaymentSent,
    ApprovalAsked,
    Answered,  // what was waited for has come
    Resolved,
    Rejected,
    Closed,
    Reopened,
};

constexpr auto text_table(TicketState)
{
    return std::array{
        EnumText{TicketState::Open, "OPEN"},
        EnumText{TicketState::InReview, "IN_REVIEW"},
        EnumText{TicketState::WaitingCustomer, "WAITING_CUSTOMER"},
        EnumText{TicketState::WaitingCarrier, "WAITING_CARRIER"},
        EnumText{TicketState::WaitingPayment, "WAITING_PAYMENT"},
        EnumText{TicketState::WaitingApproval, "WAITING_APPROVAL"},
        EnumText{TicketState::Resolved, "RESOLVED"},
        EnumText{TicketState::Rejected, "REJECTED"},
        EnumText{TicketState::Closed, "CLOSED"},
    };
}

constexpr auto text_table(TicketEvent)
{
    return std::array{
        EnumText{TicketEvent::Taken, "TAKEN"},
        EnumText{TicketEvent::AskedCustomer, "ASKED_CUSTOMER"},
        EnumText{TicketEvent::AskedCarrier, "ASKED_CARRIER"},
        EnumText{TicketEvent::PaymentSent, "PAYMENT_SENT"},
        EnumText{TicketEvent::ApprovalAsked, "APPROVAL_ASKED"},
        EnumText{TicketEvent::Answered, "ANSWERED"},
        EnumText{TicketEvent::Resolved, "RESOLVED"},
        EnumText{TicketEvent::Rejected, "REJECTED"},
        EnumText{TicketEvent::Closed, "CLOSED"},
        EnumText{TicketEvent::Reopened, "REOPENED"},
    };
}

using TicketTransition = Transition<TicketState, TicketEvent>;
inline constexpr std::array cs_ticket_table{
    TicketTransition{TicketState::Open, TicketEvent::Taken, TicketState::InReview},
    TicketTransition{TicketState::InReview, TicketEvent::Taken, TicketState::InReview},
    TicketTransition{TicketState::InReview, TicketEvent::AskedCustomer, TicketState::WaitingCustomer},
    TicketTransition{TicketState::InReview, TicketEvent::AskedCarrier, TicketState::WaitingCarrier},
    TicketTransition{TicketState::InReview, TicketEvent::PaymentSent, TicketState::WaitingPayment},
    TicketTransition{TicketState::InReview, TicketEvent::ApprovalAsked, TicketState::WaitingApproval},
    TicketTransition{TicketState::InReview, TicketEvent::Resolved, TicketState::Resolved},
    TicketTransition{TicketState::InReview, TicketEvent::Rejected, TicketState::Rejected},
    TicketTransition{TicketState::WaitingCustomer, TicketEvent::Answered, TicketState::InReview},
    TicketTransition{TicketState::WaitingCarrier, TicketEvent::Answered, TicketState::InReview},
    TicketTransition{TicketState::WaitingPayment, TicketEvent::Answered, TicketState::InReview},
    TicketTransition{TicketState::WaitingPayment, TicketEvent::Resolved, TicketState::Resolved},
    TicketTransition{TicketState::WaitingApproval, TicketEvent::Answered, TicketState::InReview},
    TicketTransition{TicketState::WaitingApproval, TicketEvent::PaymentSent, TicketState::WaitingPayment},
    TicketTransition{TicketState::Resolved, TicketEvent::Closed, TicketState::Closed},
    TicketTransition{TicketState::Resolved, TicketEvent::Reopened, TicketState::InReview},
    TicketTransition{TicketState::Rejected, TicketEvent::Closed, TicketState::Closed},
    TicketTransition{TicketState::Rejected, TicketEvent::Reopened, TicketState::InReview},
    TicketTransition{TicketState::Closed, TicketEvent::Reopened, TicketState::InReview},
};

}  // namespace aftercharge
