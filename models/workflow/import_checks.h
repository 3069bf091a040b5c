// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/goodsfile/goods_file.h"
#include "models/store/ledger_store.h"

namespace aftercharge {

// The rules that an imported order must keep, beyond its form. Each fails with a sentence for the
// report.

// Currency of the network (money.currency_mismatch); numbers that are not of the store's own series,
// which it would one day give again (input.invalid); parcels that hold no more units than the
// order, of goods lines of its own, with the carrier's names where there is a label (input.invalid,
// order_item.not_found, order_item.units_not_left).
Result<void> check_imported_order(RegistryReader &registry, const ImportedOrder &imported);

// Of a priced order: an unpaid one has no payment, another exactly its total (input.invalid), and
// where that is nothing it needs none.
Result<void> check_payment(const NewGoodsOrder &taken);

// One payment at the gateway pays one order: its money would be counted twice (input.invalid).
Result<void> check_payment_is_new(GoodsReader &goods, const NewGoodsOrder &taken);

// The carrier's names are of one parcel only: shipment.exists.
Result<void> check_carrier_names(ShipmentReader &shipments, const Shipment &shipment);

}  // namespace aftercharge
