// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>

#include "models/settlement/readings.h"
#include "tests/settlement/pricing_oracle.h"

using namespace aftercharge;
using namespace aftercharge::testing;
using std::chrono::seconds;

namespace {

// Random sessions under random tariffs, the same in every run.
class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    std::int64_t below(std::int64_t bound)
    {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(bound));
    }
    bool chance(int one_in) { return below(one_in) == 0; }
    auto &engine() { return random_; }

    Tariff tariff()
    {
        static constexpr const char *currencies[] = {"JPY", "CNY", "EUR", "KWD"};
        std::vector<TariffElement> elements;
        for (std::int64_t count = 1 + below(4); count > 0; --count)
            elements.push_back(energy_element());
        for (std::int64_t count = below(4); count > 0; --count)
            elements.push_back(time_element());
        if (chance(2))
            elements.push_back(element(component(TariffDimension::Flat, below(5'000'000)), time_of_day()));
        std::shuffle(elements.begin(), elements.end(), random_);
        return testing::tariff(std::move(elements), currencies[below(4)]);
    }

    struct Session {
        UtcTime start;
        std::int64_t meter = 0;
        std::vector<Reading> readings;
    };
    // Around one of the changes of daylight saving time, so that many cross it.
    Session session()
    {
        Session result;
        result.start = at(chance(2) ? "2026-03-29T01:00:00Z" : "2026-10-25T01:00:00Z") - seconds{below(30'000) - 3'000};
        result.meter = below(1'000'000);
        UtcTime now = result.start;
        std::int64_t value = result.meter;
        for (std::int64_t count = 1 + below(40); count > 0; --count) {
            static constexpr int intervals[] = {10, 20, 25, 40, 50, 100, 500, 1000};  // divide 10^6
            now += seconds{intervals[below(8)]};
            const bool idle = chance(3);
            value += idle ? 0 : below(400);
            result.readings.push_back(reading(now, value));
            if (chance(2))
                result.readings.back().power = PowerW{idle ? below(150) : 3'000 + below(60'000)};
        }
        return result;
    }

