// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_words.h"

#include "models/item/order_table_model.h"
#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QString point_of(const ConnectorId &connector)
{
    return text_of(connector.charge_point_id.text()) + u'/' + QString::number(connector.connector_id);
}

QString cell(const ChargingOrder &order, int column, const Format &format)
{
    switch (column) {
    case OrderTableModel::Number:
        return text_of(order.order_no.text());
    case OrderTableModel::Started:
        return OrderWords::day_and_minute(order.started_at, format);
    case OrderTableModel::Point:
        return point_of(order.connector);
    case OrderTableModel::State:
        return EnumWords::order_state(order.state);
    case OrderTableModel::Member:
        return text_of(order.member_id.text());
    case OrderTableModel::Energy:
        return format.kwh(order.energy);
    case OrderTableModel::Fee:
        return format.money(order.fee);
    case OrderTableModel::Refunded:
        return order.refunded.is_zero() ? QString() : format.money(order.refunded);
    case OrderTableModel::Owed:
        return order.owed.is_zero() ? QString() : format.money(order.owed);
    default:
        return {};
    }
}

}  // namespace

TableWords<ChargingOrder> OrderWords::table(const Format &format)
{
    return {{tr("Number"), tr("Started"), tr("Point"), tr("State"), tr("Member"), tr("kWh"), tr("Fee"), tr("Refunded"),
             tr("Owed")},
            [format](const ChargingOrder &order, int column) { return cell(order, column, format); }};
}

QString OrderWords::day_and_minute(UtcTime at, const Format &format)
{
    return format.date(at) + u' ' + format.time_short(at);
}

QString OrderWords::state(const ChargingOrder &order, const Format &format)
{
    const QString word = EnumWords::order_state(order.state);
    if (order.owed.is_positive())
        return tr("%1, owes %2").arg(word, format.money(order.owed));
    if (order.settlement == Settlement::Provisional)
        return tr("%1, provisional").arg(word);
    return word;
}

QString OrderWords::origin(const ChargingOrder &order, const Format &)
{
    QStringList parts{point_of(order.connector), tr("member %1").arg(text_of(order.member_id.text()))};
    if (!order.id_tag.is_empty())
        parts.append(tr("card %1").arg(text_of(order.id_tag.text())));
    return parts.join(QStringLiteral(" · "));
}

QString OrderWords::span(const ChargingOrder &order, const Format &format)
{
    QString time = day_and_minute(order.started_at, format);
    if (order.stopped_at) {
        const bool same_day = format.date(*order.stopped_at) == format.date(order.started_at);
        time += QStringLiteral(" – ") +
                (same_day ? format.time_short(*order.stopped_at) : day_and_minute(*order.stopped_at, format));
    }
    return tr("%1 (%2)").arg(time, format.zone_name());
}

QString OrderWords::stop(const ChargingOrder &order)
{
    const QString reason = EnumWords::stop_reason(order.stop_reason);
    if (order.stop_detail.empty())
        return reason;
    return tr("%1 (%2)").arg(reason, text_of(order.stop_detail));
}

}  // namespace aftercharge
