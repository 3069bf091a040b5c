// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/goodsfile/goods_order_reader.h"

namespace aftercharge {
namespace {

// An order without parcels has some twenty values: a full file is well below.
constexpr JsonLimits limits{.depth = 8, .values = 1'000'000, .length = max_goods_file_bytes, .names = 100};

}  // namespace

Result<GoodsFile> read_goods_json(std::string_view text)
{
    const auto tree = parse_json(text, limits);
    if (!tree)
        return pass_on(tree);
    if (tree->kind != JsonNode::Kind::Array)
        return fail(ErrorCode::InputInvalid, "not a list of orders");
    GoodsFile file;
    for (std::size_t i = 0; i < tree->items.size(); ++i)
        read_order(tree->items[i], "order " + std::to_string(i + 1), file);
    return file;
}

}  // namespace aftercharge
