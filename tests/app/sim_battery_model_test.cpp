// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <set>

#include <QtTest/QtTest>

#include "app/sim/battery_model.h"

using namespace aftercharge;
using namespace aftercharge::sim;

// Every vehicle from 10 to 90 per cent: what is reported agrees with itself.
class SimBatteryModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vehicles_are_complete();
    void readings_agree_data();
    void readings_agree();
    void same_seed_same_session();
    void pause_stops_the_current();
    void the_curve_is_interpolated();
};

namespace {

std::vector<Vehicle> vehicles()
{
    return built_in_vehicles().value();
}

}  // namespace

void SimBatteryModelTest::vehicles_are_complete()
{
    const std::vector<Vehicle> all = vehicles();
    QVERIFY(all.size() >= 16);
    std::set<std::string> ids;
    for (const Vehicle &vehicle : all)
        ids.insert(vehicle.id);
    QCOMPARE(ids.size(), all.size());
    QVERIFY(find_vehicle(all, "byd-atto-3").has_value());
    QCOMPARE(find_vehicle(all, "horse").error().code, ErrorCode::InputInvalid);
    QVERIFY(!parse_vehicles(R"({"vehicles":[{"id":"x","usable_battery_wh":1}]})").has_value());
}

void SimBatteryModelTest::readings_agree_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("is_ac");
    const std::vector<Vehicle> all = vehicles();
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        const std::string &id = all[static_cast<std::size_t>(i)].id;
        QTest::addRow("%s DC", id.c_str()) << i << false;
        QTest::addRow("%s AC", id.c_str()) << i << true;
    }
}

void SimBatteryModelTest::readings_agree()
{
    QFETCH(int, index);
    QFETCH(bool, is_ac);
    const Vehicle vehicle = vehicles()[static_cast<std::size_t>(index)];
    BatteryModel model({vehicle, is_ac ? ChargeKind::Ac : ChargeKind::Dc, SocPermille(100), PowerW(500000), 7});
    ElectricalState before = model.state();
    double integral_j = 0;
    std::int64_t most_w = 0;
    std::int64_t first_full_mv = 0;
    int reports = 0;
    for (; before.soc.value() < 900 && reports < 24 * 240; ++reports) {
        for (int second = 0; second < 15; ++second)
            model.advance_one_second();
        const ElectricalState now = model.state();
        const double product = static_cast<double>(now.voltage.value()) * static_cast<double>(now.current.value()) *
                               now.phases / 1e6;
        QVERIFY(std::abs(product - static_cast<double>(now.power.value())) <= 0.5);
        QVERIFY(now.soc >= before.soc);
        QVERIFY(now.energy_j > before.energy_j);
        integral_j += static_cast<double>(before.power.value() + now.power.value()) / 2.0 * 15.0;
        most_w = std::max(most_w, now.power.value());
        if (reports == 3)
            first_full_mv = now.voltage.value();
        if (!is_ac && reports > 2) {
            // The SOC is shown in whole permille: between the curve there and at the next one.
            const double soc = static_cast<double>(now.soc.value()) / 1000.0;
            const double here = curve_power(vehicle, soc);
            const double next = curve_power(vehicle, soc + 0.001);
            const double low = std::min({here, next, static_cast<double>(vehicle.dc_max.value())});
            const double high = std::max(here, next);
            const auto power = static_cast<double>(now.power.value());
            QVERIFY2(power > 0.97 * low - 200 && power < 1.03 * high + 200, vehicle.id.c_str());
        }
        before = now;
    }
    QVERIFY(before.soc.value() >= 900);
    // The register is the integral of the reported power, to what 15 s sampling can see.
    QVERIFY2(std::abs(integral_j - before.energy_j) < 0.01 * before.energy_j, vehicle.id.c_str());
    const double stored = before.energy_j * model.efficiency() / 3600.0 /
                          static_cast<double>(vehicle.usable_battery.value());
    QVERIFY(std::abs(0.1 + stored - static_cast<double>(before.soc.value()) / 1000.0) < 0.0011);
    if (is_ac) {
        QVERIFY(std::abs(before.voltage.value() - 230000) < 5000);
    } else {
        QVERIFY2(before.power.value() < most_w * 95 / 100, "the power tapers");
        QVERIFY2(before.voltage.value() > first_full_mv, "the voltage rises");
        const bool is_800 = vehicle.voltage_class == 800;
        QVERIFY(before.voltage.value() > (is_800 ? 620000 : 330000));
        QVERIFY(before.voltage.value() < (is_800 ? 900000 : 500000));
    }
}

void SimBatteryModelTest::same_seed_same_session()
{
    const auto run = [](std::uint64_t seed) {
        BatteryModel model({vehicles().front(), ChargeKind::Dc, SocPermille(200), PowerW(120000), seed});
        std::vector<std::int64_t> powers;
        for (int second = 0; second < 600; ++second) {
            model.advance_one_second();
            powers.push_back(model.state().power.value());
        }
        return powers;
    };
    QCOMPARE(run(1), run(1));
    QVERIFY(run(1) != run(2));
}

void SimBatteryModelTest::pause_stops_the_current()
{
    BatteryModel model({vehicles().front(), ChargeKind::Dc, SocPermille(200), PowerW(50000), 1});
    for (int second = 0; second < 60; ++second)
        model.advance_one_second();
    QVERIFY(std::abs(model.state().power.value() - 50000) < 1500);
    const double energy = model.state().energy_j;
    model.set_paused(true);
    model.advance_one_second();
    QCOMPARE(model.state().current.value(), 0);
    QCOMPARE(model.state().power.value(), 0);
    QCOMPARE(model.state().energy_j, energy);
}

void SimBatteryModelTest::the_curve_is_interpolated()
{
    Vehicle vehicle;
    vehicle.dc_curve = {
        {SocPermille(0), PowerW(100000)}, {SocPermille(500), PowerW(50000)}, {SocPermille(1000), PowerW(10000)}};
    QCOMPARE(curve_power(vehicle, 0.25), 75000.0);
    QCOMPARE(curve_power(vehicle, 0.75), 30000.0);
    QCOMPARE(curve_power(vehicle, 1.5), 10000.0);
}

QTEST_GUILESS_MAIN(SimBatteryModelTest)
#include "sim_battery_model_test.moc"
