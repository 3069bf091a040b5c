// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/shipment.h"
#include "models/store/page.h"

namespace aftercharge {

class ShipmentReader {
public:
    virtual ~ShipmentReader() = default;
    virtual Result<Shipment> find(const ShipmentNo &shipment_no) = 0;             // shipment.not_found
    virtual Result<std::vector<Shipment>> of_order(const OrderNo &order_no) = 0;  // oldest first
    virtual Result<std::optional<Shipment>> by_tracking_no(std::string_view tracking_no) = 0;
    virtual Result<std::optional<Shipment>> by_external_id(std::string_view ext_external_id) = 0;
    virtual Result<std::vector<ShipmentItem>> items(const ShipmentNo &shipment_no) = 0;
    // The units that a reshipment replaces; empty for the order's own parcels.
    virtual Result<std::vector<ItemUnit>> replaced_units(const ShipmentNo &shipment_no) = 0;
    virtual Result<std::vector<ShipmentLogEntry>> log(const ShipmentNo &shipment_no) = 0;  // oldest first
    // The empty address when it was erased.
    virtual Result<PostalAddress> address(const ShipmentNo &shipment_no) = 0;
};

class ShipmentWriter : public ShipmentReader {
public:
    virtual Result<ShipmentNo> next_shipment_no(UtcTime now) = 0;  // "S20261124-0003"
    // shipment.exists. Items of the order's own parcels never add up to more units than the order
    // has (store.rule).
    virtual Result<void> insert(const Shipment &shipment, const std::vector<ShipmentItem> &items,
                                const std::vector<ItemUnit> &replaced, const PostalAddress &address) = 0;
    virtual Result<void> update(Shipment &shipment) = 0;  // by version
    virtual Result<void> append_log(const ShipmentLogEntry &entry) = 0;
};

}  // namespace aftercharge
