// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>

#include "models/settlement/readings.h"
#include "tests/settlement/pricing_support.h"

using namespace aftercharge;
using namespace aftercharge::testing;
using std::chrono::seconds;

namespace {

const UtcTime start = at("2026-05-01T10:00:00Z");
constexpr EnergyWh meter{12'345'000};
constexpr ConnectorLimits limits{PowerW{60'000}};

Reading after(int time, std::int64_t growth)
{
    return reading(start + seconds{time}, meter.value() + growth);
}

}  // namespace

class ReadingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flags_are_for_a_reason_data()
    {
        QTest::addColumn<int>("time");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<quint32>("flags");
        const auto row = [](const char *name, int time, std::int64_t value, ReadingFlags flags) {
            QTest::newRow(name) << time << qint64{value} << quint32{flags.bits()};
        };
        // After 600 s the register stands 10 kWh higher; the connector can do 16.7 Wh/s.
        const std::int64_t last = meter.value() + 10'000;
        row("fits", 615, last + 250, {});
        row("stands still", 615, last, {});
        row("within the tolerance", 615, last + 300, {});
        row("beyond", 615, last + 2'000, ReadingFlag::BeyondConnector);
        row("back", 615, last - 1, ReadingFlag::RegisterBackwards);
        row("reset", 615, 0, ReadingFlag::RegisterBackwards);
        row("kWh as Wh", 615, (last + 250) / 1000, ReadingFlag::RegisterBackwards | ReadingFlag::ScaleSuspect);
        row("Wh as kWh", 615, (last + 250) * 1000, ReadingFlag::BeyondConnector | ReadingFlag::ScaleSuspect);
        row("absurd", 615, INT64_MAX, ReadingFlag::BeyondConnector);
        row("negative", 615, INT64_MIN, ReadingFlag::BeyondConnector);
        row("before the start", -1, meter.value(), ReadingFlag::ClockSuspect);
        row("after the stop", 1201, last + 250, ReadingFlag::AfterStop);
    }
    void flags_are_for_a_reason()
    {
        QFETCH(int, time);
        QFETCH(qint64, value);
        QFETCH(quint32, flags);
        const Reading tested = reading(start + seconds{time}, value);
        const auto result = normalise_readings({tested, after(600, 10'000)}, limits, start, meter,
                                               start + seconds{1200});
        QCOMPARE(result.accepted.size(), flags == 0 ? std::size_t{2} : std::size_t{1});
        const Reading &found = flags == 0 ? result.accepted.back() : result.flagged.at(0);
        QCOMPARE(quint32{found.flags.bits()}, flags);
        QVERIFY(same_content(found, tested));
        QCOMPARE(found.excluded(), flags != 0);
    }

    void duplicates_and_twins()
    {
        Reading replayed = after(15, 100);
        replayed.flags = ReadingFlag::Replayed;
        Reading with_soc = after(15, 100);
        with_soc.soc = SocPermille{500};
        const auto result = normalise_readings({after(30, 200), replayed, with_soc, after(15, 100), after(15, 101)},
                                               limits, start, meter);
        QCOMPARE(result.flagged.size(), std::size_t{1});
        QVERIFY(result.flagged[0].flags == (ReadingFlag::Replayed | ReadingFlag::Duplicate));
        QCOMPARE(result.accepted.size(), std::size_t{4});
        QVERIFY(result.accepted[1].soc == SocPermille{500});
        QVERIFY(result.accepted[2].register_wh == after(15, 101).register_wh);
        QVERIFY(!result.undecided());
    }

    void says_when_the_fee_is_open()
    {
        QVERIFY(
            !normalise_readings({after(15, 100), after(20, 90'000), after(30, 200)}, limits, start, meter).undecided());
        QVERIFY(normalise_readings({after(15, 100), after(30, 90'000)}, limits, start, meter).undecided());
        QVERIFY(normalise_readings({after(30, -5)}, limits, start, meter).undecided());
        QVERIFY(!normalise_readings({}, limits, start, meter).undecided());
    }

    void an_unknown_connector_limits_nothing()
    {
        QVERIFY(normalise_readings({after(1, 500'000)}, ConnectorLimits{}, start, meter).flagged.empty());
    }

    void live_says_what_the_set_says()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 300; ++round) {
            std::vector<Reading> readings;
            std::int64_t growth = 0;
            for (int i = 0; i < 60; ++i) {
                growth += static_cast<std::int64_t>(random() % 260);
                readings.push_back(after(15 * i + static_cast<int>(random() % 3), growth));
                if (random() % 8 == 0)
                    readings.push_back(readings[random() % readings.size()]);
                if (random() % 12 == 0)
                    readings.push_back(after(15 * i, growth + 5'000 - static_cast<std::int64_t>(random() % 10'000)));
            }
            std::shuffle(readings.begin(), readings.end(), random);
            const auto set = normalise_readings(readings, limits, start, meter);
            QVERIFY(set.flagged.size() > 3);

            std::sort(readings.begin(), readings.end(), reading_before);
            ReadingJudge judge(limits, start, meter);
            std::vector<Reading> accepted;
            for (Reading &next : readings) {
                const Verdict verdict = judge.judge(next);
                QVERIFY(verdict != Verdict::OutOfOrder);
                if (verdict == Verdict::Accepted)
                    accepted.push_back(next);
            }
            QVERIFY(accepted == set.accepted);
        }
    }

    void late_ones_are_told()
    {
        ReadingJudge judge(limits, start, meter);
        Reading first = after(30, 200);
        Reading late = after(15, 100);
        QVERIFY(judge.judge(first) == Verdict::Accepted);
        QVERIFY(judge.judge(late) == Verdict::OutOfOrder);
        QVERIFY(late.flags.is_empty());
        Reading again = after(30, 200);
        QVERIFY(judge.judge(again) == Verdict::Flagged);
        QVERIFY(again.flags.has(ReadingFlag::Duplicate));
        // A clock of 1970 does not make what follows late.
        Reading old = reading(UtcTime{}, meter.value());
        QVERIFY(judge.judge(old) == Verdict::Flagged);
        Reading next = after(45, 300);
        QVERIFY(judge.judge(next) == Verdict::Accepted);
    }
};

QTEST_GUILESS_MAIN(ReadingsTest)
#include "readings_test.moc"
