// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/domain/actor.h"
#include "models/domain/goods_order.h"

namespace aftercharge {

enum class CarrierProvider { Easypost };

constexpr auto text_table(CarrierProvider)
{
    return std::array{EnumText{CarrierProvider::Easypost, "EASYPOST"}};
}

enum class ShipmentPurpose { Order, Reshipment };

constexpr auto text_table(ShipmentPurpose)
{
    return std::array{EnumText{ShipmentPurpose::Order, "ORDER"}, EnumText{ShipmentPurpose::Reshipment, "RESHIPMENT"}};
}

// Whether a bought label was taken back. Submitted counts as cancelled; a Rejected after it is a
// discrepancy (product.md, "Goods").
enum class LabelRefund { None, Asked, Submitted, Refunded, Rejected, NotApplicable };

constexpr auto text_table(LabelRefund)
{
    return std::array{
        EnumText{LabelRefund::None, "NONE"},           EnumText{LabelRefund::Asked, "ASKED"},
        EnumText{LabelRefund::Submitted, "SUBMITTED"}, EnumText{LabelRefund::Refunded, "REFUNDED"},
        EnumText{LabelRefund::Rejected, "REJECTED"},   EnumText{LabelRefund::NotApplicable, "NOT_APPLICABLE"},
    };
}

// Whom a parcel goes to: personal data, kept apart from the chained rows so that it can be erased.
struct PostalAddress {
    std::string name;
    std::string street1;
    std::string street2;
    std::string city;
    std::string state;
    std::string zip;
    std::string country;  // ISO 3166-1 alpha-2
    std::string phone;
    std::string email;
    bool is_empty() const { return street1.empty() && city.empty(); }
    friend bool operator==(const PostalAddress &, const PostalAddress &) = default;
};

// shipment. The carrier's names are empty until a label was bought.
struct Shipment {
    ShipmentNo shipment_no;
    OrderNo order_no;
    TicketNo ticket_no;  // of the decision that made a reshipment; empty else
    ShipmentState state = ShipmentState::Created;
    ShipmentPurpose purpose = ShipmentPurpose::Order;
    CarrierProvider carrier = CarrierProvider::Easypost;
    std::string ext_external_id;  // the carrier's shipment, "shp_…"
    std::string tracking_no;
    std::string label_url;
    Money insured;  // zero: without insurance, so without claims
    LabelRefund label_refund = LabelRefund::None;
    UtcTime created_at;
    std::int64_t version = 0;
    friend bool operator==(const Shipment &, const Shipment &) = default;
};

struct ShipmentItem {
    ShipmentNo shipment_no;
    OrderItemId order_item_id;
    std::int64_t quantity = 1;
    friend bool operator==(const ShipmentItem &, const ShipmentItem &) = default;
};

// shipment_status_log(from, to, source).
struct ShipmentLogEntry {
    ShipmentNo shipment_no;
    UtcTime at;
    ShipmentState from = ShipmentState::Created;
    ShipmentState to = ShipmentState::Created;
    Actor actor;
    std::string note;
    friend bool operator==(const ShipmentLogEntry &, const ShipmentLogEntry &) = default;
};

// Whether the parcel has left: from pick-up on.
constexpr bool has_left(ShipmentState state)
{
    return state != ShipmentState::Created && state != ShipmentState::LabelCreated && state != ShipmentState::Cancelled;
}

}  // namespace aftercharge
