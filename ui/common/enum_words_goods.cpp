// SPDX-License-Identifier: GPL-3.0-or-later
// EnumWords, the part about goods: orders, parcels, claims, and what does not fit.
#include "ui/common/enum_words.h"

namespace aftercharge {

QString EnumWords::goods_order_state(GoodsOrderState state)
{
    switch (state) {
    case GoodsOrderState::Paid:
        return tr("Paid");
    case GoodsOrderState::Fulfilled:
        return tr("Fulfilled");
    case GoodsOrderState::Completed:
        return tr("Completed");
    case GoodsOrderState::Cancelled:
        return tr("Cancelled");
    case GoodsOrderState::Refunded:
        return tr("Refunded");
    case GoodsOrderState::Unpaid:
        return tr("Unpaid");
    }
    return {};
}

QString EnumWords::goods_order_event(GoodsOrderEvent event)
{
    switch (event) {
    case GoodsOrderEvent::Paid:
        return tr("Paid");
    case GoodsOrderEvent::Cancelled:
        return tr("Cancelled");
    case GoodsOrderEvent::Fulfilled:
        return tr("Everything was sent");
    case GoodsOrderEvent::Completed:
        return tr("Completed");
    case GoodsOrderEvent::RefundedInFull:
        return tr("Refunded in full");
    }
    return {};
}

QString EnumWords::item_kind(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Goods:
        return tr("Goods");
    case ItemKind::Shipping:
        return tr("Shipping");
    }
    return {};
}

QString EnumWords::unit_use(UnitUse use)
{
    switch (use) {
    case UnitUse::None:
        return tr("Unused");
    case UnitUse::Refunded:
        return tr("Refunded");
    case UnitUse::Replaced:
        return tr("Sent again");
    }
    return {};
}

// Names of firms are written as they write them.
QString EnumWords::payment_provider(PaymentProvider provider)
{
    switch (provider) {
    case PaymentProvider::Stripe:
        return QStringLiteral("Stripe");
    case PaymentProvider::WechatPay:
        return tr("WeChat Pay");
    }
    return {};
}

QString EnumWords::carrier(CarrierProvider carrier)
{
    switch (carrier) {
    case CarrierProvider::Easypost:
        return QStringLiteral("EasyPost");
    }
    return {};
}

