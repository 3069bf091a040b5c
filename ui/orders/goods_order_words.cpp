// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/goods_order_words.h"

#include "models/item/goods_table_model.h"
#include "ui/common/enum_words.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QString cell(const GoodsOrder &order, int column, const Format &format)
{
    switch (column) {
    case GoodsTableModel::Number:
        return text_of(order.order_no.text());
    case GoodsTableModel::Ordered:
        return GoodsOrderWords::day_and_minute(order.ordered_at, format);
    case GoodsTableModel::State:
        return GoodsOrderWords::state(order);
    case GoodsTableModel::Member:
        return text_of(order.member_id.text());
    case GoodsTableModel::Paid:
        return format.money(order.paid);
    case GoodsTableModel::Refunded:
        return order.refunded.is_zero() ? QString() : format.money(order.refunded);
    case GoodsTableModel::Lock:
        return text_of(order.locked_by.text());
    default:
        return {};
    }
}

Cell plain(const QString &text)
{
    return {.text = text, .tool_tip = text};
}

Cell muted(const QString &text)
{
    return {.text = text, .muted = true, .tool_tip = text};
}

}  // namespace

TableWords<GoodsOrder> GoodsOrderWords::table(const Format &format)
{
    return {{tr("Number"), tr("Ordered"), tr("State"), tr("Member"), tr("Paid"), tr("Refunded"), tr("Locked by")},
            [format](const GoodsOrder &order, int column) { return cell(order, column, format); }};
}

QString GoodsOrderWords::day_and_minute(UtcTime at, const Format &format)
{
    return format.date(at) + u' ' + format.time_short(at);
}

QString GoodsOrderWords::state(const GoodsOrder &order)
{
    const QString word = EnumWords::goods_order_state(order.state);
    return order.locked_by.is_empty() ? word : tr("%1, locked").arg(word);
}

QString GoodsOrderWords::origin(const GoodsOrder &order, const Format &format)
{
    return tr("%1 (%2) · member %3")
        .arg(day_and_minute(order.ordered_at, format), format.zone_name(), text_of(order.member_id.text()));
}

QList<Fact> GoodsOrderWords::payment(const GoodsDossier &goods, const Format &format)
{
    if (!goods.payment)
        return {{tr("Payment"), tr("not paid")}};
    const PaymentOrder &payment = *goods.payment;
    return {{tr("Paid with"), EnumWords::payment_provider(payment.provider)},
            {tr("Amount"), format.money(payment.amount)},
            {tr("Paid at"), day_and_minute(payment.paid_at, format)},
            {tr("Gateway's number"), text_of(payment.external_id), LabelRole::Mono},
            {tr("Payment number"), text_of(payment.payment_order_id), LabelRole::Mono}};
}

QStringList GoodsOrderWords::discount_headers()
{
    return {tr("Code"), tr("Allocated to"), tr("Discount")};
}

QList<CellRow> GoodsOrderWords::discounts(const GoodsDossier &goods, const Format &format)
{
    QList<CellRow> rows;
    for (const OrderDiscountApplied &discount : goods.discounts)
        rows.append({plain(text_of(discount.code)), plain(GoodsWords::item_name(goods, discount.order_item_id)),
                     plain(u'−' + format.money(discount.amount))});
    return rows;
}

QStringList GoodsOrderWords::log_headers()
{
    return {tr("Time"), tr("State"), tr("What happened"), tr("By")};
}

QList<CellRow> GoodsOrderWords::log(const GoodsDossier &goods, const Format &format, const PeopleNames &people)
{
    QList<CellRow> rows;
    for (const GoodsOrderLogEntry &entry : goods.log) {
        const QString state = entry.from == entry.to
                                  ? QString()
                                  : QString(EnumWords::goods_order_state(entry.from) + QStringLiteral(" → ") +
                                            EnumWords::goods_order_state(entry.to));
        rows.append({muted(day_and_minute(entry.at, format)), plain(state),
                     plain(TicketWords::goods_order_event(entry)), muted(TicketWords::actor(entry.actor, people))});
    }
    return rows;
}

}  // namespace aftercharge
