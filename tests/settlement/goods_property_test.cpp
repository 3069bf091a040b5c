// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>

#include "tests/settlement/goods_support.h"

using namespace aftercharge;
using namespace aftercharge::testing;

namespace {

constexpr unsigned first_seed = 20261124;
constexpr int order_count = 100'000;

// What the orders were like: a property that only holds for dull ones says little.
struct Seen {
    int free_units = 0;
    int free_orders = 0;
    int fully_discounted_lines = 0;
    int ties = 0;
    int partial_refunds = 0;
    int completed_units = 0;  // refunded in several parts
    int replaced_units = 0;
    std::map<std::string, int> currencies;
};

class RandomOrder {
public:
    RandomOrder(unsigned seed, Seen &seen) : random_(seed), seen_(seen)
    {
        static constexpr const char *codes[] = {"JPY", "CNY", "KWD"};
        const char *code = codes[below(3)];
        currency_ = Currency::from_code(code).value();
        ++seen_.currencies[code];
        for (int number = 1, count = static_cast<int>(1 + below(5)); number <= count; ++number)
            items_.push_back(random_line(number));
        std::shuffle(items_.begin(), items_.end(), random_);
        make_discounts();
    }

    // An empty text: everything held. Else what did not.
    std::string check()
    {
        const auto applied = price_order(items_, discounts_);
        if (!applied)
            return to_line(applied.error());
        if (std::string wrong = check_discounts(*applied); !wrong.empty())
            return wrong;
        units_ = units_of_order(items_);
        paid_ = order_total(items_).value().minor();
        seen_.free_orders += paid_ == 0 ? 1 : 0;
        seen_.free_units += static_cast<int>(
            std::count_if(units_.begin(), units_.end(), [](const ItemUnit &unit) { return unit.share.is_zero(); }));
        maybe_replace();
        for (std::int64_t parts = below(6); parts > 0; --parts) {
            if (std::string wrong = refund_some(); !wrong.empty())
                return wrong;
        }
        return refund_rest();
    }

private:
    std::int64_t below(std::int64_t bound)
    {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(bound));
    }
    bool chance(int one_in) { return below(one_in) == 0; }
    Money minor(std::int64_t amount) const { return Money::from_minor(amount, currency_).value(); }

    OrderItem random_line(int number)
    {
        OrderItem item = line(number, chance(20) ? 1 + below(60) : 1 + below(5), "0", "0", currency_.code(),
                              number > 1 && chance(6) ? ItemKind::Shipping : ItemKind::Goods);
        // Small amounts make the rounding hard; equal ones make ties.
        item.gross = minor(chance(3) ? below(12) : chance(3) ? 1000 * below(5) : below(10'000'000));
        if (number > 1 && chance(4))
            item.gross = items_.back().gross;
        item.tax = minor(chance(3) ? 0 : below(item.gross.minor() / 5 + 2));
        return item;
    }

    void make_discounts()
    {
        std::int64_t goods = 0;
        for (const OrderItem &item : items_)
            goods += item.kind == ItemKind::Goods ? item.gross.minor() : 0;
        if (chance(3) || goods == 0)
            return;
        const std::int64_t of_all = chance(8) ? goods : 1 + below(goods);
        discounts_.push_back({"ALL", {}, minor(of_all)});
        if (of_all < goods && chance(2))
            discounts_.push_back({"MORE", {}, minor(below(goods - of_all + 1))});
    }

    // The first discount again by another way: whole parts, then the greatest remainders one by one.
    std::string check_discounts(const std::vector<OrderDiscountApplied> &applied)
    {
        std::map<OrderItemId, std::int64_t> first;
        std::int64_t all = 0;
        for (const OrderDiscountApplied &row : applied) {
            if (row.code == "ALL")
                first[row.order_item_id] += row.amount.minor();
            all += row.amount.minor();
        }
        std::int64_t on_lines = 0;
        for (const OrderItem &item : items_) {
            on_lines += item.discount.minor();
            if (item.discount.is_negative() || item.discount.minor() > item.gross.minor() || item.total.is_negative())
                return "a discount beyond its line";
            seen_.fully_discounted_lines += item.gross.is_positive() && item.discount == item.gross ? 1 : 0;
        }
        std::int64_t given = 0;
        for (const OrderDiscount &discount : discounts_)
            given += discount.amount.minor();
        if (all != given || on_lines != given)
            return "discounts do not add up";
        return discounts_.empty() || first == expected_first() ? std::string{} : "a discount is allocated differently";
    }

