// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/shipments.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlShipments final : public ShipmentWriter {
public:
    explicit SqlShipments(LedgerContext context) : context_(context) {}

    Result<Shipment> find(const ShipmentNo &shipment_no) override;
    Result<std::vector<Shipment>> of_order(const OrderNo &order_no) override;
    Result<std::optional<Shipment>> by_tracking_no(std::string_view tracking_no) override;
    Result<std::optional<Shipment>> by_external_id(std::string_view ext_external_id) override;
    Result<std::vector<ShipmentItem>> items(const ShipmentNo &shipment_no) override;
    Result<std::vector<ItemUnit>> replaced_units(const ShipmentNo &shipment_no) override;
    Result<std::vector<ShipmentLogEntry>> log(const ShipmentNo &shipment_no) override;
    Result<PostalAddress> address(const ShipmentNo &shipment_no) override;

    Result<ShipmentNo> next_shipment_no(UtcTime now) override;
    Result<void> insert(const Shipment &shipment, const std::vector<ShipmentItem> &items,
                        const std::vector<ItemUnit> &replaced, const PostalAddress &address) override;
    Result<void> update(Shipment &shipment) override;
    Result<void> append_log(const ShipmentLogEntry &entry) override;

private:
    Result<void> check_is_new(const ShipmentNo &shipment_no);
    Result<void> insert_items(const Shipment &shipment, const std::vector<ShipmentItem> &items);
    Result<void> insert_replaced(const Shipment &shipment, const std::vector<ItemUnit> &replaced);
    Result<void> insert_address(const Shipment &shipment, const PostalAddress &address);

    LedgerContext context_;
};

}  // namespace aftercharge
