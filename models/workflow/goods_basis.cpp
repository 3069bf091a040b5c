// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/goods_basis.h"

#include <algorithm>

namespace aftercharge {
namespace {

std::string name_of(const std::vector<OrderItem> &items, const OrderItemId &id)
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const OrderItem &item) { return item.order_item_id == id; });
    if (found == items.end())
        return id.text();
    return found->sku.empty() || found->name.empty() ? found->sku + found->name : found->sku + " " + found->name;
}

std::string row_of(const std::vector<OrderItem> &items, const RefundLineQuote &line)
{
    const ShareParts &parts = line.parts;
    std::string row = name_of(items, line.item.order_item_id) + " × " + std::to_string(line.item.quantity) + ": " +
                      parts.gross.to_text() + " − " + parts.discount.to_text() + " + " + parts.tax.to_text() + " = " +
                      parts.total.to_text();
    if (line.already.is_positive())
        row += "; given back before " + line.already.to_text();
    if (line.item.amount != parts.total)
        row += "; given back now " + line.item.amount.to_text();
    return row;
}

}  // namespace

std::string basis_of(const std::vector<OrderItem> &items, const RefundQuote &quote, bool before_shipment)
{
    std::string text = before_shipment ? "Before shipment, all that is left\n" : "";
    for (const RefundLineQuote &line : quote.lines)
        text += row_of(items, line) + "\n";
    return text + "Sum " + quote.total.to_text() + " " + std::string(quote.total.currency().code());
}

}  // namespace aftercharge