    std::map<OrderItemId, std::int64_t> expected_first()
    {
        struct Part {
            const OrderItem *item;
            std::int64_t share;
            std::int64_t remainder;
        };
        std::int64_t goods = 0;
        for (const OrderItem &item : items_)
            goods += item.kind == ItemKind::Goods ? item.gross.minor() : 0;
        std::int64_t left = discounts_.front().amount.minor();
        std::vector<Part> parts;
        for (const OrderItem &item : items_) {
            if (item.kind != ItemKind::Goods)
                continue;
            const std::int64_t product = discounts_.front().amount.minor() * item.gross.minor();
            parts.push_back({&item, product / goods, product % goods});
            left -= parts.back().share;
        }
        std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) {
            return a.remainder != b.remainder ? a.remainder > b.remainder : a.item->line_no < b.item->line_no;
        });
        const auto cut = static_cast<std::size_t>(left);
        if (cut > 0 && cut < parts.size() && parts[cut - 1].remainder == parts[cut].remainder)
            ++seen_.ties;
        std::map<OrderItemId, std::int64_t> shares;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (const std::int64_t share = parts[i].share + (i < cut ? 1 : 0); share > 0)
                shares[parts[i].item->order_item_id] = share;
        }
        return shares;
    }

    void maybe_replace()
    {
        const OrderItem &item = items_[static_cast<std::size_t>(below(static_cast<std::int64_t>(items_.size())))];
        if (!chance(4) || item.kind != ItemKind::Goods)
            return;
        const auto replaced = choose_replaced(items_, units_, {{item.order_item_id, 1}}).value();
        for (const ItemUnit &chosen : replaced) {
            unit(chosen.order_item_id, chosen.unit).use = UnitUse::Replaced;
            replaced_ += chosen.share.minor();
            ++seen_.replaced_units;
        }
    }

    // Some units in random order, whole or in part: the quote sees no others.
    std::string refund_some()
    {
        std::vector<ItemUnit> open;
        std::copy_if(units_.begin(), units_.end(), std::back_inserter(open), [](const ItemUnit &unit) {
            return unit.use != UnitUse::Replaced && unit.refunded.minor() < unit.share.minor();
        });
        if (open.empty())
            return {};
        std::shuffle(open.begin(), open.end(), random_);
        open.resize(static_cast<std::size_t>(1 + below(static_cast<std::int64_t>(open.size()))));
        std::map<OrderItemId, std::int64_t> counts;
        std::int64_t left = 0;
        for (const ItemUnit &unit : open) {
            ++counts[unit.order_item_id];
            left += unit.share.minor() - unit.refunded.minor();
        }
        std::vector<LineQuantity> lines;
        for (const auto &[id, count] : counts)
            lines.push_back({id, count});
        std::optional<Money> amount;
        if (chance(2)) {
            amount = minor(1 + below(left));
            ++seen_.partial_refunds;
        }
        const auto quote = quote_refund(items_, open, lines, amount);
        if (!quote)
            return to_line(quote.error());
        if (quote->at_most.minor() != left || (amount ? *amount != quote->total : quote->total.minor() != left))
            return "a quote of another amount";
        return take(*quote);
    }

    std::string refund_rest()
    {
        const auto rest = quote_rest(items_, units_);
        if (!rest)
            return to_line(rest.error());
        if (std::string wrong = take(*rest); !wrong.empty())
            return wrong;
        if (refunded_ + replaced_ != paid_)
            return std::to_string(refunded_) + " given back, " + std::to_string(replaced_) + " replaced of " +
                   std::to_string(paid_);
        const auto nothing = quote_rest(items_, units_);
        return nothing && nothing->total.is_zero() ? std::string{} : "something is left after everything";
    }

    std::string take(const RefundQuote &quote)
    {
        std::int64_t of_lines = 0;
        std::int64_t of_units = 0;
        for (const RefundLineQuote &quoted : quote.lines) {
            of_lines += quoted.item.amount.minor();
            if (quoted.parts.gross.minor() - quoted.parts.discount.minor() + quoted.parts.tax.minor() !=
                quoted.parts.total.minor())
                return "a line is not explained by its parts";
            if (quoted.item.amount.minor() > quoted.parts.total.minor() - quoted.already.minor())
                return "a line gives back more than its units are worth";
        }
        for (const RefundUnit &part : quote.units) {
            ItemUnit &taken = unit(part.order_item_id, part.unit);
            if (part.amount.is_negative() || taken.use == UnitUse::Replaced)
                return "a unit with a negative part, or replaced";
            seen_.completed_units += taken.refunded.is_positive() && part.amount.is_positive() ? 1 : 0;
            taken.refunded = add(taken.refunded, part.amount).value();
            taken.use = taken.refunded.is_positive() ? UnitUse::Refunded : UnitUse::None;
            if (taken.refunded.minor() > taken.share.minor())
                return "a unit above its share";
            of_units += part.amount.minor();
        }
        if (of_lines != quote.total.minor() || of_units != quote.total.minor())
            return "a refund does not add up";
        refunded_ += quote.total.minor();
        return {};
    }

    ItemUnit &unit(const OrderItemId &id, int number)
    {
        return *std::find_if(units_.begin(), units_.end(), [&](const ItemUnit &candidate) {
            return candidate.order_item_id == id && candidate.unit == number;
        });
    }

    std::mt19937_64 random_;
    Seen &seen_;
    Currency currency_;
    std::vector<OrderItem> items_;
    std::vector<OrderDiscount> discounts_;
    std::vector<ItemUnit> units_;
    std::int64_t paid_ = 0;
    std::int64_t refunded_ = 0;
    std::int64_t replaced_ = 0;
};

}  // namespace

class GoodsPropertyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parts_add_up_to_exactly_what_was_paid()
    {
        Seen seen;
        for (unsigned seed = first_seed; seed < first_seed + order_count; ++seed) {
            const std::string wrong = RandomOrder(seed, seen).check();
            if (!wrong.empty())
                QFAIL(qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromStdString(wrong))));
        }
        QVERIFY(seen.free_units > 1000);
        QVERIFY(seen.free_orders > 100);
        QVERIFY(seen.fully_discounted_lines > 1000);
        QVERIFY(seen.ties > 1000);
        QVERIFY(seen.partial_refunds > 10'000);
        QVERIFY(seen.completed_units > 10'000);
        QVERIFY(seen.replaced_units > 1000);
        QCOMPARE(seen.currencies.size(), std::size_t{3});
    }
};

QTEST_GUILESS_MAIN(GoodsPropertyTest)
#include "goods_property_test.moc"
