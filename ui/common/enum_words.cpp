// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/enum_words.h"

namespace aftercharge {

QString EnumWords::role(Role role)
{
    switch (role) {
    case Role::Agent:
        return tr("Agent");
    case Role::Ops:
        return tr("Ops");
    case Role::Supervisor:
        return tr("Supervisor");
    case Role::Administrator:
        return tr("Administrator");
    case Role::Worker:
        return tr("Worker");
    }
    return {};
}

QString EnumWords::source(Source source)
{
    switch (source) {
    case Source::Admin:
    case Source::Manual:
        return tr("Desk");
    case Source::Api:
        return tr("Script");
    case Source::System:
        return tr("System");
    case Source::ChargePoint:
        return tr("Charge point");
    case Source::Customer:
        return tr("Customer");
    }
    return {};
}

QString EnumWords::order_state(OrderState state)
{
    switch (state) {
    case OrderState::Created:
        return tr("Created");
    case OrderState::Charging:
        return tr("Charging");
    case OrderState::Settle:
        return tr("Settling");
    case OrderState::Payed:
        return tr("Paid");
    case OrderState::AfterSales:
        return tr("After-sales");
    case OrderState::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QString EnumWords::settlement(Settlement settlement)
{
    switch (settlement) {
    case Settlement::None:
        return tr("not settled");
    case Settlement::Provisional:
        return tr("provisional");
    case Settlement::Final:
        return tr("final");
    }
    return {};
}

QString EnumWords::stop_reason(StopReason reason)
{
    switch (reason) {
    case StopReason::None:
        return {};
    case StopReason::Local:
        return tr("Finished by driver");
    case StopReason::Remote:
        return tr("Stopped from the desk");
    case StopReason::EvDisconnected:
        return tr("Unplugged");
    case StopReason::EmergencyStop:
        return tr("Emergency stop");
    case StopReason::PowerLoss:
        return tr("Power loss");
    case StopReason::Reboot:
        return tr("Reboot");
    case StopReason::HardReset:
        return tr("Hard reset");
    case StopReason::SoftReset:
        return tr("Soft reset");
    case StopReason::UnlockCommand:
        return tr("Connector unlocked");
    case StopReason::DeAuthorized:
        return tr("Card no longer accepted");
    case StopReason::Other:
        return tr("Other reason");
    case StopReason::HighTemperature:
        return tr("High temperature");
    case StopReason::GroundFailure:
        return tr("Insulation fault");
    case StopReason::OverCurrent:
        return tr("Over-current");
    case StopReason::OverVoltage:
        return tr("Over-voltage");
    case StopReason::UnderVoltage:
        return tr("Under-voltage");
    case StopReason::ConnectorLockFailure:
        return tr("Connector lock failure");
    case StopReason::EvCommunicationError:
        return tr("Vehicle communication error");
    case StopReason::PowerMeterFailure:
        return tr("Meter failure");
    case StopReason::InternalError:
        return tr("Charge point error");
    case StopReason::BalanceUsedUp:
        return tr("Balance used up");
    }
    return {};
}

QString EnumWords::ticket_kind(TicketKind kind)
{
    switch (kind) {
    case TicketKind::ChargingComplaint:
        return tr("Charging complaint");
    case TicketKind::PhantomCharging:
        return tr("Phantom charging");
    case TicketKind::Refund:
        return tr("Refund");
    case TicketKind::Exception:
        return tr("Exception");
    case TicketKind::AddressChange:
        return tr("Address change");
    case TicketKind::Claim:
        return tr("Carrier claim");
    case TicketKind::PaymentFailed:
        return tr("Payment failed");
    }
    return {};
}

QString EnumWords::ticket_state(TicketState state)
{
    switch (state) {
    case TicketState::Open:
        return tr("Open");
    case TicketState::InReview:
        return tr("In review");
    case TicketState::WaitingCustomer:
        return tr("Waiting for customer");
    case TicketState::WaitingCarrier:
        return tr("Waiting for carrier");
    case TicketState::WaitingPayment:
        return tr("Waiting for payment");
    case TicketState::WaitingApproval:
        return tr("Waiting for approval");
    case TicketState::Resolved:
        return tr("Resolved");
    case TicketState::Rejected:
        return tr("Rejected");
    case TicketState::Closed:
        return tr("Closed");
    }
    return {};
}

QString EnumWords::refund_status(RefundStatus status)
{
    switch (status) {
    case RefundStatus::Init:
        return tr("Not sent");
    case RefundStatus::Pending:
        return tr("Pending");
    case RefundStatus::Success:
        return tr("Paid back");
    case RefundStatus::Fail:
        return tr("Failed");
    case RefundStatus::Closed:
        return tr("Closed");
    case RefundStatus::Unknown:
        return tr("Unknown");
    case RefundStatus::Reversed:
        return tr("Reversed");
    }
    return {};
}

QString EnumWords::approval_state(ApprovalState state)
{
    switch (state) {
    case ApprovalState::Waiting:
        return tr("Waits for approval");
    case ApprovalState::Approved:
        return tr("Approved");
    case ApprovalState::SentBack:
        return tr("Sent back");
    }
    return {};
}

QString EnumWords::refund_kind(RefundKind kind)
{
    switch (kind) {
    case RefundKind::Refund:
        return tr("Refund");
    case RefundKind::Adjustment:
        return tr("Balance adjustment");
    case RefundKind::GoodsRefund:
        return tr("Goods refund");
    case RefundKind::PlatformCovers:
        return tr("Platform covers");
    case RefundKind::Coupon:
        return tr("Coupon");
    case RefundKind::ByHand:
        return tr("Paid by hand");
    }
    return {};
}

QString EnumWords::reason_code(ReasonCode code)
{
    switch (code) {
    case ReasonCode::CustomerRequest:
        return tr("Customer's request");
    case ReasonCode::Returned:
        return tr("Returned");
    case ReasonCode::Lost:
        return tr("Lost");
    case ReasonCode::Damaged:
        return tr("Damaged");
    case ReasonCode::Fault:
        return tr("Device fault (0x01)");
    case ReasonCode::MeterFast:
        return tr("Meter runs fast");
    case ReasonCode::Phantom:
        return tr("Phantom charging");
    case ReasonCode::Goodwill:
        return tr("Goodwill");
    }
    return {};
}

}  // namespace aftercharge
