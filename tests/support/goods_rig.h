// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/workflow/goods_view.h"
#include "models/workflow/import_goods.h"
#include "tests/support/engine_rig.h"

namespace aftercharge {

// Goods orders for the rig, taken by the import as the programs take them.

// A paid order as a file has it, ordered an hour ago by M-7, paid through Stripe as "ch_<order_no>":
//   L1  wallbox  2 × 100.00 − 20.00 + 12.00 tax = 192.00, a unit  96.00
//   L2  cable    3 ×  33.00 −  9.90 +  5.94 tax =  95.04, a unit  31.68
//   SPRING −29.90 over both                       287.04
ImportedOrder sample_goods_order(const EngineRig &rig, const std::string &order_no);

// A parcel to 王小明 in Shanghai; from LABEL_CREATED on with the carrier's names "shp_<shipment_no>"
// and "EZ<shipment_no>". Insured for nothing unless it is said.
ImportedParcel sample_parcel(const std::string &shipment_no, ShipmentState state,
                             const std::vector<LineQuantity> &lines, const std::string &insured = "0.00");

LineQuantity units_of(const std::string &order_item_id, std::int64_t quantity);

// Imports them as the administrator "admin".
ImportReport import_orders(EngineRig &rig, std::vector<ImportedOrder> orders);

// The same of one that must not be refused: how it stands then.
GoodsDossier take_goods_order(EngineRig &rig, const ImportedOrder &order);
// sample_goods_order with these parcels.
GoodsDossier take_goods_order(EngineRig &rig, const std::string &order_no, std::vector<ImportedParcel> parcels = {});

}  // namespace aftercharge
