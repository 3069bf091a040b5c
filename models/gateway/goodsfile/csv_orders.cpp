// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/goodsfile/csv_orders.h"

#include <algorithm>
#include <iterator>

#include "models/gateway/goodsfile/goods_order_reader.h"

namespace aftercharge {
namespace {

constexpr CsvColumn known_columns[] = {
    {"order_no", CsvPart::Order, "order_no"},
    {"state", CsvPart::Order, "state"},
    {"member_id", CsvPart::Order, "member_id"},
    {"ordered_at", CsvPart::Order, "ordered_at"},
    {"currency", CsvPart::Order, "currency"},
    {"order_item_id", CsvPart::Line, "order_item_id"},
    {"sku", CsvPart::Line, "sku"},
    {"name", CsvPart::Line, "name"},
    {"kind", CsvPart::Line, "kind"},
    {"quantity", CsvPart::Line, "quantity"},
    {"price", CsvPart::Line, "price"},
    {"tax", CsvPart::Line, "tax"},
    {"discount_code", CsvPart::LineDiscount, "code"},
    {"discount_amount", CsvPart::LineDiscount, "amount"},
    {"order_discount_code", CsvPart::OrderDiscount, "code"},
    {"order_discount_amount", CsvPart::OrderDiscount, "amount"},
    {"payment_order_id", CsvPart::Payment, "payment_order_id"},
    {"provider", CsvPart::Payment, "provider"},
    {"external_id", CsvPart::Payment, "external_id"},
    {"payment_amount", CsvPart::Payment, "amount"},
    {"paid_at", CsvPart::Payment, "paid_at"},
    {"parcel_no", CsvPart::ParcelLine, "parcel_no"},
    {"parcel_quantity", CsvPart::ParcelLine, "quantity"},
    {"shipment_no", CsvPart::Parcel, "shipment_no"},
    {"parcel_state", CsvPart::Parcel, "state"},
    {"carrier", CsvPart::Parcel, "carrier"},
    {"ext_external_id", CsvPart::Parcel, "ext_external_id"},
    {"tracking_no", CsvPart::Parcel, "tracking_no"},
    {"label_url", CsvPart::Parcel, "label_url"},
    {"insured", CsvPart::Parcel, "insured"},
    {"to_name", CsvPart::Address, "name"},
    {"to_street1", CsvPart::Address, "street1"},
    {"to_street2", CsvPart::Address, "street2"},
    {"to_city", CsvPart::Address, "city"},
    {"to_state", CsvPart::Address, "state"},
    {"to_zip", CsvPart::Address, "zip"},
    {"to_country", CsvPart::Address, "country"},
    {"to_phone", CsvPart::Address, "phone"},
    {"to_email", CsvPart::Address, "email"},
};

std::string cell(const CsvRow &row, const std::vector<const CsvColumn *> &columns, std::string_view name)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i]->name == name)
            return row.fields[i];
    }
    return {};
}

JsonNode node_of(JsonNode::Kind kind)
{
    JsonNode node;
    node.kind = kind;
    return node;
}

JsonNode object_of(const std::vector<std::pair<std::string, std::string>> &fields)
{
    JsonNode object = node_of(JsonNode::Kind::Object);
    for (const auto &[name, value] : fields) {
        JsonNode text = node_of(JsonNode::Kind::String);
        text.text = value;
        object.members.emplace_back(name, std::move(text));
    }
    return object;
}

template<typename Values>
auto *find_named(Values &values, const std::string &name)
{
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const auto &entry) { return entry.first == name; });
    return found == values.end() ? nullptr : &found->second;
}

}  // namespace

const CsvColumn *find_csv_column(std::string_view name)
{
    const auto *found = std::find_if(std::begin(known_columns), std::end(known_columns),
                                     [&](const CsvColumn &column) { return column.name == name; });
    return found == std::end(known_columns) ? nullptr : found;
}

void CsvOrder::refuse(const CsvRow &row, const std::string &what)
{
    if (problem_.empty())
        problem_ = "row " + std::to_string(row.number) + ": " + what;
}

void CsvOrder::put(Fields &fields, const CsvRow &row, const CsvColumn &column, const std::string &value)
{
    if (value.empty())
        return;
    const std::string *there = find_named(fields, std::string(column.field));
    if (there == nullptr)
        fields.emplace_back(column.field, value);
    else if (*there != value)
        refuse(row, std::string(column.name) + ": \"" + value.substr(0, 40) + "\" differs from \"" +
                        there->substr(0, 40) + "\" above");
}