QString EnumWords::shipment_state(ShipmentState state)
{
    switch (state) {
    case ShipmentState::Created:
        return tr("No label yet");
    case ShipmentState::LabelCreated:
        return tr("Label bought");
    case ShipmentState::InTransit:
        return tr("On its way");
    case ShipmentState::Delivered:
        return tr("Delivered");
    case ShipmentState::Exception:
        return tr("Exception");
    case ShipmentState::Returned:
        return tr("Returned");
    case ShipmentState::Lost:
        return tr("Lost");
    case ShipmentState::Damaged:
        return tr("Damaged");
    case ShipmentState::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QString EnumWords::shipment_event(ShipmentEvent event)
{
    switch (event) {
    case ShipmentEvent::LabelBought:
        return tr("Label bought");
    case ShipmentEvent::PickedUp:
        return tr("Picked up");
    case ShipmentEvent::Delivered:
        return tr("Delivered");
    case ShipmentEvent::WentWrong:
        return tr("Something went wrong");
    case ShipmentEvent::Returned:
        return tr("Came back");
    case ShipmentEvent::Lost:
        return tr("Lost");
    case ShipmentEvent::Damaged:
        return tr("Damaged");
    case ShipmentEvent::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QString EnumWords::shipment_purpose(ShipmentPurpose purpose)
{
    switch (purpose) {
    case ShipmentPurpose::Order:
        return tr("First parcel");
    case ShipmentPurpose::Reshipment:
        return tr("Sent again");
    }
    return {};
}

QString EnumWords::label_refund(LabelRefund state)
{
    switch (state) {
    case LabelRefund::None:
        return tr("Not asked");
    case LabelRefund::Asked:
        return tr("Cancelling");
    case LabelRefund::Submitted:
        return tr("Cancellation submitted");
    case LabelRefund::Refunded:
        return tr("Label refunded");
    case LabelRefund::Rejected:
        return tr("Cancellation refused");
    case LabelRefund::NotApplicable:
        return tr("Cannot be cancelled");
    }
    return {};
}

QString EnumWords::claim_type(ClaimType type)
{
    switch (type) {
    case ClaimType::Damage:
        return tr("Damage");
    case ClaimType::Loss:
        return tr("Loss");
    case ClaimType::Theft:
        return tr("Theft");
    }
    return {};
}

QString EnumWords::claim_state(ClaimState state)
{
    switch (state) {
    case ClaimState::Opened:
        return tr("Opened");
    case ClaimState::Acknowledged:
        return tr("With the carrier");
    case ClaimState::EvidenceRequested:
        return tr("Evidence asked for");
    case ClaimState::EvidenceSubmitted:
        return tr("Evidence sent");
    case ClaimState::Approved:
        return tr("Approved");
    case ClaimState::ApprovedPartial:
        return tr("Approved in part");
    case ClaimState::Denied:
        return tr("Denied");
    case ClaimState::Closed:
        return tr("Closed");
    }
    return {};
}

QString EnumWords::claim_decision(ClaimDecision decision)
{
    switch (decision) {
    case ClaimDecision::None:
        return tr("Undecided");
    case ClaimDecision::Refund:
        return tr("Refund");
    case ClaimDecision::PlatformCovers:
        return tr("Platform covers");
    case ClaimDecision::Coupon:
        return tr("Coupon");
    case ClaimDecision::Nothing:
        return tr("Nothing");
    }
    return {};
}

QString EnumWords::discrepancy_kind(DiscrepancyKind kind)
{
    switch (kind) {
    case DiscrepancyKind::GatewayContradicts:
        return tr("The gateway contradicts itself");
    case DiscrepancyKind::AmountDiffers:
        return tr("Another amount at the gateway");
    case DiscrepancyKind::NotAtGateway:
        return tr("Unknown to the gateway");
    case DiscrepancyKind::NotInOurBooks:
        return tr("Not in our books");
    case DiscrepancyKind::LabelNotCancelled:
        return tr("Label was not cancelled");
    case DiscrepancyKind::PickedUpWhileLocked:
        return tr("Picked up while locked");
    case DiscrepancyKind::ExceedsPaid:
        return tr("More than was paid");
    case DiscrepancyKind::LedgerDiffers:
        return tr("The ledger differs");
    case DiscrepancyKind::WebhookRefused:
        return tr("A gateway's call was refused");
    }
    return {};
}

QString EnumWords::notice_kind(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::ChargingStarted:
        return tr("Charging started");
    case NoticeKind::ChargingEnded:
        return tr("Charging ended");
    case NoticeKind::FaultStopReturned:
        return tr("Ended by a fault");
    case NoticeKind::StopRequested:
        return tr("Asked to stop");
    case NoticeKind::Owed:
        return tr("Money owed");
    case NoticeKind::DebtPaid:
        return tr("Debt paid");
    case NoticeKind::ComplaintReceived:
        return tr("Complaint received");
    case NoticeKind::RefundDone:
        return tr("Refund paid");
    case NoticeKind::AdjustmentDone:
        return tr("Balance adjusted");
    case NoticeKind::ComplaintRejected:
        return tr("Complaint rejected");
    case NoticeKind::TicketReply:
        return tr("Reply");
    case NoticeKind::GoodsRefundSent:
        return tr("Refund on its way");
    case NoticeKind::GoodsRefundDone:
        return tr("Refund arrived");
    case NoticeKind::GoodsRefundFailed:
        return tr("Refund failed");
    case NoticeKind::GoodsRefundReversed:
        return tr("Refund came back");
    case NoticeKind::RefundStopped:
        return tr("Refund stopped");
    case NoticeKind::ParcelSentAgain:
        return tr("Parcel sent again");
    case NoticeKind::ClaimOpened:
        return tr("Claim opened");
    case NoticeKind::ClaimApproved:
        return tr("Claim approved");
    case NoticeKind::ClaimDenied:
        return tr("Claim denied");
    case NoticeKind::ClaimClosed:
        return tr("Claim decided");
    case NoticeKind::CouponIssued:
        return tr("Coupon issued");
    case NoticeKind::RequestRejected:
        return tr("Request rejected");
    }
    return {};
}

}  // namespace aftercharge
