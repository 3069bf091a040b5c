// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/domain/claim.h"
#include "models/domain/discrepancy.h"
#include "models/domain/ticket.h"
#include "models/store/ledger_store.h"

namespace aftercharge {

struct ParcelView {
    Shipment shipment;
    std::vector<ShipmentItem> items;
    std::vector<ShipmentLogEntry> log;
    PostalAddress address;
    std::vector<Claim> claims;
    std::vector<ClaimLogEntry> claim_log;  // of all its claims, oldest first
};

// Everything of one goods order that a person needs to decide, read at one instant.
struct GoodsDossier {
    GoodsOrder order;
    std::vector<OrderItem> items;
    std::vector<OrderDiscountApplied> discounts;
    std::vector<ItemUnit> units;
    std::optional<PaymentOrder> payment;
    std::vector<ParcelView> parcels;
    std::vector<Refund> refunds;  // oldest first, with their items
    std::vector<GoodsOrderLogEntry> log;
    std::vector<Transfer> transfers;
    Money refundable;       // paid − what was refunded, promised or is on its way
    Money gateway_allows;   // paid − what the gateway has or may have of it
    bool has_left = false;  // a parcel was picked up: too late for a refund before shipment
};

Result<GoodsDossier> read_goods_order(LedgerReader &ledger, const OrderNo &order_no);

// A claim with what belongs to it.
struct ClaimDossier {
    Claim claim;
    std::vector<ClaimEvidence> evidence;
    std::vector<Evidence> files;  // the same, with names and types, without bytes
    std::vector<ClaimLogEntry> log;
    std::vector<Refund> refunds;
    Money lines_worth;  // what remains of the parcel's lines: the most that may go to the customer
    GoodsDossier goods;
};

Result<ClaimDossier> read_claim(LedgerReader &ledger, const ClaimNo &claim_no);

}  // namespace aftercharge
