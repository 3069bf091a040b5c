// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/telemetry_contract.h"

#include "tests/store/contract/samples.h"

namespace aftercharge {

using namespace samples;

Result<void> TelemetryContract::write(const std::string &order_no, const std::vector<Reading> &readings)
{
    TelemetryBatch batch;
    for (const Reading &reading : readings)
        batch.samples.push_back({id<OrderNo>(order_no), reading});
    return telemetry().write(batch);
}

void TelemetryContract::gives_samples_in_time_order()
{
    Reading flagged = reading(1000, 5);
    flagged.flags = ReadingFlag::RegisterBackwards;
    Reading bare;
    bare.at = at(1000);
    REQUIRE_OK(write("C1", {reading(3000, 30), reading(1000, 10)}));
    REQUIRE_OK(write("C2", {reading(500, 7)}));
    REQUIRE_OK(write("C1", {flagged, reading(2000, 20), bare}));
    // Equal instants stay in the order of arrival.
    const std::vector<Reading> expected{reading(1000, 10), flagged, bare, reading(2000, 20), reading(3000, 30)};
    QVERIFY(telemetry().reader().curve(id<OrderNo>("C1")).value() == expected);
    auto other = telemetry().open_reader();
    REQUIRE_OK(other);
    QVERIFY((*other)->curve(id<OrderNo>("C1")).value() == expected);
    QVERIFY((*other)->curve(id<OrderNo>("C2")).value() == std::vector{reading(500, 7)});
    QVERIFY((*other)->curve(id<OrderNo>("C3")).value().empty());
    REQUIRE_OK(telemetry().write({}));
}

void TelemetryContract::keeps_everything_over_compaction()
{
    std::vector<Reading> expected;
    for (int round = 0; round < 4; ++round) {
        std::vector<Reading> part;
        for (int i = 0; i < 130; ++i)
            part.push_back(reading(round * 130 + i, i));
        part.push_back(reading(0, 1000 + round));  // late, at an instant that is taken
        expected.insert(expected.end(), part.begin(), part.end());
        REQUIRE_OK(write("C1", part));
        if (round % 2 == 1) {
            QCOMPARE(telemetry().compact().value(), false);
            QCOMPARE(telemetry().compact().value(), false);
        }
    }
    std::stable_sort(expected.begin(), expected.end(), [](const Reading &a, const Reading &b) { return a.at < b.at; });
    QVERIFY(telemetry().reader().curve(id<OrderNo>("C1")).value() == expected);
    store_->reopen();
    QVERIFY(telemetry().reader().curve(id<OrderNo>("C1")).value() == expected);
    REQUIRE_OK(write("C1", {reading(0, 5000)}));
    QCOMPARE(telemetry().reader().curve(id<OrderNo>("C1")).value()[5].register_wh->value(), 5000);
}

void TelemetryContract::compacts_in_bounded_steps()
{
    TelemetryBatch batch;
    for (int i = 0; i < 25'000; ++i)
        batch.samples.push_back({id<OrderNo>("C" + std::to_string(i % 5)), reading(i, i)});
    REQUIRE_OK(telemetry().write(batch));
    QCOMPARE(telemetry().compact().value(), store_->has_journal());
    QCOMPARE(telemetry().reader().curve(id<OrderNo>("C3")).value().size(), std::size_t{5000});
    QCOMPARE(telemetry().compact().value(), false);
    QCOMPARE(telemetry().reader().curve(id<OrderNo>("C3")).value().size(), std::size_t{5000});
}

void TelemetryContract::replaces_progress()
{
    SessionProgress progress{id<OrderNo>("C1"), at(1),        EnergyWh(10), PowerW(7000),
                             SocPermille(423),  yuan("1.20"), at(9)};
    REQUIRE_OK(telemetry().write({.samples = {}, .events = {}, .progress = {progress}}));
    progress.at = at(2);
    progress.power.reset();
    progress.estimated_end.reset();
    progress.fee = yuan("1.30");
    REQUIRE_OK(telemetry().write({.samples = {}, .events = {}, .progress = {progress}}));
    const auto found = telemetry().reader().progress(progress.order_no).value();
    QVERIFY(found && found->order_no == progress.order_no && found->at == at(2) && found->energy == EnergyWh(10) &&
            !found->power && found->soc == SocPermille(423) && found->fee == yuan("1.30") && !found->estimated_end);
    QVERIFY(!telemetry().reader().progress(id<OrderNo>("C2")).value().has_value());
}

void TelemetryContract::finds_events()
{
    const DeviceEvent of_point = device_event("CP-1", 0, 1, "");
    const DeviceEvent of_first = device_event("CP-1", 1, 2, "C1");
    const DeviceEvent of_second = device_event("CP-1", 2, 3, "C2");
    const DeviceEvent elsewhere = device_event("CP-2", 1, 4, "");
    REQUIRE_OK(
        telemetry().write({.samples = {}, .events = {of_point, of_first, of_second, elsewhere}, .progress = {}}));
    TelemetryReader &reader = telemetry().reader();
    QVERIFY((reader.events_of_order(id<OrderNo>("C1"), 10).value() == std::vector{of_first}));
    QVERIFY((reader.events_of({id<ChargePointId>("CP-1"), 1}, at(0), at(10), 10).value() ==
             std::vector{of_first, of_point}));
    QVERIFY((reader.events_of({id<ChargePointId>("CP-1"), 1}, at(2), at(2), 10).value() == std::vector{of_first}));
    QVERIFY((reader.latest_events(2).value() == std::vector{elsewhere, of_second}));
    QVERIFY(reader.events_of_order({}, 10).value().empty());
}

}  // namespace aftercharge
