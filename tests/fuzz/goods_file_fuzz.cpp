// SPDX-License-Identifier: GPL-3.0-or-later
// Files of goods orders from arbitrary text, as JSON and as CSV: no crash, every refusal has its
// sentence, and what is accepted is within the bounds that pricing relies on.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "models/gateway/goodsfile/goods_file.h"
#include "models/settlement/goods.h"

using namespace aftercharge;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check_order(const ImportedOrder &order)
{
    require(!order.where.empty() && !order.order.order_no.is_empty() && !order.order.member_id.is_empty());
    require(!order.items.empty() && order.payments.size() <= 1);
    for (const OrderItem &item : order.items) {
        require(item.quantity >= 1 && item.quantity <= max_units_of_line);
        require(!item.gross.is_negative() && !item.tax.is_negative());
        require(item.gross.currency() == order.order.paid.currency());
    }
    for (const ImportedParcel &parcel : order.parcels)
        require(!parcel.items.empty() && !parcel.shipment.insured.is_negative());
    auto items = order.items;
    if (!price_order(items, order.discounts))
        return;
    for (const OrderItem &item : items) {
        const auto shares = unit_shares(item.total, item.quantity);
        require(shares.has_value());
        std::int64_t sum = 0;
        for (const Money &share : *shares)
            sum += share.minor();
        require(sum == item.total.minor());
    }
}

void check_file(const Result<GoodsFile> &file)
{
    if (!file) {
        require(file.error().code == ErrorCode::InputInvalid && !file.error().detail.empty());
        return;
    }
    for (const RefusedRow &row : file->refused)
        require(!row.where.empty() && !row.why.empty());
    for (const ImportedOrder &order : file->orders)
        check_order(order);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    check_file(read_goods_json(text));
    check_file(read_goods_csv(text));
    return 0;
}
