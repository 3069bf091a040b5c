// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/settlement/goods.h"
#include "tests/settlement/goods_support.h"

using namespace aftercharge;
using namespace aftercharge::testing;

namespace {

// Two wallboxes, three cables and what sending them cost.
std::vector<OrderItem> wallbox_order()
{
    return {line(1, 2, "200.00", "10.00"), line(2, 3, "100.00", "5.00"),
            line(3, 1, "12.00", "0.72", "CNY", ItemKind::Shipping)};
}

OrderDiscount discount(const char *code, const char *amount, int of_line = 0)
{
    return {code, of_line == 0 ? OrderItemId{} : line_id(of_line), money(amount)};
}

void compare_texts(const std::vector<Money> &amounts, const std::vector<std::string> &expected)
{
    QCOMPARE(amounts.size(), expected.size());
    for (std::size_t i = 0; i < amounts.size(); ++i)
        QCOMPARE(amounts[i].to_text(), expected[i]);
}

void compare_units(const std::vector<RefundUnit> &units, const std::vector<std::pair<int, std::string>> &expected)
{
    QCOMPARE(units.size(), expected.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        QCOMPARE(units[i].unit, expected[i].first);
        QCOMPARE(units[i].amount.to_text(), expected[i].second);
    }
}

}  // namespace

class GoodsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_order_without_discounts_is_gross_and_tax()
    {
        auto items = wallbox_order();
        QVERIFY(price_order(items, {}).value().empty());
        QCOMPARE(items[0].total.to_text(), std::string("210.00"));
        QCOMPARE(items[2].total.to_text(), std::string("12.72"));
        QCOMPARE(order_total(items).value().to_text(), std::string("327.72"));
    }

    void an_order_discount_falls_on_the_goods_in_proportion()
    {
        auto items = wallbox_order();
        // 20.00 over 200 : 100 is 13.33⅓ and 6.66⅔: the larger remainder takes the cent. Shipping keeps its price.
        const auto applied = price_order(items, {discount("SPRING", "20.00")}).value();
        QCOMPARE(applied.size(), std::size_t{2});
        QCOMPARE(items[0].discount.to_text(), std::string("13.33"));
        QCOMPARE(items[1].discount.to_text(), std::string("6.67"));
        QCOMPARE(items[2].discount.to_text(), std::string("0.00"));
        QCOMPARE(items[0].total.to_text(), std::string("196.67"));
        QCOMPARE(items[1].total.to_text(), std::string("98.33"));
        QVERIFY(applied[1] == (OrderDiscountApplied{"SPRING", line_id(2), money("6.67")}));
    }

    void a_later_discount_weighs_what_the_earlier_left()
    {
        auto items = wallbox_order();
        // Line 1 keeps 100.00 of its 200.00: then both weigh the same.
        const auto applied = price_order(items, {discount("BOX", "100.00", 1), discount("SPRING", "10.01")}).value();
        QCOMPARE(items[0].discount.to_text(), std::string("105.01"));  // a tie: the lower line number
        QCOMPARE(items[1].discount.to_text(), std::string("5.00"));
        QCOMPARE(applied.size(), std::size_t{3});
    }

    void ties_go_by_line_number_in_whatever_order_the_lines_come()
    {
        std::vector<OrderItem> items{line(7, 1, "10.00", "0.00"), line(3, 1, "10.00", "0.00")};
        QVERIFY(price_order(items, {discount("C", "0.01")}).has_value());
        QCOMPARE(items[0].discount.to_text(), std::string("0.00"));
        QCOMPARE(items[1].discount.to_text(), std::string("0.01"));
    }

    void a_code_twice_on_one_line_is_one_row()
    {
        auto items = wallbox_order();
        const auto applied = price_order(items, {discount("C", "1.00", 2), discount("C", "2.00", 2)}).value();
        QCOMPARE(applied.size(), std::size_t{1});
        QCOMPARE(applied[0].amount.to_text(), std::string("3.00"));
    }

    void everything_may_be_given_away()
    {
        auto items = wallbox_order();
        QVERIFY(price_order(items, {discount("FREE", "300.00")}).has_value());
        QCOMPARE(items[0].total.to_text(), std::string("10.00"));  // the tax
        QCOMPARE(items[1].total.to_text(), std::string("5.00"));
    }

    void a_discount_of_a_shipping_line_goes_to_it_alone()
    {
        auto items = wallbox_order();
        QVERIFY(price_order(items, {discount("SHIP", "12.00", 3)}).has_value());
        QCOMPARE(items[2].total.to_text(), std::string("0.72"));
        QCOMPARE(items[0].discount.to_text(), std::string("0.00"));
    }

    void orders_are_refused()
    {
        const auto refused = [](std::vector<OrderItem> items, const std::vector<OrderDiscount> &discounts) {
            return price_order(items, discounts).error().code;
        };
        QVERIFY(refused({}, {}) == ErrorCode::InputInvalid);
        QVERIFY(refused({line(1, 0, "1.00", "0.00")}, {}) == ErrorCode::InputInvalid);
        QVERIFY(refused({line(1, max_units_of_line + 1, "1.00", "0.00")}, {}) == ErrorCode::InputInvalid);
        QVERIFY(refused({line(1, 1, "-1.00", "0.00")}, {}) == ErrorCode::InputInvalid);
        QVERIFY(refused({line(1, 1, "1.00", "-0.01")}, {}) == ErrorCode::InputInvalid);
        QVERIFY(refused({line(1, 1, "1.00", "0.00"), line(1, 1, "1.00", "0.00")}, {}) == ErrorCode::InputInvalid);
        QVERIFY(refused({line(1, 1, "1.00", "0.00"), line(2, 1, "1.00", "0.00", "USD")}, {}) ==
                ErrorCode::MoneyCurrencyMismatch);
        std::vector<OrderItem> many;
        for (int number = 1; number <= 3; ++number)
            many.push_back(line(number, max_units_of_line, "1.00", "0.00"));
        QVERIFY(refused(many, {}) == ErrorCode::InputInvalid);
        QVERIFY(refused(wallbox_order(), {discount("C", "300.01")}) == ErrorCode::InputInvalid);
        QVERIFY(refused(wallbox_order(), {discount("C", "200.01", 1)}) == ErrorCode::InputInvalid);
        QVERIFY(refused(wallbox_order(), {discount("C", "-1.00")}) == ErrorCode::InputInvalid);
        QVERIFY(refused(wallbox_order(), {discount("C", "1.00", 9)}) == ErrorCode::ItemNotFound);
        QVERIFY(refused(wallbox_order(), {{"C", {}, money("1.00", "USD")}}) == ErrorCode::MoneyCurrencyMismatch);
        QVERIFY(refused({line(1, 1, "10000000000000.00", "0.01")}, {}) == ErrorCode::MoneyOverflow);
    }

    void units_share_a_total_by_half_even()
    {
        compare_texts(unit_shares(money("100.00"), 3).value(), {"33.33", "33.34", "33.33"});
        // R(1) = 0.5 → 0, R(2) = 1: half to even.
        compare_texts(unit_shares(money("1", "JPY"), 2).value(), {"0", "1"});
        compare_texts(unit_shares(money("0.002", "KWD"), 4).value(), {"0.000", "0.001", "0.001", "0.000"});
        QVERIFY(unit_shares(money("1.00"), 0).error().code == ErrorCode::InputInvalid);
        QVERIFY(unit_shares(money("-1.00"), 1).error().code == ErrorCode::InputInvalid);
    }

    void parts_explain_the_total_to_the_cent()
    {
        auto items = wallbox_order();
        QVERIFY(price_order(items, {discount("SPRING", "20.00")}).has_value());
        // Line 2 of three units: gross 100.00, tax 5.00, discount 6.67, total 98.33.
        const auto first = parts_of_units(items[1], {1}).value();
        QCOMPARE(first.gross.to_text(), std::string("33.33"));
        QCOMPARE(first.tax.to_text(), std::string("1.67"));
        QCOMPARE(first.total.to_text(), std::string("32.78"));
        QCOMPARE(first.discount.to_text(), std::string("2.22"));
        const auto all = parts_of_units(items[1], {3, 1, 2}).value();
        QVERIFY(all == (ShareParts{items[1].gross, items[1].discount, items[1].tax, items[1].total}));
        QVERIFY(parts_of_units(items[1], {1, 1}).error().code == ErrorCode::InputInvalid);
        QVERIFY(parts_of_units(items[1], {0}).error().code == ErrorCode::InputInvalid);
        QVERIFY(parts_of_units(items[1], {4}).error().code == ErrorCode::InputInvalid);
    }

    void a_unit_is_never_given_back_below_nothing()
    {
        // 0.03 − 0.02 over four units. R of each by itself gives the units' gross as 1 1 0 1 cents and
        // their discounts as 0 1 1 0: the third would be −0.01. By R of the total they are 0 0 1 0.
        const auto items = priced({line(1, 4, "0.03", "0.00")}, {discount("C", "0.02")});
        compare_texts(unit_shares(items[0].total, 4).value(), {"0.00", "0.00", "0.01", "0.00"});
        const auto third = parts_of_units(items[0], {3}).value();
        QVERIFY(third == (ShareParts{money("0.00"), money("-0.01"), money("0.00"), money("0.01")}));
    }

    void a_refund_takes_untouched_units_first()
    {
        const auto items = priced({line(1, 3, "100.00", "0.00")});
        auto units = units_of_order(items);
        units[0].use = UnitUse::Refunded;
        units[0].refunded = money("10.00");
        const auto two = quote_refund(items, units, {{line_id(1), 2}}, std::nullopt).value();
        compare_units(two.units, {{2, "33.34"}, {3, "33.33"}});
        QCOMPARE(two.total.to_text(), std::string("66.67"));
        QVERIFY(two.at_most == two.total);
        QCOMPARE(two.lines[0].already.to_text(), std::string("0.00"));
        const auto three = quote_refund(items, units, {{line_id(1), 3}}, std::nullopt).value();
        compare_units(three.units, {{1, "23.33"}, {2, "33.34"}, {3, "33.33"}});
        QCOMPARE(three.lines[0].already.to_text(), std::string("10.00"));
        QCOMPARE(three.lines[0].parts.total.to_text(), std::string("100.00"));
        QCOMPARE(three.lines[0].item.amount.to_text(), std::string("90.00"));
    }

    void an_amount_is_spread_over_the_units_of_all_lines()
    {
        const auto items = priced({line(1, 1, "10.00", "0.00"), line(2, 2, "20.00", "0.00")});
        const auto quote =
            quote_refund(items, units_of_order(items), {{line_id(2), 2}, {line_id(1), 1}}, money("10.00")).value();
        QCOMPARE(quote.lines[0].item.order_item_id.text(), std::string("L1"));
        compare_units(quote.units, {{1, "3.34"}, {1, "3.33"}, {2, "3.33"}});
        QCOMPARE(quote.lines[1].item.amount.to_text(), std::string("6.66"));
        QCOMPARE(quote.total.to_text(), std::string("10.00"));
        QCOMPARE(quote.at_most.to_text(), std::string("30.00"));
    }

    void replaced_and_refunded_units_are_not_left()
    {
        const auto items = priced({line(1, 3, "30.00", "0.00")});
        auto units = units_of_order(items);
        units[1].use = UnitUse::Replaced;
        units[2].use = UnitUse::Refunded;
        units[2].refunded = units[2].share;
        compare_units(quote_refund(items, units, {{line_id(1), 1}}, std::nullopt).value().units, {{1, "10.00"}});
        QVERIFY(quote_refund(items, units, {{line_id(1), 2}}, std::nullopt).error() ==
                (Error{ErrorCode::UnitsNotLeft, "L1: 2 asked, 1 left"}));
        QCOMPARE(quote_rest(items, units).value().total.to_text(), std::string("10.00"));
        units[0].use = UnitUse::Replaced;
        const auto nothing = quote_rest(items, units).value();
        QVERIFY(nothing.lines.empty() && nothing.units.empty() && nothing.total.is_zero());
    }

    void the_rest_includes_shipping()
    {
        const auto items = priced(wallbox_order());
        QCOMPARE(quote_rest(items, units_of_order(items)).value().total.to_text(), std::string("327.72"));
    }

    void a_free_line_is_refunded_with_nothing()
    {
        const auto items = priced({line(1, 2, "10.00", "0.00")}, {discount("FREE", "10.00")});
        const auto quote = quote_refund(items, units_of_order(items), {{line_id(1), 2}}, std::nullopt).value();
        QVERIFY(quote.total.is_zero());
        compare_units(quote.units, {{1, "0.00"}, {2, "0.00"}});
        QVERIFY(quote_refund(items, units_of_order(items), {{line_id(1), 2}}, money("0.01")).error().code ==
                ErrorCode::RefundExceedsPaid);
    }

    void refunds_are_refused()
    {
        const auto items = priced(wallbox_order());
        const auto refused = [&](const std::vector<LineQuantity> &lines, const std::optional<Money> &amount) {
            return quote_refund(items, units_of_order(items), lines, amount).error().code;
        };
        QVERIFY(refused({}, std::nullopt) == ErrorCode::InputInvalid);
        QVERIFY(refused({{line_id(1), 0}}, std::nullopt) == ErrorCode::InputInvalid);
        QVERIFY(refused({{line_id(1), 1}, {line_id(1), 1}}, std::nullopt) == ErrorCode::InputInvalid);
        QVERIFY(refused({{line_id(9), 1}}, std::nullopt) == ErrorCode::ItemNotFound);
        QVERIFY(refused({{line_id(1), 3}}, std::nullopt) == ErrorCode::UnitsNotLeft);
        QVERIFY(refused({{line_id(1), 1}}, money("105.01")) == ErrorCode::RefundExceedsPaid);
        QVERIFY(refused({{line_id(1), 1}}, money("0.00")) == ErrorCode::MoneyNotPositive);
        QVERIFY(refused({{line_id(1), 1}}, money("-1.00")) == ErrorCode::MoneyNotPositive);
        QVERIFY(refused({{line_id(1), 1}}, money("1.00", "USD")) == ErrorCode::MoneyCurrencyMismatch);
    }

    void a_replacement_takes_unused_units_from_the_end()
    {
        const auto items = priced(wallbox_order());
        auto units = units_of_order(items);
        units[2].use = UnitUse::Refunded;  // line 2, unit 1
        const auto chosen = choose_replaced(items, units, {{line_id(2), 1}, {line_id(1), 1}}).value();
        QCOMPARE(chosen.size(), std::size_t{2});
        QVERIFY(chosen[0].order_item_id == line_id(1) && chosen[0].unit == 2);
        QVERIFY(chosen[1].order_item_id == line_id(2) && chosen[1].unit == 3);
        QVERIFY(chosen[0].use == UnitUse::Replaced);
        const auto refused = [&](const LineQuantity &wanted) {
            return choose_replaced(items, units, {wanted}).error().code;
        };
        QVERIFY(refused({line_id(2), 3}) == ErrorCode::UnitsNotLeft);
        QVERIFY(refused({line_id(3), 1}) == ErrorCode::InputInvalid);
        QVERIFY(refused({line_id(9), 1}) == ErrorCode::ItemNotFound);
    }
};

QTEST_GUILESS_MAIN(GoodsTest)
#include "goods_test.moc"
