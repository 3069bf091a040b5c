// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/order_table_model.h"

namespace aftercharge {

void OrderTableModel::set_filter(std::optional<OrderState> state, const std::string &text)
{
    query_.state = state;
    query_.text = text;
    ask_anew();
}

void OrderTableModel::sort(int column, Qt::SortOrder order)
{
    if (!is_sortable(column))
        return;
    query_.sort = column == Number ? OrderQuery::Sort::Number
                  : column == Fee  ? OrderQuery::Sort::Fee
                                   : OrderQuery::Sort::StartedAt;
    query_.page.descending = order == Qt::DescendingOrder;
    if (question() > 0)
        ask_anew();
}

QFuture<Result<Page<ChargingOrder>>> OrderTableModel::ask_page(const PageRequest &request)
{
    OrderQuery query = query_;
    query.page = request;
    return desk_.orders(query);
}

QVariant OrderTableModel::look(const ChargingOrder &order, int column, int role) const
{
    const bool owing = column == Owed && order.owed.is_positive();
    switch (role) {
    case CellRole::tone:
        return static_cast<int>(column == State ? order_tone(order) : owing ? Tone::Bad : Tone::Neutral);
    case CellRole::chip_shape:
        return static_cast<int>(column == State ? order_shape(order) : ChipShape::None);
    case CellRole::muted:
        return column == Started || column == Member;
    default:
        return {};
    }
}

Tone order_tone(const ChargingOrder &order)
{
    switch (order.state) {
    case OrderState::Charging:
        return order.connection == Connection::Offline ? Tone::Warn : Tone::Ok;
    case OrderState::Settle:
        return order.owed.is_positive() ? Tone::Warn : Tone::Info;
    case OrderState::AfterSales:
        return Tone::Info;
    default:
        return Tone::Neutral;
    }
}

ChipShape order_shape(const ChargingOrder &order)
{
    switch (order.state) {
    case OrderState::Charging:
        return order.connection == Connection::Offline ? ChipShape::Ring : ChipShape::Dot;
    case OrderState::Settle:
        return order.owed.is_positive() ? ChipShape::Triangle : ChipShape::Square;
    case OrderState::AfterSales:
        return ChipShape::Square;
    case OrderState::Created:
        return ChipShape::Ring;
    default:
        return ChipShape::None;
    }
}

}  // namespace aftercharge
