// SPDX-License-Identifier: GPL-3.0-or-later
// ErrorWords, the part about goods: orders, parcels, claims, gateways.
#include "ui/common/error_words.h"

namespace aftercharge {

QString ErrorWords::of_goods(ErrorCode code)
{
    switch (code) {
    case ErrorCode::GoodsOrderExists:
        return tr("There is an order of this number already. It was not taken a second time.");
    case ErrorCode::OrderLocked:
        return tr("The order is locked while its refund is under way. Wait for its end, or settle the refund first.");
    case ErrorCode::OrderNotPaid:
        return tr("The order has not been paid: there is nothing to give back.");
    case ErrorCode::ItemNotFound:
        return tr("The order has no such line. Read the order again.");
    case ErrorCode::UnitsNotLeft:
        return tr("Not so many units are left: they were refunded or sent again meanwhile. Choose fewer.");
    case ErrorCode::ShipmentNotFound:
        return tr("There is no such parcel.");
    case ErrorCode::ShipmentExists:
        return tr("There is a parcel of this number already.");
    case ErrorCode::ShipmentHasLeft:
        return tr("A parcel has been picked up: it is too late for a refund before shipment. Decide it as a parcel "
                  "that went wrong.");
    case ErrorCode::ShipmentNotLeft:
        return tr("The parcel has not left yet. Refund before shipment, or send it.");
    case ErrorCode::ShipmentNotInsured:
        return tr("The parcel was not insured: the carrier pays nothing for it. Refund or send again instead.");
    case ErrorCode::AddressInvalid:
        return tr("The address cannot be used. Check name, street, city, postal code and country.");
    case ErrorCode::ClaimNotFound:
        return tr("There is no such claim.");
    case ErrorCode::ClaimOpenExists:
        return tr("There is an open claim for this parcel already. Go on with that one.");
    case ErrorCode::ClaimExceedsLimit:
        return tr("The promise to the customer is above your approval limit. Somebody with a higher limit can "
                  "approve it.");
    case ErrorCode::ClaimOwnRequest:
        return tr("You opened this claim yourself. Somebody else has to approve it.");
    case ErrorCode::ClaimChanged:
        return tr("The claim was changed since you saw it. Look at it again before you approve.");
    case ErrorCode::ClaimAlreadyDecided:
        return tr("This claim has been decided already.");
    case ErrorCode::EvidenceMissing:
        return tr("A claim needs at least one piece of evidence. Add a photo or a document.");
    case ErrorCode::EvidenceInvalid:
        return tr("A file cannot be used as evidence. PNG, JPEG, PDF and plain text up to 5 MB are taken.");
    case ErrorCode::RefundNotFailed:
        return tr("This refund has not failed, so it cannot be done again. Wait for the gateway's answer.");
    case ErrorCode::RefundRepairable:
        return tr("The gateway still holds this refund and wants it repaired under its number. Retry it instead.");
    case ErrorCode::DiscrepancyNotFound:
        return tr("There is no such discrepancy.");
    case ErrorCode::GatewayNotConfigured:
        return tr("No account is set up for this gateway. An administrator can add it with afterchargectl gateway "
                  "set.");
    case ErrorCode::GatewayRefused:
        return tr("The gateway refused. Read its words before you try again.");
    case ErrorCode::GatewayAnswerInvalid:
        return tr("The gateway's answer could not be understood. It is asked again before anything is repeated.");
    case ErrorCode::WebhookSignatureInvalid:
        return tr("A message to us was not signed by the gateway. It was refused; check the webhook's secret.");
    case ErrorCode::WebhookStale:
        return tr("A message to us was too old. It was refused; check the clocks.");
    case ErrorCode::WebhookInvalid:
        return tr("A message to us could not be read. It was refused.");
    default:
        return {};
    }
}

bool ErrorWords::names_what(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnitsNotLeft:
    case ErrorCode::AddressInvalid:
    case ErrorCode::EvidenceInvalid:
    case ErrorCode::GatewayNotConfigured:
    case ErrorCode::GatewayRefused:
        return true;
    default:
        return false;
    }
}

}  // namespace aftercharge
