// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "models/gateway/goodsfile/csv_orders.h"
#include "models/gateway/goodsfile/goods_order_reader.h"

namespace aftercharge {
namespace {

using Columns = std::vector<const CsvColumn *>;

Result<Columns> read_header(const CsvRow &header)
{
    Columns columns;
    for (const std::string &name : header.fields) {
        const CsvColumn *column = find_csv_column(name);
        if (column == nullptr)
            return fail(ErrorCode::InputInvalid, "no column is named \"" + name.substr(0, 40) + "\"");
        if (std::find(columns.begin(), columns.end(), column) != columns.end())
            return fail(ErrorCode::InputInvalid, "the column \"" + name + "\" is there twice");
        columns.push_back(column);
    }
    for (const char *name : {"order_no", "order_item_id"}) {
        if (std::find(columns.begin(), columns.end(), find_csv_column(name)) == columns.end())
            return fail(ErrorCode::InputInvalid, std::string("the column \"") + name + "\" is missing");
    }
    return columns;
}

}  // namespace

Result<GoodsFile> read_goods_csv(std::string_view text)
{
    if (text.size() > max_goods_file_bytes)
        return fail(ErrorCode::InputInvalid, "longer than " + std::to_string(max_goods_file_bytes >> 20) + " MiB");
    const auto rows = read_csv(text);
    if (!rows)
        return pass_on(rows);
    if (rows->empty())
        return fail(ErrorCode::InputInvalid, "no header row");
    const auto columns = read_header(rows->front());
    if (!columns)
        return pass_on(columns);
    const auto number_at = static_cast<std::size_t>(
        std::find(columns->begin(), columns->end(), find_csv_column("order_no")) - columns->begin());
    // In the order in which they first appear.
    std::vector<std::pair<std::string, CsvOrder>> orders;
    std::map<std::string, std::size_t> index_of;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
        const std::string order_no = number_at < row->fields.size() ? row->fields[number_at] : std::string{};
        // Rows without a number belong to nothing, not to each other.
        const bool known = !order_no.empty() && index_of.contains(order_no);
        if (!known) {
            index_of[order_no] = orders.size();
            orders.emplace_back(order_no, CsvOrder{});
        }
        orders[index_of[order_no]].second.add(*row, *columns);
    }
    GoodsFile file;
    for (const auto &[order_no, order] : orders) {
        if (order.problem().empty())
            read_order(order.to_object(), order.where(), file);
        else
            file.refused.push_back(
                {order.where(), check_id_text(order_no) ? order_no : std::string{}, order.problem()});
    }
    return file;
}

}  // namespace aftercharge
