// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/goods_order.h"
#include "models/store/sql/query.h"

namespace aftercharge {

// Key first, version last, as update_sql() wants them.
QString goods_order_columns();
void read_row(Query &row, GoodsOrder &order);
// All columns but the key and the version.
void bind_rest(Query &query, const GoodsOrder &order);

// "SELECT … FROM … ", each row with the currency of its order; the tables are called i, u and d.
QString select_items(const QString &rest);
QString select_units(const QString &rest);
QString select_discounts(const QString &rest);
void read_row(Query &row, OrderItem &item);
void read_row(Query &row, ItemUnit &unit);
void read_row(Query &row, OrderDiscountApplied &discount);

QString payment_columns();
void read_row(Query &row, PaymentOrder &payment);

}  // namespace aftercharge
