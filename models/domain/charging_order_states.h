// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state_table.h"

namespace aftercharge {

// charging_order of the specification. SETTLE: the fee is known (or provisional) and not yet
// wholly paid; PAYED: paid; AFTER_SALES (已售后): a person paid something back.
enum class OrderState { Created, Charging, Settle, Payed, AfterSales, Cancelled };
enum class OrderEvent {
    ChargingStarted,  // the charge point accepted the start
    StartRefused,     // it did not, or nobody came
    ChargingStopped,  // final or provisional fee computed
    PaidInFull,       // nothing is owed
    LateUpload,       // readings that came after the settlement
    RefundPosted,     // manual refund or balance adjustment
};

constexpr auto text_table(OrderState)
{
    return std::array{
        EnumText{OrderState::Created, "CREATED"},        EnumText{OrderState::Charging, "CHARGING"},
        EnumText{OrderState::Settle, "SETTLE"},          EnumText{OrderState::Payed, "PAYED"},
        EnumText{OrderState::AfterSales, "AFTER_SALES"}, EnumText{OrderState::Cancelled, "CANCELLED"},
    };
}

constexpr auto text_table(OrderEvent)
{
    return std::array{
        EnumText{OrderEvent::ChargingStarted, "CHARGING_STARTED"}, EnumText{OrderEvent::StartRefused, "START_REFUSED"},
        EnumText{OrderEvent::ChargingStopped, "CHARGING_STOPPED"}, EnumText{OrderEvent::PaidInFull, "PAID_IN_FULL"},
        EnumText{OrderEvent::LateUpload, "LATE_UPLOAD"},           EnumText{OrderEvent::RefundPosted, "REFUND_POSTED"},
    };
}

using OrderTransition = Transition<OrderState, OrderEvent>;
inline constexpr std::array charging_order_table{
    OrderTransition{OrderState::Created, OrderEvent::ChargingStarted, OrderState::Charging},
    OrderTransition{OrderState::Created, OrderEvent::StartRefused, OrderState::Cancelled},
    OrderTransition{OrderState::Charging, OrderEvent::ChargingStopped, OrderState::Settle},
    OrderTransition{OrderState::Settle, OrderEvent::ChargingStopped, OrderState::Settle},
    OrderTransition{OrderState::Settle, OrderEvent::PaidInFull, OrderState::Payed},
    OrderTransition{OrderState::Settle, OrderEvent::LateUpload, OrderState::Settle},
    OrderTransition{OrderState::Payed, OrderEvent::LateUpload, OrderState::Settle},
    OrderTransition{OrderState::Payed, OrderEvent::RefundPosted, OrderState::AfterSales},
    OrderTransition{OrderState::AfterSales, OrderEvent::RefundPosted, OrderState::AfterSales},
    OrderTransition{OrderState::AfterSales, OrderEvent::LateUpload, OrderState::AfterSales},
};

}  // namespace aftercharge
