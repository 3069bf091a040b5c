// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/goods_rig.h"

#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

OrderItem sample_item(const std::string &id, int line_no, const std::string &name, std::int64_t quantity,
                      const std::string &gross, const std::string &tax)
{
    OrderItem item;
    item.order_item_id = an<OrderItemId>(id);
    item.line_no = line_no;
    item.sku = "SKU-" + id;
    item.name = name;
    item.quantity = quantity;
    item.gross = EngineRig::yuan(gross);
    item.tax = EngineRig::yuan(tax);
    return item;
}

}  // namespace

ImportedOrder sample_goods_order(const EngineRig &rig, const std::string &order_no)
{
    ImportedOrder imported;
    imported.where = "order " + order_no;
    imported.order.order_no = an<OrderNo>(order_no);
    imported.order.member_id = an<MemberId>("M-7");
    imported.order.paid = imported.order.refunded = EngineRig::yuan("0.00");
    imported.order.ordered_at = rig.clock.now() - std::chrono::hours{1};
    imported.items = {sample_item("L1", 1, "Wallbox 11 kW", 2, "200.00", "12.00"),
                      sample_item("L2", 2, "Cable 5 m", 3, "99.00", "5.94")};
    imported.discounts = {{"SPRING", {}, EngineRig::yuan("29.90")}};
    imported.payments = {{"P-" + order_no, imported.order.order_no, PaymentProvider::Stripe, "ch_" + order_no,
                          EngineRig::yuan("287.04"), imported.order.ordered_at}};
    return imported;
}

ImportedParcel sample_parcel(const std::string &shipment_no, ShipmentState state,
                             const std::vector<LineQuantity> &lines, const std::string &insured)
{
    ImportedParcel parcel;
    parcel.shipment.shipment_no = an<ShipmentNo>(shipment_no);
    parcel.shipment.state = state;
    parcel.shipment.insured = EngineRig::yuan(insured);
    if (state != ShipmentState::Created) {
        parcel.shipment.ext_external_id = "shp_" + shipment_no;
        parcel.shipment.tracking_no = "EZ" + shipment_no;
        parcel.shipment.label_url = "https://labels.example/" + shipment_no + ".png";
    }
    for (const LineQuantity &line : lines)
        parcel.items.push_back({parcel.shipment.shipment_no, line.order_item_id, line.quantity});
    parcel.address.name = "王小明";
    parcel.address.street1 = "世纪大道 1";
    parcel.address.city = "上海";
    parcel.address.zip = "200120";
    parcel.address.country = "CN";
    parcel.address.phone = "13800000000";
    return parcel;
}

LineQuantity units_of(const std::string &order_item_id, std::int64_t quantity)
{
    return {an<OrderItemId>(order_item_id), quantity};
}

ImportReport import_orders(EngineRig &rig, std::vector<ImportedOrder> orders)
{
    for (ImportedOrder &order : orders) {
        for (ImportedParcel &parcel : order.parcels)
            parcel.shipment.order_no = order.order.order_no;
    }
    const GoodsFile file{std::move(orders), {}};
    return must(rig.run([&](Work &work) { return import_goods(work, file, actor_of(an<OperatorName>("admin"))); }));
}

GoodsDossier take_goods_order(EngineRig &rig, const ImportedOrder &order)
{
    const ImportReport report = import_orders(rig, {order});
    if (!report.refused.empty())
        give_up({ErrorCode::InputInvalid, report.refused.front().why});
    return must(read_goods_order(rig.ledger(), order.order.order_no));
}

GoodsDossier take_goods_order(EngineRig &rig, const std::string &order_no, std::vector<ImportedParcel> parcels)
{
    ImportedOrder order = sample_goods_order(rig, order_no);
    order.parcels = std::move(parcels);
    return take_goods_order(rig, order);
}

}  // namespace aftercharge
