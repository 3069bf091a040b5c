// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "models/workflow/work.h"

namespace aftercharge {

// Steps that several workflows about goods take inside their unit of work; those of
// ledger_steps.h hold for them too. Each tells `work.changes` of what it wrote.

// Applies the event by the state table, writes the order and its order_status_log row.
// state.not_allowed leaves everything as it was, `order` too; so in all three.
Result<void> advance_goods_order(UnitOfWork &unit, Work &work, GoodsOrder &order, GoodsOrderEvent event,
                                 const Actor &actor, const std::string &note);

// The same of a parcel, with its shipment_status_log row. Whatever else was changed in
// `shipment` (a tracking number, a label) is written with it.
Result<void> advance_shipment_state(UnitOfWork &unit, Work &work, Shipment &shipment, ShipmentEvent event,
                                    const Actor &actor, const std::string &note);

// The same of a claim, with its log row; closed_at is set when it is closed.
Result<void> advance_claim(UnitOfWork &unit, Work &work, Claim &claim, ClaimEvent event, const Actor &actor,
                           const std::string &note);

// Written without a change of state: the order's lock, a parcel's label, a claim's approval.
Result<void> write_goods_order(UnitOfWork &unit, Work &work, GoodsOrder &order);
Result<void> write_shipment(UnitOfWork &unit, Work &work, Shipment &shipment);
Result<void> write_claim(UnitOfWork &unit, Work &work, Claim &claim);

// A log row that changes no state, as note_on_order writes it for charging orders.
Result<void> note_on_goods_order(UnitOfWork &unit, Work &work, const GoodsOrder &order, const std::string &event,
                                 const Actor &actor, const std::string &note);

// A notice to the customer, published after the commit.
Result<void> notify(UnitOfWork &unit, Work &work, NoticeKind kind, const MemberId &member_id, const OrderNo &order_no,
                    std::map<std::string, std::string> values);

}  // namespace aftercharge
