// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/goods_row.h"

namespace aftercharge {

QString goods_order_columns()
{
    return QStringLiteral(
        "order_no, state, member_id, currency, paid_minor, refunded_minor, locked_by, ordered_at, version");
}

void read_row(Query &row, GoodsOrder &o)
{
    Currency currency;
    row.read(o.order_no, o.state, o.member_id, currency, MoneyOut{o.paid, currency}, MoneyOut{o.refunded, currency},
             o.locked_by, o.ordered_at, o.version);
}

void bind_rest(Query &query, const GoodsOrder &o)
{
    query.bind(o.state, o.member_id, o.paid.currency(), o.paid, o.refunded, o.locked_by, o.ordered_at);
}

QString select_items(const QString &rest)
{
    return QStringLiteral("SELECT i.order_item_id, i.line_no, i.kind, i.sku, i.name, i.quantity, o.currency, "
                          "i.gross_minor, i.discount_minor, i.tax_minor, i.total_minor FROM order_item i JOIN orders o "
                          "ON o.order_no = i.order_no ") +
           rest;
}

QString select_units(const QString &rest)
{
    return QStringLiteral("SELECT u.order_item_id, u.unit, o.currency, u.share_minor, u.use, u.refunded_minor FROM "
                          "order_item_unit u JOIN order_item i ON i.order_no = u.order_no AND i.order_item_id = "
                          "u.order_item_id JOIN orders o ON o.order_no = u.order_no ") +
           rest;
}

QString select_discounts(const QString &rest)
{
    return QStringLiteral("SELECT d.code, d.order_item_id, o.currency, d.amount_minor FROM order_discount_applied d "
                          "JOIN orders o ON o.order_no = d.order_no ") +
           rest;
}

void read_row(Query &row, OrderItem &i)
{
    Currency currency;
    row.read(i.order_item_id, i.line_no, i.kind, i.sku, i.name, i.quantity, currency, MoneyOut{i.gross, currency},
             MoneyOut{i.discount, currency}, MoneyOut{i.tax, currency}, MoneyOut{i.total, currency});
}

void read_row(Query &row, ItemUnit &u)
{
    Currency currency;
    row.read(u.order_item_id, u.unit, currency, MoneyOut{u.share, currency}, u.use, MoneyOut{u.refunded, currency});
}

void read_row(Query &row, OrderDiscountApplied &d)
{
    Currency currency;
    row.read(d.code, d.order_item_id, currency, MoneyOut{d.amount, currency});
}

QString payment_columns()
{
    return QStringLiteral("payment_order_id, order_no, provider, external_id, currency, amount_minor, paid_at");
}

void read_row(Query &row, PaymentOrder &p)
{
    Currency currency;
    row.read(p.payment_order_id, p.order_no, p.provider, p.external_id, currency, MoneyOut{p.amount, currency},
             p.paid_at);
}

}  // namespace aftercharge
