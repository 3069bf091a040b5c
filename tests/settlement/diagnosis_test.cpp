// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <random>

#include "models/settlement/diagnosis.h"
#include "tests/settlement/pricing_support.h"

using namespace aftercharge;
using namespace aftercharge::testing;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

// A charge point and a vehicle in integers: a sample every 15 s, a true meter, faults by request.
class Bench {
public:
    std::int64_t voltage_mv = 400'000;
    std::int64_t current_ma = 150'000;
    std::int64_t meter_permille = 1000;  // 1300: counts 30 % too much
    std::int64_t resolution = 1;         // Wh
    std::int64_t battery_wh = 60'000;    // 0: reports no SOC
    bool meter_stands = false;
    bool soc_stands = false;

    explicit Bench(std::int64_t register_wh = 1'234'567, const HealthThresholds &thresholds = {})
        : monitor(thresholds), energy_(register_wh * joule_scale)
    {
    }

    void run(int samples)
    {
        if (!started_) {
            started_ = true;
            last_power_ = voltage_mv * current_ma / 1'000'000;
            sample();
        }
        for (int i = 0; i < samples; ++i) {
            now_ += seconds{15};
            // The mean of the old and the new power flowed: what V·I·t by trapezoids sees.
            const std::int64_t power = voltage_mv * current_ma / 1'000'000;
            const std::int64_t flowed = (power + last_power_) * 15'000 / 2;
            last_power_ = power;
            if (!meter_stands)
                energy_ += flowed * meter_permille / 1000;
            if (!soc_stands)
                charged_ += flowed;
            sample();
        }
    }

    Health health() const { return monitor.health(); }
    UtcTime now() const { return now_; }
    std::int64_t soc() const
    {
        return std::min<std::int64_t>(1000, (200 + charged_ / joule_scale * 1000 / battery_wh) / 10 * 10);
    }

    HealthMonitor monitor;

private:
    static constexpr std::int64_t joule_scale = 3'600'000;
    void sample()
    {
        Reading next = reading(now_, energy_ / joule_scale / resolution * resolution);
        next.voltage = VoltageMv{voltage_mv};
        next.current = CurrentMa{current_ma};
        if (battery_wh > 0)
            next.soc = SocPermille{soc()};
        monitor.add(next);
    }

    UtcTime now_ = at("2026-05-01T10:00:00Z");
    std::int64_t energy_;
    std::int64_t charged_ = 0;
    std::int64_t last_power_ = 0;
    bool started_ = false;
};

// For the message of a failed test.
std::string seen(const Health &health)
{
    std::string text;
    for (const auto &finding : health.findings) {
        if (finding)
            text += std::string(to_text(finding->flag)) + " " + to_iso8601(finding->from) + " to " +
                    to_iso8601(finding->to) + " expected " + std::to_string(finding->expected.value()) + " measured " +
                    std::to_string(finding->measured.value()) + "\n";
    }
    return text;
}

}  // namespace

class DiagnosisTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_fast_charge_with_taper_is_healthy()
    {
        for (std::int64_t resolution : {1, 10, 100}) {
            Bench bench;
            bench.resolution = resolution;
            bench.meter_permille = 1080;  // on the AC side
            bench.current_ma = 0;
            bench.run(4);
            bench.current_ma = 150'000;
            while (bench.soc() < 800)
                bench.run(1);
            // From 60 kW down to what a battery takes at the end; it stays at 99 % for long.
            for (int i = 0; i < 400; ++i) {
                bench.current_ma = std::max<std::int64_t>(3'000, bench.current_ma * 98 / 100);
                bench.voltage_mv = std::min<std::int64_t>(440'000, bench.voltage_mv + 200);
                bench.soc_stands = bench.soc() >= 990;
                bench.run(1);
            }
            QVERIFY2(bench.health().healthy(), seen(bench.health()).c_str());
        }
    }

    void a_home_charger_with_pauses_is_healthy()
    {
        Bench bench;
        bench.battery_wh = 0;
        bench.voltage_mv = 230'000;
        std::mt19937 random(5);
        for (int i = 0; i < 60; ++i) {
            bench.current_ma = i % 5 == 4 ? 0 : 6'000 + static_cast<std::int64_t>(random() % 26'000);
            bench.voltage_mv = 224'000 + static_cast<std::int64_t>(random() % 12'000);
            bench.run(1 + static_cast<int>(random() % 20));
        }
        QVERIFY(bench.health().healthy());
    }

    // A cold battery: little power, most of it heat, SOC stands for half an hour.
    void a_cold_battery_is_healthy()
    {
        Bench bench;
        bench.current_ma = 15'000;  // 6 kW
        bench.soc_stands = true;
        bench.run(120);
        bench.soc_stands = false;
        bench.current_ma = 100'000;
        bench.run(120);
        QVERIFY(bench.health().healthy());
    }

    void phantom_data()
    {
        QTest::addColumn<qint64>("resolution");
        QTest::addColumn<qint64>("voltage");
        QTest::addColumn<qint64>("current");
        QTest::newRow("DC") << qint64{1} << qint64{400'000} << qint64{100'000};
        QTest::newRow("home, 7 kW") << qint64{1} << qint64{230'000} << qint64{32'000};
        QTest::newRow("3 A") << qint64{1} << qint64{230'000} << qint64{3'000};
        QTest::newRow("register of 100 Wh") << qint64{100} << qint64{230'000} << qint64{32'000};
    }
    void phantom()
    {
        QFETCH(qint64, resolution);
        QFETCH(qint64, voltage);
        QFETCH(qint64, current);
        Bench bench;
        bench.resolution = resolution;
        bench.voltage_mv = voltage;
        bench.current_ma = current;
        bench.run(40);
        QVERIFY(bench.health().healthy());
        const UtcTime stuck = bench.now();
        bench.meter_stands = true;
        bench.run(1);
        QVERIFY(bench.health().healthy());  // 15 s prove nothing
        bench.run(23);
        const auto finding = bench.health().find(HealthFlag::Phantom);
        QVERIFY(finding.has_value());
        QVERIFY(finding->active);
        QVERIFY(finding->from <= stuck + seconds{15} && finding->from >= stuck - minutes{1});
        QVERIFY(finding->to == bench.now());
        QVERIFY(finding->since <= stuck + minutes{3});
        QCOMPARE(finding->measured.value(), std::int64_t{0});
        const std::int64_t expected = voltage * current / 1'000'000 * (finding->to - finding->from).count() / 3'600'000;
        QVERIFY(std::abs(finding->expected.value() - expected) <= 1);
        QVERIFY(!bench.health().find(HealthFlag::MeterFast));
        bench.meter_stands = false;
        bench.run(40);
        QVERIFY(!bench.health().find(HealthFlag::Phantom)->active);  // stays as evidence
        QVERIFY(bench.health().find(HealthFlag::Phantom)->from == finding->from);
    }

    void a_register_that_never_moved_is_phantom()
    {
        Bench bench(0);
        bench.meter_stands = true;
        bench.run(20);
        QVERIFY(bench.health().find(HealthFlag::Phantom).has_value());
    }

    void fast_meter_data()
    {
        QTest::addColumn<qint64>("voltage");
        QTest::addColumn<qint64>("current");
        QTest::addColumn<qint64>("permille");
        QTest::addColumn<bool>("found");
        QTest::newRow("DC, loss") << qint64{400'000} << qint64{150'000} << qint64{1100} << false;
        QTest::newRow("DC, a quarter") << qint64{400'000} << qint64{150'000} << qint64{1250} << true;
        QTest::newRow("DC, little power, loss") << qint64{400'000} << qint64{5'000} << qint64{1250} << false;
        QTest::newRow("DC, twice") << qint64{800'000} << qint64{200'000} << qint64{2000} << true;
        QTest::newRow("AC, true") << qint64{230'000} << qint64{32'000} << qint64{1020} << false;
        QTest::newRow("AC, a fifth") << qint64{230'000} << qint64{32'000} << qint64{1200} << true;
    }
    void fast_meter()
    {
        QFETCH(qint64, voltage);
        QFETCH(qint64, current);
        QFETCH(qint64, permille);
        QFETCH(bool, found);
        Bench bench;
        bench.battery_wh = 400'000;
        bench.voltage_mv = voltage;
        bench.current_ma = current;
        bench.run(80);
        QVERIFY(bench.health().healthy());
        bench.meter_permille = permille;
        bench.run(120);
        const Health health = bench.health();
        QCOMPARE(health.find(HealthFlag::MeterFast).has_value(), found);
        QCOMPARE(health.healthy(), !found);
        if (!found)
            return;
        const HealthFinding finding = *health.find(HealthFlag::MeterFast);
        const std::int64_t true_wh = voltage * current / 1'000'000 * (finding.to - finding.from).count() / 3'600'000;
        QVERIFY(std::abs(finding.expected.value() - true_wh) <= true_wh / 100 + 1);
        QVERIFY(finding.measured.value() > finding.expected.value() * 110 / 100);
    }

    void frozen_soc()
    {
        Bench bench;
        bench.run(40);
        QVERIFY(bench.health().healthy());
        bench.soc_stands = true;
        bench.run(60);
        const auto finding = bench.health().find(HealthFlag::SocFrozen);
        QVERIFY(finding.has_value() && finding->active);
        QVERIFY(finding->measured >= EnergyWh{2'000});
        bench.soc_stands = false;
        bench.run(20);
        QVERIFY(!bench.health().find(HealthFlag::SocFrozen)->active);
    }

    void voltage_out_of_range()
    {
        Bench bench;
        bench.battery_wh = 0;
        bench.voltage_mv = 230'000;
        bench.current_ma = 16'000;
        bench.run(10);
        bench.voltage_mv = 280'000;
        bench.run(1);
        QVERIFY(bench.health().healthy());  // one sample
        bench.run(1);
        const auto finding = bench.health().find(HealthFlag::VoltageOutOfRange);
        QVERIFY(finding.has_value());
        QVERIFY(finding->from == bench.now() - seconds{15} && finding->to == bench.now());
        bench.voltage_mv = 0;
        bench.current_ma = 0;
        bench.run(5);
        QVERIFY(!bench.health().find(HealthFlag::VoltageOutOfRange)->active);
    }

    void fluctuating_voltage()
    {
        Bench bench;
        bench.battery_wh = 0;
        bench.current_ma = 16'000;
        for (int i = 0; i < 12; ++i) {
            bench.voltage_mv = i % 2 == 0 ? 215'000 : 245'000;
            bench.run(1);
        }
        const Health health = bench.health();
        QVERIFY(health.find(HealthFlag::VoltageFluctuating).has_value());
        QVERIFY(!health.find(HealthFlag::VoltageOutOfRange));
    }

    // Voltage and current in one message, the register in another.
    void split_messages_are_put_together()
    {
        HealthMonitor monitor;
        const UtcTime start = at("2026-05-01T10:00:00Z");
        for (int i = 0; i < 12; ++i) {
            Reading flow;
            flow.at = start + seconds{15 * i};
            flow.voltage = VoltageMv{230'000};
            flow.current = CurrentMa{32'000};
            monitor.add(flow);
            monitor.add(reading(flow.at, 777));
        }
        QVERIFY(monitor.health().find(HealthFlag::Phantom).has_value());
    }
};

QTEST_GUILESS_MAIN(DiagnosisTest)
#include "diagnosis_test.moc"
