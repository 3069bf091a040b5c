// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/store/contract/samples.h"

namespace aftercharge::samples {

// PAID, ¥319.80: line A, 3 units, ¥280.00 after a discount (93.33, 93.34, 93.33); line B, 2 units
// of ¥19.90; line C, shipping, given free.
NewGoodsOrder goods_order(const std::string &number, std::int64_t ordered = 0);

// A part of a unit's share that a refund gives back; a unit that a reshipment replaces.
RefundUnit refund_unit(const char *line, int unit, const char *amount);
ItemUnit item_unit(const char *line, int unit);

// To the gateway, waiting for approval; the amount and the items are the sums of the units.
Refund goods_refund(const std::string &number, const std::string &order_no, const std::vector<RefundUnit> &units,
                    int transfer_number);

// A parcel of the order, CREATED.
Shipment shipment(const std::string &number, const std::string &order_no,
                  ShipmentPurpose purpose = ShipmentPurpose::Order);
ShipmentItem shipment_item(const std::string &number, const char *line, std::int64_t quantity);
PostalAddress address();

// ¥80.00 of the carrier for the parcel, up to ¥60.00 of it to the customer.
Claim claim(const std::string &number, const std::string &shipment_no, const std::string &order_no);

Effect effect(int number, EffectKind kind, const std::string &key, std::int64_t due = 0);

Discrepancy discrepancy(int number, DiscrepancyKind kind, const std::string &refund_no, std::int64_t found = 0);

}  // namespace aftercharge::samples
