// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>

#include "models/settlement/allocation.h"

using namespace aftercharge;

namespace {

Money money(std::int64_t minor, const char *code)
{
    return Money::from_minor(minor, Currency::from_code(code).value()).value();
}

std::int64_t sum(const std::vector<Money> &shares)
{
    std::int64_t total = 0;
    for (const Money &share : shares)
        total += share.minor();
    return total;
}

}  // namespace

class AllocationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ties_go_to_the_first_line()
    {
        const auto shares = allocate(money(100, "CNY"), {1, 1, 1}).value();
        QCOMPARE(shares[0].minor(), std::int64_t{34});
        QCOMPARE(shares[1].minor(), std::int64_t{33});
        QCOMPARE(shares[2].minor(), std::int64_t{33});
        const auto one = allocate(money(1, "JPY"), {0, 5, 5}).value();
        QCOMPARE(one[0].minor(), std::int64_t{0});
        QCOMPARE(one[1].minor(), std::int64_t{1});
    }

    void the_largest_remainder_wins()
    {
        // 10 · {1, 2, 4} / 7 = 1.43, 2.86, 5.71: the second and third are rounded up.
        const auto shares = allocate(money(10, "KWD"), {1, 2, 4}).value();
        QCOMPARE(shares[0].minor(), std::int64_t{1});
        QCOMPARE(shares[1].minor(), std::int64_t{3});
        QCOMPARE(shares[2].minor(), std::int64_t{6});
    }

    void refuses()
    {
        QVERIFY(allocate(money(1, "CNY"), {}).error().code == ErrorCode::InputInvalid);
        QVERIFY(allocate(money(1, "CNY"), {0, 0}).error().code == ErrorCode::InputInvalid);
        QVERIFY(allocate(money(1, "CNY"), {1, -1}).error().code == ErrorCode::InputInvalid);
        QVERIFY(!refund_of_units(money(1, "CNY"), 0, 0, 0));
        QVERIFY(!refund_of_units(money(1, "CNY"), 3, 2, 1));
        QVERIFY(!refund_of_units(money(1, "CNY"), 3, 0, 4));
        QVERIFY(!refund_of_units(money(1, "CNY"), 3, -1, 1));
    }

    void shares_add_up_and_are_within_one()
    {
        std::mt19937_64 random(7);
        for (const char *code : {"JPY", "CNY", "KWD"}) {
            for (int round = 0; round < 2000; ++round) {
                const std::int64_t total = static_cast<std::int64_t>(random() % 2'000'001) - 1'000'000;
                std::vector<std::int64_t> weights(1 + random() % 12);
                std::int64_t weight_sum = 0;
                for (auto &weight : weights)
                    weight_sum += weight = static_cast<std::int64_t>(random() % 1000);
                if (weight_sum == 0)
                    continue;
                const auto shares = allocate(money(total, code), weights).value();
                QCOMPARE(sum(shares), total);
                const auto credit = allocate(money(-total, code), weights).value();
                for (std::size_t i = 0; i < shares.size(); ++i) {
                    QCOMPARE(credit[i].minor(), -shares[i].minor());
                    // |share · Σw − total · w| < Σw: less than one minor unit off.
                    const std::int64_t off = shares[i].minor() * weight_sum - total * weights[i];
                    QVERIFY(off < weight_sum && -off < weight_sum);
                }
            }
        }
    }

    void large_weights_do_not_overflow()
    {
        const std::int64_t huge = std::numeric_limits<std::int64_t>::max();
        const auto shares = allocate(money(Money::max_minor, "CNY"), {huge, huge, huge}).value();
        QCOMPARE(sum(shares), Money::max_minor);
    }

    void partial_refunds_add_up_in_any_order()
    {
        std::mt19937_64 random(11);
        for (int round = 0; round < 2000; ++round) {
            const std::int64_t total = static_cast<std::int64_t>(random() % 100'000);
            const std::int64_t quantity = 1 + static_cast<std::int64_t>(random() % 9);
            std::int64_t done = 0;
            std::int64_t refunded = 0;
            while (done < quantity) {
                const std::int64_t next = done + 1 + static_cast<std::int64_t>(random() % (quantity - done));
                refunded += refund_of_units(money(total, "CNY"), quantity, done, next).value().minor();
                QVERIFY(refunded >= 0 && refunded <= total);
                done = next;
            }
            QCOMPARE(refunded, total);
        }
    }

    void units_are_rounded_half_to_even()
    {
        // 100 / 8 = 12.5: R(1) = 12, R(2) = 25, R(3) = 37.5 → 38.
        const Money line = money(100, "CNY");
        QCOMPARE(refund_of_units(line, 8, 0, 1).value().minor(), std::int64_t{12});
        QCOMPARE(refund_of_units(line, 8, 1, 2).value().minor(), std::int64_t{13});
        QCOMPARE(refund_of_units(line, 8, 2, 3).value().minor(), std::int64_t{13});
        QCOMPARE(refund_of_units(line, 8, 3, 3).value().minor(), std::int64_t{0});
    }
};

QTEST_GUILESS_MAIN(AllocationTest)
#include "allocation_test.moc"
