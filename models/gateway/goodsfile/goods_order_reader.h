// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/goodsfile/goods_file.h"
#include "models/gateway/ocpi/json_tree.h"

namespace aftercharge {

inline constexpr std::size_t max_goods_file_bytes = std::size_t{32} << 20;
inline constexpr std::size_t max_lines_of_order = 1'000;  // and discounts, and parcels

// One order as an object with the fields that CONTRIBUTING.md names, checked for form and put
// into `file`, among its orders or among what was refused.
void read_order(const JsonNode &node, const std::string &where, GoodsFile &file);

}  // namespace aftercharge
