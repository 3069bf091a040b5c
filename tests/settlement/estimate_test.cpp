// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/settlement/estimate.h"
#include "tests/settlement/pricing_support.h"

using namespace aftercharge;
using namespace aftercharge::testing;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const UtcTime start = at("2026-05-01T10:00:00Z");

Reading soc(int after_seconds, std::int64_t permille)
{
    Reading result;
    result.at = start + seconds{after_seconds};
    result.soc = SocPermille{permille};
    return result;
}

Money money(std::int64_t minor, const char *code = "CNY")
{
    return Money::from_minor(minor, Currency::from_code(code).value()).value();
}

}  // namespace

class EstimateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unknown_is_unknown()
    {
        EndEstimator end;
        QVERIFY(!end.estimate());
        end.add(soc(0, 500));
        QVERIFY(!end.estimate());
        end.add(soc(60, 500));
        QVERIFY(!end.estimate());  // does not grow
        Reading flagged = soc(120, 900);
        flagged.flags = ReadingFlag::ClockSuspect;
        end.add(flagged);
        QVERIFY(!end.estimate());
    }

    void a_steady_pace_to_80()
    {
        EndEstimator end;
        for (int i = 0; i <= 20; ++i)
            end.add(soc(i * 60, 200 + i * 10));  // 1 point a minute
        QVERIFY(end.estimate(SocPermille{800}) == start + minutes{60});
        // 800 → 1000 costs 100·2 + 50·4 + 50·8 = 800 permille of effort.
        QVERIFY(end.estimate() == start + minutes{60 + 80});
        QVERIFY(end.estimate(SocPermille{300}) == start + minutes{20});
    }

    void the_taper_is_not_taken_twice()
    {
        EndEstimator end;
        for (int i = 0; i <= 10; ++i)
            end.add(soc(i * 120, 800 + i * 10));  // slow already
        // 900 → 950 at half the pace of 800 → 900.
        QVERIFY(end.estimate(SocPermille{950}) == start + minutes{20} + minutes{20});
    }

    void stops_estimating_in_a_pause()
    {
        EndEstimator end;
        for (int i = 0; i <= 10; ++i)
            end.add(soc(i * 60, 200 + i * 10));
        QVERIFY(end.estimate().has_value());
        for (int i = 11; i <= 40; ++i)
            end.add(soc(i * 60, 300));
        QVERIFY(!end.estimate());
    }

    void a_session_is_stopped_before_it_owes()
    {
        const auto stop = [](std::int64_t fee, std::int64_t rate, std::int64_t funds, int margin) {
            return should_request_stop(money(fee), money(rate), money(funds), seconds{margin}).value();
        };
        QVERIFY(!stop(900, 50, 1000, 60));
        QVERIFY(stop(950, 50, 1000, 60));
        QVERIFY(stop(901, 50, 1000, 120));
        QVERIFY(stop(1000, 0, 1000, 0));
        QVERIFY(!stop(0, 0, 1000, 600));
        QVERIFY(stop(999, 1, 1000, 1));  // part of a cent counts
        QVERIFY(!should_request_stop(money(1), money(1), money(1, "EUR"), seconds{1}));
    }

    void looks_ahead_with_the_tariff()
    {
        const Tariff priced = tariff({element(component(TariffDimension::Energy, 1'000'000), between(0, 660)),
                                      element(component(TariffDimension::Energy, 2'000'000))});
        PricingFold fold(priced, {}, start, EnergyWh{0});
        QVERIFY(fold.add(reading(start + minutes{30}, 30'000, 60'000)));
        // 10:30 → 11:00 at 1.00, then at 2.00.
        QCOMPARE(projected_fee(fold, start + minutes{90}, PowerW{60'000}).value().to_text(), std::string("120.00"));
        QCOMPARE(projected_fee(fold, start + minutes{90}, PowerW{0}).value().to_text(), std::string("30.00"));
        QCOMPARE(fold.priced(start + minutes{30}).value().total.to_text(), std::string("30.00"));
    }
};

QTEST_GUILESS_MAIN(EstimateTest)
#include "estimate_test.moc"
