// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/reading.h"
#include "models/store/sql/query.h"

namespace aftercharge {

// A reading's columns, the same in both databases.
inline QString reading_columns()
{
    return QStringLiteral("at, register_wh, voltage_mv, current_ma, power_w, soc_permille, flags");
}
inline void read_row(Query &row, Reading &r)
{
    row.read(r.at, r.register_wh, r.voltage, r.current, r.power, r.soc, r.flags);
}
inline void bind_row(Query &query, const Reading &r)
{
    query.bind(r.at, r.register_wh, r.voltage, r.current, r.power, r.soc, r.flags);
}
// Over the readings in their order, for order_reading_set.
std::string hash_of(const std::vector<Reading> &readings);

}  // namespace aftercharge
