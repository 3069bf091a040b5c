// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/goods_table_model.h"

namespace aftercharge {

void GoodsTableModel::set_filter(std::optional<GoodsOrderState> state, const std::string &text)
{
    query_.state = state;
    query_.text = text;
    ask_anew();
}

void GoodsTableModel::sort(int column, Qt::SortOrder order)
{
    if (!is_sortable(column))
        return;
    query_.sort = column == Number ? GoodsQuery::Sort::Number
                  : column == Paid ? GoodsQuery::Sort::Paid
                                   : GoodsQuery::Sort::OrderedAt;
    query_.page.descending = order == Qt::DescendingOrder;
    if (question() > 0)
        ask_anew();
}

QFuture<Result<Page<GoodsOrder>>> GoodsTableModel::ask_page(const PageRequest &request)
{
    GoodsQuery query = query_;
    query.page = request;
    return goods_.goods_orders(query);
}

QVariant GoodsTableModel::look(const GoodsOrder &order, int column, int role) const
{
    const Tone tone = goods_order_tone(order);
    switch (role) {
    case CellRole::tone:
        return static_cast<int>(column == State ? tone : column == Lock ? Tone::Warn : Tone::Neutral);
    case CellRole::chip_shape:
        return static_cast<int>(column == State ? tone_shape(tone) : ChipShape::None);
    case CellRole::muted:
        return column == Ordered || column == Member;
    default:
        return {};
    }
}

Tone goods_order_tone(const GoodsOrder &order)
{
    switch (order.state) {
    case GoodsOrderState::Paid:
        return order.locked_by.is_empty() ? Tone::Info : Tone::Warn;
    case GoodsOrderState::Fulfilled:
    case GoodsOrderState::Completed:
        return Tone::Ok;
    case GoodsOrderState::Refunded:
        return Tone::Info;
    case GoodsOrderState::Unpaid:
        return Tone::Warn;
    case GoodsOrderState::Cancelled:
        break;
    }
    return Tone::Neutral;
}

}  // namespace aftercharge