CsvOrder::Line *CsvOrder::line_of(const CsvRow &row, const std::string &id)
{
    if (id.empty()) {
        refuse(row, "order_item_id: missing");
        return nullptr;
    }
    if (Line *line = find_named(lines_, id))
        return line;
    if (lines_.size() == max_lines_of_order) {
        refuse(row, "more than " + std::to_string(max_lines_of_order) + " lines");
        return nullptr;
    }
    return &lines_.emplace_back(id, Line{}).second;
}

CsvOrder::Parcel *CsvOrder::parcel_of(const CsvRow &row, const std::string &label)
{
    if (label.empty())
        return nullptr;
    if (Parcel *parcel = find_named(parcels_, label))
        return parcel;
    if (parcels_.size() == max_lines_of_order) {
        refuse(row, "more than " + std::to_string(max_lines_of_order) + " parcels");
        return nullptr;
    }
    return &parcels_.emplace_back(label, Parcel{}).second;
}

CsvOrder::Fields *CsvOrder::place_of(CsvPart part, Line &line, Parcel *parcel)
{
    switch (part) {
    case CsvPart::Order:
        return &order_;
    case CsvPart::Payment:
        return &payment_;
    case CsvPart::OrderDiscount:
        return &discount_;
    case CsvPart::Line:
        return &line.fields;
    case CsvPart::LineDiscount:
        return &line.discount;
    case CsvPart::Parcel:
        return parcel == nullptr ? nullptr : &parcel->fields;
    case CsvPart::Address:
        return parcel == nullptr ? nullptr : &parcel->address;
    case CsvPart::ParcelLine:
        return nullptr;  // what the row as a whole says, not a field
    }
    return nullptr;
}

void CsvOrder::add(const CsvRow &row, const std::vector<const CsvColumn *> &columns)
{
    rows_.push_back(row.number);
    if (!problem_.empty())
        return;
    if (row.fields.size() != columns.size())
        return refuse(row,
                      std::to_string(row.fields.size()) + " fields, the header has " + std::to_string(columns.size()));
    const std::string id = cell(row, columns, "order_item_id");
    Line *line = line_of(row, id);
    Parcel *parcel = parcel_of(row, cell(row, columns, "parcel_no"));
    if (line == nullptr || !problem_.empty())
        return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const CsvColumn &column = *columns[i];
        if (Fields *fields = place_of(column.part, *line, parcel))
            put(*fields, row, column, row.fields[i]);
        else if (parcel == nullptr && !row.fields[i].empty())
            refuse(row, std::string(column.name) + ": without a parcel_no");
    }
    if (parcel == nullptr)
        return;
    const std::string in_parcel = cell(row, columns, "parcel_quantity");
    const std::string *of_line = find_named(line->fields, "quantity");
    parcel->lines.push_back({{"order_item_id", id}});
    if (!in_parcel.empty() || of_line != nullptr)
        parcel->lines.back().emplace_back("quantity", in_parcel.empty() ? *of_line : in_parcel);
}

std::string CsvOrder::where() const
{
    if (rows_.size() == 1)
        return "row " + std::to_string(rows_.front());
    if (rows_.back() - rows_.front() + 1 == static_cast<int>(rows_.size()))
        return "rows " + std::to_string(rows_.front()) + "–" + std::to_string(rows_.back());
    constexpr std::size_t most = 10;
    std::string text = "rows " + std::to_string(rows_.front());
    for (std::size_t i = 1; i < std::min(rows_.size(), most); ++i)
        text += ", " + std::to_string(rows_[i]);
    return rows_.size() > most ? text + ", …" : text;
}

JsonNode CsvOrder::to_object() const
{
    JsonNode order = object_of(order_);
    JsonNode items = node_of(JsonNode::Kind::Array);
    JsonNode discounts = node_of(JsonNode::Kind::Array);
    for (const auto &[id, line] : lines_) {
        items.items.push_back(object_of(line.fields));
        if (line.discount.empty())
            continue;
        Fields discount = line.discount;
        discount.emplace_back("order_item_id", id);
        discounts.items.push_back(object_of(discount));
    }
    if (!discount_.empty())
        discounts.items.push_back(object_of(discount_));
    JsonNode parcels = node_of(JsonNode::Kind::Array);
    for (const auto &[label, parcel] : parcels_) {
        JsonNode object = object_of(parcel.fields);
        JsonNode lines = node_of(JsonNode::Kind::Array);
        for (const Fields &line : parcel.lines)
            lines.items.push_back(object_of(line));
        object.members.emplace_back("items", std::move(lines));
        object.members.emplace_back("address", object_of(parcel.address));
        parcels.items.push_back(std::move(object));
    }
    order.members.emplace_back("items", std::move(items));
    order.members.emplace_back("discounts", std::move(discounts));
    if (!payment_.empty())
        order.members.emplace_back("payment", object_of(payment_));
    order.members.emplace_back("parcels", std::move(parcels));
    return order;
}

}  // namespace aftercharge
