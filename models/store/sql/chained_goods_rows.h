// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/claim.h"
#include "models/domain/goods_order.h"
#include "models/domain/shipment.h"
#include "models/store/sql/chained_rows.h"

namespace aftercharge {

// The chained rows of goods, as chained_rows.h says.

// A row of order_status_log as the verification reads it: charging orders and goods orders share
// the table, and their states are of two kinds.
struct StatusTexts {
    OrderNo order_no;
    UtcTime at;
    std::string from;
    std::string to;
    std::string event;
    Actor actor;
    std::string note;
};

struct ClaimApproval {
    ClaimNo claim_no;
    OperatorName approved_by;
    Money amount;
    Money up_to;
    UtcTime at;
};

QString columns_of(const StatusTexts *);
QString columns_of(const GoodsOrderLogEntry *);
QString columns_of(const ShipmentLogEntry *);
QString columns_of(const ClaimApproval *);
QString columns_of(const ClaimLogEntry *);

void read_row(Query &row, StatusTexts &entry);
void read_row(Query &row, GoodsOrderLogEntry &entry);
void read_row(Query &row, ShipmentLogEntry &entry);
void read_row(Query &row, ClaimApproval &approval);
void read_row(Query &row, ClaimLogEntry &entry);

void bind_row(Query &query, const GoodsOrderLogEntry &entry);
void bind_row(Query &query, const ShipmentLogEntry &entry);
void bind_row(Query &query, const ClaimApproval &approval);
void bind_row(Query &query, const ClaimLogEntry &entry);

std::string canonical_of(const StatusTexts &entry);
std::string canonical_of(const GoodsOrderLogEntry &entry);
std::string canonical_of(const ShipmentLogEntry &entry);
std::string canonical_of(const ClaimApproval &approval);
std::string canonical_of(const ClaimLogEntry &entry);
// What a refund of goods has behind the fields that every refund has.
std::string canonical_goods_part(const Refund &refund);

std::string key_of(const StatusTexts &entry);
std::string key_of(const GoodsOrderLogEntry &entry);
std::string key_of(const ShipmentLogEntry &entry);
std::string key_of(const ClaimApproval &approval);
std::string key_of(const ClaimLogEntry &entry);

}  // namespace aftercharge
