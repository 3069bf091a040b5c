// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state_table.h"

namespace aftercharge {

// orders of the specification: goods. Only a full refund moves an order to REFUNDED.
enum class GoodsOrderState { Paid, Fulfilled, Completed, Cancelled, Refunded, Unpaid };
enum class GoodsOrderEvent { Paid, Cancelled, Fulfilled, Completed, RefundedInFull };

constexpr auto text_table(GoodsOrderState)
{
    return std::array{
        EnumText{GoodsOrderState::Unpaid, "UNPAID"},       EnumText{GoodsOrderState::Paid, "PAID"},
        EnumText{GoodsOrderState::Fulfilled, "FULFILLED"}, EnumText{GoodsOrderState::Completed, "COMPLETED"},
        EnumText{GoodsOrderState::Cancelled, "CANCELLED"}, EnumText{GoodsOrderState::Refunded, "REFUNDED"},
    };
}

constexpr auto text_table(GoodsOrderEvent)
{
    return std::array{
        EnumText{GoodsOrderEvent::Paid, "PAID"},
        EnumText{GoodsOrderEvent::Cancelled, "CANCELLED"},
        EnumText{GoodsOrderEvent::Fulfilled, "FULFILLED"},
        EnumText{GoodsOrderEvent::Completed, "COMPLETED"},
        EnumText{GoodsOrderEvent::RefundedInFull, "REFUNDED_IN_FULL"},
    };
}

using GoodsOrderTransition = Transition<GoodsOrderState, GoodsOrderEvent>;
inline constexpr std::array orders_table{
    GoodsOrderTransition{GoodsOrderState::Unpaid, GoodsOrderEvent::Paid, GoodsOrderState::Paid},
    GoodsOrderTransition{GoodsOrderState::Unpaid, GoodsOrderEvent::Cancelled, GoodsOrderState::Cancelled},
    GoodsOrderTransition{GoodsOrderState::Paid, GoodsOrderEvent::Fulfilled, GoodsOrderState::Fulfilled},
    GoodsOrderTransition{GoodsOrderState::Fulfilled, GoodsOrderEvent::Completed, GoodsOrderState::Completed},
    GoodsOrderTransition{GoodsOrderState::Paid, GoodsOrderEvent::RefundedInFull, GoodsOrderState::Refunded},
    GoodsOrderTransition{GoodsOrderState::Fulfilled, GoodsOrderEvent::RefundedInFull, GoodsOrderState::Refunded},
    GoodsOrderTransition{GoodsOrderState::Completed, GoodsOrderEvent::RefundedInFull, GoodsOrderState::Refunded},
};

// shipment of the specification. CANCELLED only before pick-up.
enum class ShipmentState {
    Created,
    LabelCreated,
    InTransit,
    Delivered,
    Exception,
    Returned,
    Lost,
    Damaged,
    Cancelled,
};
enum class ShipmentEvent { LabelBought, PickedUp, Delivered, WentWrong, Returned, Lost, Damaged, Cancelled };

constexpr auto text_table(ShipmentState)
{
    return std::array{
        EnumText{ShipmentState::Created, "CREATED"},
        EnumText{ShipmentState::LabelCreated, "LABEL_CREATED"},
        EnumText{ShipmentState::InTransit, "IN_TRANSIT"},
        EnumText{ShipmentState::Delivered, "DELIVERED"},
        EnumText{ShipmentState::Exception, "EXCEPTION"},
        EnumText{ShipmentState::Returned, "RETURNED"},
        EnumText{ShipmentState::Lost, "LOST"},
        EnumText{ShipmentState::Damaged, "DAMAGED"},
        EnumText{ShipmentState::Cancelled, "CANCELLED"},
    };
}

constexpr auto text_table(ShipmentEvent)
{
    return std::array{
        EnumText{ShipmentEvent::LabelBought, "LABEL_BOUGHT"}, EnumText{ShipmentEvent::PickedUp, "PICKED_UP"},
        EnumText{ShipmentEvent::Delivered, "DELIVERED"},      EnumText{ShipmentEvent::WentWrong, "WENT_WRONG"},
        EnumText{ShipmentEvent::Returned, "RETURNED"},        EnumText{ShipmentEvent::Lost, "LOST"},
        EnumText{ShipmentEvent::Damaged, "DAMAGED"},          EnumText{ShipmentEvent::Cancelled, "CANCELLED"},
    };
}

using ShipmentTransition = Transition<ShipmentState, ShipmentEvent>;
inline constexpr std::array shipment_table{
    ShipmentTransition{ShipmentState::Created, ShipmentEvent::LabelBought, ShipmentState::LabelCreated},
    ShipmentTransition{ShipmentState::Created, ShipmentEvent::Cancelled, ShipmentState::Cancelled},
    ShipmentTransition{ShipmentState::LabelCreated, ShipmentEvent::Cancelled, ShipmentState::Cancelled},
    ShipmentTransition{ShipmentState::LabelCreated, ShipmentEvent::PickedUp, ShipmentState::InTransit},
    ShipmentTransition{ShipmentState::InTransit, ShipmentEvent::Delivered, ShipmentState::Delivered},
    ShipmentTransition{ShipmentState::InTransit, ShipmentEvent::WentWrong, ShipmentState::Exception},
    ShipmentTransition{ShipmentState::InTransit, ShipmentEvent::Returned, ShipmentState::Returned},
    ShipmentTransition{ShipmentState::InTransit, ShipmentEvent::Lost, ShipmentState::Lost},
    ShipmentTransition{ShipmentState::InTransit, ShipmentEvent::Damaged, ShipmentState::Damaged},
};

// carrier_claim of the specification.
enum class ClaimState {
    Opened,
    Acknowledged,
    EvidenceRequested,
    EvidenceSubmitted,
    Approved,
    ApprovedPartial,
    Denied,
    Closed,
};
enum class ClaimEvent { Acknowledged, AskedForEvidence, EvidenceSent, Approved, ApprovedInPart, Denied, Decided };

constexpr auto text_table(ClaimState)
{
    return std::array{
        EnumText{ClaimState::Opened, "OPENED"},
        EnumText{ClaimState::Acknowledged, "ACKNOWLEDGED"},
        EnumText{ClaimState::EvidenceRequested, "EVIDENCE_REQUESTED"},
        EnumText{ClaimState::EvidenceSubmitted, "EVIDENCE_SUBMITTED"},
        EnumText{ClaimState::Approved, "APPROVED"},
        EnumText{ClaimState::ApprovedPartial, "APPROVED_PARTIAL"},
        EnumText{ClaimState::Denied, "DENIED"},
        EnumText{ClaimState::Closed, "CLOSED"},
    };
}

constexpr auto text_table(ClaimEvent)
{
    return std::array{
        EnumText{ClaimEvent::Acknowledged, "ACKNOWLEDGED"},
        EnumText{ClaimEvent::AskedForEvidence, "ASKED_FOR_EVIDENCE"},
        EnumText{ClaimEvent::EvidenceSent, "EVIDENCE_SENT"},
        EnumText{ClaimEvent::Approved, "APPROVED"},
        EnumText{ClaimEvent::ApprovedInPart, "APPROVED_IN_PART"},
        EnumText{ClaimEvent::Denied, "DENIED"},
        EnumText{ClaimEvent::Decided, "DECIDED"},
    };
}

using ClaimTransition = Transition<ClaimState, ClaimEvent>;
inline constexpr std::array carrier_claim_table{
    ClaimTransition{ClaimState::Opened, ClaimEvent::Acknowledged, ClaimState::Acknowledged},
    // Refused outright: "No eligible insurance found".
    ClaimTransition{ClaimState::Opened, ClaimEvent::Denied, ClaimState::Denied},
    ClaimTransition{ClaimState::Acknowledged, ClaimEvent::AskedForEvidence, ClaimState::EvidenceRequested},
    ClaimTransition{ClaimState::Acknowledged, ClaimEvent::Approved, ClaimState::Approved},
    ClaimTransition{ClaimState::Acknowledged, ClaimEvent::ApprovedInPart, ClaimState::ApprovedPartial},
    ClaimTransition{ClaimState::Acknowledged, ClaimEvent::Denied, ClaimState::Denied},
    ClaimTransition{ClaimState::EvidenceRequested, ClaimEvent::EvidenceSent, ClaimState::EvidenceSubmitted},
    ClaimTransition{ClaimState::EvidenceRequested, ClaimEvent::Denied, ClaimState::Denied},
    ClaimTransition{ClaimState::EvidenceSubmitted, ClaimEvent::AskedForEvidence, ClaimState::EvidenceRequested},
    ClaimTransition{ClaimState::EvidenceSubmitted, ClaimEvent::Approved, ClaimState::Approved},
    ClaimTransition{ClaimState::EvidenceSubmitted, ClaimEvent::ApprovedInPart, ClaimState::ApprovedPartial},
    ClaimTransition{ClaimState::EvidenceSubmitted, ClaimEvent::Denied, ClaimState::Denied},
    ClaimTransition{ClaimState::Approved, ClaimEvent::Decided, ClaimState::Closed},
    ClaimTransition{ClaimState::ApprovedPartial, ClaimEvent::Decided, ClaimState::Closed},
    ClaimTransition{ClaimState::Denied, ClaimEvent::Decided, ClaimState::Closed},
};

}  // namespace aftercharge