private:
    std::int64_t step(std::int64_t most) { return chance(2) ? 1 : 1 + below(most); }
    void maybe_vat(PriceComponent &priced)
    {
        if (chance(3))
            priced.vat = VatRate{below(2'500)};
    }
    TariffRestrictions time_of_day()
    {
        return chance(3) ? TariffRestrictions{} : between(static_cast<int>(below(1440)), static_cast<int>(below(1440)));
    }
    void maybe_duration(TariffRestrictions &restrictions)
    {
        if (chance(4))
            restrictions.min_duration = seconds{below(3'000)};
        if (chance(4))
            restrictions.max_duration = seconds{3'001 + below(3'000)};
    }
    TariffElement energy_element()
    {
        PriceComponent energy = component(TariffDimension::Energy, below(3'000'000), step(700));
        maybe_vat(energy);
        if (chance(3))
            energy.service_price = UnitPrice{below(900'000)};
        TariffRestrictions r = time_of_day();
        maybe_duration(r);
        if (chance(3))
            r.day_of_week = static_cast<std::uint8_t>(below(128));
        if (chance(3))
            r.min_kwh = EnergyWh{below(1'500)};
        if (chance(3))
            r.max_kwh = EnergyWh{1'501 + below(3'000)};
        if (chance(5))
            r.max_power = PowerW{5'000 + below(40'000)};
        return element(energy, r);
    }
    TariffElement time_element()
    {
        TariffElement result;
        result.restrictions = time_of_day();
        maybe_duration(result.restrictions);
        result.price_components.push_back(component(TariffDimension::Time, below(9'000'000), step(1'000)));
        if (chance(2))
            result.price_components.push_back(component(TariffDimension::ParkingTime, below(20'000'000), step(1'000)));
        for (PriceComponent &priced : result.price_components)
            maybe_vat(priced);
        return result;
    }

    std::mt19937 random_;
};

}  // namespace

class PricingPropertyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agrees_with_the_oracle()
    {
        Generator generate(2026);
        int not_free = 0;
        for (int round = 0; round < 1500; ++round) {
            const Tariff tariff = generate.tariff();
            QVERIFY(check_tariff(tariff));
            const auto session = generate.session();
            const auto priced = price_session(tariff, berlin(), session.start, EnergyWh{session.meter},
                                              session.readings);
            QVERIFY(priced.has_value());
            const std::int64_t expected = fee_by_the_second(tariff, berlin(), session.start, session.meter,
                                                            session.readings);
            QVERIFY2(priced->total.minor() == expected, qPrintable(QStringLiteral("round %1: %2, the oracle says %3")
                                                                       .arg(round)
                                                                       .arg(priced->total.minor())
                                                                       .arg(expected)));
            not_free += expected > 0 ? 1 : 0;
        }
        QVERIFY(not_free > 1000);
    }

    void nothing_is_lost_between_the_lines()
    {
        Generator generate(7);
        for (int round = 0; round < 500; ++round) {
            const Tariff tariff = generate.tariff();
            const auto session = generate.session();
            const auto priced =
                price_session(tariff, berlin(), session.start, EnergyWh{session.meter}, session.readings).value();
            QCOMPARE(sum_of_lines(priced), priced.total.minor());
            std::int64_t energy = 0;
            std::int64_t amount = 0;
            UtcTime to = session.start;
            for (const FeePeriod &period : priced.periods) {
                QVERIFY(period.from == to);
                to = period.to;
                energy += period.energy.value();
                amount += period.amount.minor();
            }
            for (const FeeLine &line : priced.lines)
                amount += line.period < 0 ? line.amount.minor() : 0;
            QVERIFY(to == priced.to);
            QCOMPARE(energy, priced.energy.value() * 1'000'000);
            QCOMPARE(amount, priced.total.minor());
            QVERIFY(priced.charging + priced.parking == priced.to - priced.from);
        }
    }

    // Whatever the order and however often readings arrive: one fee.
    void the_order_of_arrival_changes_nothing()
    {
        Generator generate(11);
        const ConnectorLimits limits{PowerW{150'000}};
        for (int round = 0; round < 300; ++round) {
            const Tariff tariff = generate.tariff();
            const auto session = generate.session();
            const EnergyWh meter{session.meter};
            std::vector<Reading> sent = session.readings;
            for (std::int64_t copies = generate.below(10); copies > 0; --copies)
                sent.push_back(sent[static_cast<std::size_t>(generate.below(static_cast<std::int64_t>(sent.size())))]);
            if (generate.chance(2))
                sent.push_back(reading(session.readings.back().at - seconds{1}, session.meter - 1));
            const auto set = normalise_readings(sent, limits, session.start, meter);
            const auto whole = price_session(tariff, berlin(), session.start, meter, set.accepted).value();
            QVERIFY(price_session(tariff, berlin(), session.start, meter, session.readings).value().total ==
                    whole.total);

            std::shuffle(sent.begin(), sent.end(), generate.engine());
            QVERIFY(normalise_readings(sent, limits, session.start, meter).accepted == set.accepted);
            QVERIFY(live(tariff, sent, limits, session.start, meter) == whole);
        }
    }

    // Adding them one by one is the same as pricing all, at every point on the way.
    void running_and_final_fee_are_one()
    {
        Generator generate(13);
        for (int round = 0; round < 200; ++round) {
            const Tariff tariff = generate.tariff();
            const auto session = generate.session();
            PricingFold fold(tariff, berlin(), session.start, EnergyWh{session.meter});
            std::vector<Reading> so_far;
            for (const Reading &next : session.readings) {
                QVERIFY(fold.add(next));
                so_far.push_back(next);
                QVERIFY(fold.priced(next.at).value() ==
                        price_session(tariff, berlin(), session.start, EnergyWh{session.meter}, so_far).value());
                fold.priced(next.at + seconds{777}).value();  // looking ahead leaves no trace
            }
        }
    }

private:
    // The live path: judge and fold as they come, fold anew when one comes late.
    static PricedSession live(const Tariff &tariff, const std::vector<Reading> &arriving, const ConnectorLimits &limits,
                              UtcTime start, EnergyWh meter)
    {
        std::vector<Reading> stored;
        ReadingJudge judge(limits, start, meter);
        PricingFold fold(tariff, berlin(), start, meter);
        for (Reading next : arriving) {
            stored.push_back(next);
            const Verdict verdict = judge.judge(next);
            if (verdict == Verdict::Accepted && !fold.add(next))
                qFatal("an accepted reading was refused");
            if (verdict != Verdict::OutOfOrder)
                continue;
            judge = ReadingJudge(limits, start, meter);
            fold = PricingFold(tariff, berlin(), start, meter);
            auto again = normalise_readings(stored, limits, start, meter);
            std::vector<Reading> all = again.accepted;
            all.insert(all.end(), again.flagged.begin(), again.flagged.end());
            std::sort(all.begin(), all.end(), reading_before);
            for (Reading &reading : all) {
                if (judge.judge(reading) == Verdict::Accepted && !fold.add(reading))
                    qFatal("an accepted reading was refused");
            }
        }
        return fold.priced(fold.last_at()).value();
    }
};

QTEST_GUILESS_MAIN(PricingPropertyTest)
#include "pricing_property_test.moc"
