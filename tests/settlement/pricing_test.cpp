// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/settlement/pricing_support.h"

using namespace aftercharge;
using namespace aftercharge::testing;
using std::chrono::minutes;

namespace {

// Night 23:00–07:00 at 0.40, day at 1.00.
Tariff night_and_day()
{
    return tariff({element(component(TariffDimension::Energy, 400'000), between(23 * 60, 7 * 60), "valley"),
                   element(component(TariffDimension::Energy, 1'000'000), {}, "flat")});
}

PricedSession steady(const Tariff &tariff, const ZoneOffsets &zone, const char *start, int lasted_minutes,
                     std::int64_t wh)
{
    const UtcTime from = at(start);
    return price_session(tariff, zone, from, EnergyWh{500}, {reading(from + minutes{lasted_minutes}, 500 + wh)})
        .value();
}

}  // namespace

class PricingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // 22:00–01:00 local, 12 kWh: one hour by day, two by night.
    void over_midnight_and_a_boundary()
    {
        const ZoneOffsets shanghai{{UtcTime{}, std::chrono::hours{8}}};
        const auto session = steady(night_and_day(), shanghai, "2026-05-01T14:00:00Z", 180, 12'000);
        QCOMPARE(session.total.to_text(), std::string("7.20"));
        QCOMPARE(session.periods.size(), std::size_t{2});
        QCOMPARE(session.periods[0].label, std::string("flat"));
        QVERIFY(session.periods[0].energy == EnergyMicroWh{4'000'000'000});
        QVERIFY(session.periods[0].to == at("2026-05-01T15:00:00Z"));
        QCOMPARE(session.periods[1].label, std::string("valley"));
        QCOMPARE(session.periods[1].amount.to_text(), std::string("3.20"));
        QVERIFY(session.energy == EnergyWh{12'000});
    }

    // 29 March: 02:00 local does not exist. 01:30 +1 to 03:30 +2 is one hour; what is priced
    // 02:00–03:00 lasts no time at all.
    void spring_forward()
    {
        const Tariff hour = tariff({element(component(TariffDimension::Energy, 9'000'000), between(120, 180)),
                                    element(component(TariffDimension::Energy, 1'000'000))},
                                   "EUR");
        const auto session = steady(hour, berlin(), "2026-03-29T00:30:00Z", 60, 6'000);
        QCOMPARE(session.total.to_text(), std::string("6.00"));
        QCOMPARE(session.periods.size(), std::size_t{1});
        // Until 03:30 local is 30 minutes after the change.
        const Tariff late = tariff({element(component(TariffDimension::Energy, 2'000'000), between(210, 240)),
                                    element(component(TariffDimension::Energy, 1'000'000))},
                                   "EUR");
        const auto two_hours = steady(late, berlin(), "2026-03-29T00:30:00Z", 120, 12'000);
        QVERIFY(two_hours.periods[1].from == at("2026-03-29T01:30:00Z"));
        QVERIFY(two_hours.periods[1].to == at("2026-03-29T02:00:00Z"));
        QCOMPARE(two_hours.total.to_text(), std::string("15.00"));
    }

    // 25 October: 02:00–03:00 local comes twice.
    void fall_back()
    {
        const Tariff hour = tariff({element(component(TariffDimension::Energy, 2'000'000), between(120, 150)),
                                    element(component(TariffDimension::Energy, 1'000'000))},
                                   "EUR");
        // 01:30 +2 to 03:30 +1: three hours, the half hour from 02:00 comes twice.
        const auto session = steady(hour, berlin(), "2026-10-24T23:30:00Z", 180, 18'000);
        QCOMPARE(session.periods.size(), std::size_t{5});
        QVERIFY(session.periods[1].from == at("2026-10-25T00:00:00Z"));
        QVERIFY(session.periods[1].to == at("2026-10-25T00:30:00Z"));
        QVERIFY(session.periods[3].from == at("2026-10-25T01:00:00Z"));
        QVERIFY(session.periods[3].to == at("2026-10-25T01:30:00Z"));
        QCOMPARE(session.total.to_text(), std::string("24.00"));
        QCOMPARE(sum_of_lines(session), session.total.minor());
    }

    void days_and_dates()
    {
        TariffRestrictions saturday;
        saturday.day_of_week = 1U << 5;
        TariffRestrictions holiday;
        holiday.start_date = std::chrono::local_days{std::chrono::year{2026} / 5 / 3};
        holiday.end_date = std::chrono::local_days{std::chrono::year{2026} / 5 / 4};
        const Tariff dated = tariff({element(component(TariffDimension::Energy, 3'000'000), saturday),
                                     element(component(TariffDimension::Energy, 5'000'000), holiday)});
        // Friday 1 May 23:00 to Monday 4 May 01:00 at 1 kW: 24 kWh on Saturday, 24 on the
        // holiday, 2 free.
        const auto session = steady(dated, {}, "2026-05-01T23:00:00Z", 50 * 60, 50'000);
        QCOMPARE(session.total.to_text(), std::string("192.00"));
        QCOMPARE(session.periods.size(), std::size_t{4});
        QCOMPARE(session.periods[0].element, -1);
        QVERIFY(!session.periods[3].electricity);
    }

    void electricity_and_service_apart()
    {
        PriceComponent energy = component(TariffDimension::Energy, 800'000);
        energy.service_price = UnitPrice{450'000};
        const auto session = steady(tariff({element(energy, {}, "flat")}), {}, "2026-05-01T10:04:00Z", 26, 22'100);
        QCOMPARE(session.total.to_text(), std::string("27.62"));  // 27.625, half to even
        QCOMPARE(session.lines.size(), std::size_t{2});
        QVERIFY(session.lines[0].kind == FeeKind::Electricity && session.lines[1].kind == FeeKind::Service);
        QCOMPARE(session.lines[0].amount.to_text(), std::string("17.68"));  // 17.680
        QCOMPARE(session.lines[1].amount.to_text(), std::string("9.94"));   // 9.945
        QVERIFY(session.periods[0].electricity == UnitPrice{800'000});
        QVERIFY(session.periods[0].service == UnitPrice{450'000});
        QCOMPARE(session.periods[0].amount, session.total);
    }

    void kwh_limits_are_exact()
    {
        TariffRestrictions first;
        first.max_kwh = EnergyWh{1000};
        TariffRestrictions middle;
        middle.min_kwh = EnergyWh{1000};
        middle.max_kwh = EnergyWh{7777};
        const Tariff steps = tariff({element(component(TariffDimension::Energy, 0), first),
                                     element(component(TariffDimension::Energy, 1'000'000), middle),
                                     element(component(TariffDimension::Energy, 2'000'000))});
        const auto session = steady(steps, {}, "2026-05-01T10:00:00Z", 77, 10'001);
        QCOMPARE(session.periods.size(), std::size_t{3});
        QVERIFY(session.periods[0].energy == EnergyMicroWh{1'000'000'000});
        QVERIFY(session.periods[1].energy == EnergyMicroWh{6'777'000'000});
        QVERIFY(session.periods[2].energy == EnergyMicroWh{2'224'000'000});
        QCOMPARE(session.total.to_text(), std::string("11.22"));  // 6.777 + 4.448 = 11.225
    }

    void steps_of_energy_once()
    {
        // OCPI: 4.3 kWh before 17:00 and 1.1 after, steps of 500 Wh: 5.5 kWh, not 4.5 + 1.5.
        const Tariff stepped = tariff({element(component(TariffDimension::Energy, 200'000, 500), between(0, 17 * 60)),
                                       element(component(TariffDimension::Energy, 270'000, 500))},
                                      "KWD");
        const UtcTime start = at("2026-05-01T16:00:00Z");
        const auto session = price_session(stepped, {}, start, EnergyWh{0},
                                           {reading(start + minutes{60}, 4300), reading(start + minutes{90}, 5400)})
                                 .value();
        QCOMPARE(session.total.to_text(), std::string("1.184"));  // 4.3 · 0.20 + 1.2 · 0.27
        QVERIFY(session.lines[1].energy_added == EnergyMicroWh{100'000'000});
    }

    void limits_and_vat()
    {
        Tariff limited = tariff({element(component(TariffDimension::Energy, 1'000'000))});
        limited.min_price = PriceLimit{UnitPrice{5'000'000}, std::nullopt};
        limited.max_price = PriceLimit{UnitPrice{8'000'000}, std::nullopt};
        const auto low = steady(limited, {}, "2026-05-01T10:00:00Z", 30, 2'000);
        QCOMPARE(low.total.to_text(), std::string("5.00"));
        QVERIFY(low.lines.back().kind == FeeKind::PriceLimit);
        QCOMPARE(low.lines.back().amount.to_text(), std::string("3.00"));
        QCOMPARE(steady(limited, {}, "2026-05-01T10:00:00Z", 30, 6'000).total.to_text(), std::string("6.00"));
        const auto high = steady(limited, {}, "2026-05-01T10:00:00Z", 30, 9'500);
        QCOMPARE(high.total.to_text(), std::string("8.00"));
        QCOMPARE(high.lines.back().amount.to_text(), std::string("-1.50"));
        QCOMPARE(sum_of_lines(high), std::int64_t{800});
        QVERIFY(!high.total_excl_vat);
        limited.elements[0].price_components[0].vat = VatRate{600};
        const auto taxed = steady(limited, {}, "2026-05-01T10:00:00Z", 30, 6'000);
        QCOMPARE(taxed.total.to_text(), std::string("6.36"));
        QCOMPARE(taxed.total_excl_vat->to_text(), std::string("6.00"));
    }

    // Charging, a pause of the vehicle, charging again.
    void parking_is_what_the_header_says()
    {
        const Tariff timed = tariff(
            {{{component(TariffDimension::Time, 6'000'000), component(TariffDimension::ParkingTime, 60'000'000)},
              {},
              {}}});
        const UtcTime start = at("2026-05-01T10:00:00Z");
        const std::vector<Reading> readings{reading(start + minutes{10}, 100, 7000),
                                            reading(start + minutes{20}, 100, 0),
                                            reading(start + minutes{30}, 100, 5000), reading(start + minutes{40}, 200)};
        const auto session = price_session(timed, {}, start, EnergyWh{0}, readings).value();
        QVERIFY(session.parking == minutes{10});
        QVERIFY(session.charging == minutes{30});
        QCOMPARE(session.total.to_text(), std::string("13.00"));
        QVERIFY(session.periods[1].parking && !session.periods[1].time);
        // The charge point knows better: suspended from minute 5 to 15, and from 35 on.
        const SessionActivity paused{{start + minutes{5}, start + minutes{15}}, {start + minutes{35}, UtcTime::max()}};
        const auto told =
            price_session(timed, {}, start, EnergyWh{0}, readings, start + minutes{50}, EnergyWh{200}, paused).value();
        QVERIFY(told.parking == minutes{5 + 10 + 15});
        QVERIFY(told.charging == minutes{20});
    }

    void time_behind_the_last_reading()
    {
        const Tariff timed = tariff(
            {{{component(TariffDimension::Time, 6'000'000), component(TariffDimension::ParkingTime, 60'000'000)},
              {},
              {}}});
        const UtcTime start = at("2026-05-01T10:00:00Z");
        PricingFold fold(timed, {}, start, EnergyWh{0});
        QCOMPARE(fold.priced(start + minutes{10})->total.to_text(), std::string("1.00"));  // no reading yet: charging
        QVERIFY(fold.add(reading(start + minutes{10}, 1000, 7000)));
        QCOMPARE(fold.priced(start + minutes{20})->total.to_text(), std::string("2.00"));
        QVERIFY(fold.add(reading(start + minutes{20}, 2000, 0)));
        QCOMPARE(fold.priced(start + minutes{30})->total.to_text(), std::string("12.00"));  // power 0: parking
        QCOMPARE(fold.priced(start)->total.to_text(), std::string("2.00"));  // not before the last reading
    }

    void refuses_what_would_be_wrong()
    {
        const UtcTime start = at("2026-05-01T10:00:00Z");
        PricingFold fold(night_and_day(), {}, start, EnergyWh{1000});
        QVERIFY(fold.add(reading(start + minutes{10}, 2000)));
        const auto before = fold.priced(start + minutes{10}).value();
        QVERIFY(fold.add(reading(start + minutes{20}, 1999)).error().code == ErrorCode::InputInvalid);
        QVERIFY(fold.add(reading(start + minutes{9}, 2001)).error().code == ErrorCode::InputInvalid);
        Reading flagged = reading(start + minutes{20}, 3000);
        flagged.flags = ReadingFlag::BeyondConnector;
        QVERIFY(fold.add(flagged).error().code == ErrorCode::InputInvalid);
        QVERIFY(fold.add(reading(start + minutes{20}, 2'000'000'000'000)).error().code == ErrorCode::MoneyOverflow);
        QVERIFY(fold.add(reading(start + minutes{20}, INT64_MAX)).error().code == ErrorCode::InputInvalid);
        QVERIFY(fold.add(reading(start + minutes{20}, INT64_MIN)).error().code == ErrorCode::InputInvalid);
        QVERIFY(fold.add(reading(start + std::chrono::days{4000}, 3000)).error().code == ErrorCode::MoneyOverflow);
        QVERIFY(fold.priced(start + std::chrono::days{4000}).error().code == ErrorCode::MoneyOverflow);
        QVERIFY(fold.priced(start + minutes{10}).value() == before);
        QVERIFY(!price_session(night_and_day(), {}, start, EnergyWh{1000}, {reading(start + minutes{10}, 2000)},
                               start + minutes{20}, EnergyWh{1500}));
        Tariff broken = night_and_day();
        broken.elements[0].price_components[0].price = UnitPrice{-1};
        PricingFold none(broken, {}, start, EnergyWh{0});
        QVERIFY(none.priced(start).error().code == ErrorCode::TariffInvalid);
        QVERIFY(none.add(reading(start, 0)).error().code == ErrorCode::TariffInvalid);
    }

    void flat_is_once_and_chosen_at_the_start()
    {
        const Tariff flat = tariff({element(component(TariffDimension::Flat, 2'000'000), between(0, 12 * 60)),
                                    element(component(TariffDimension::Flat, 3'000'000))},
                                   "JPY");
        QCOMPARE(steady(flat, {}, "2026-05-01T11:00:00Z", 180, 1'000).total.to_text(), std::string("2"));
        QCOMPARE(steady(flat, {}, "2026-05-01T12:00:00Z", 24 * 60, 1'000).total.to_text(), std::string("3"));
    }

    // A running session of an hour at 15 s: what one report costs.
    void costs_of_a_report()
    {
        const UtcTime start = at("2026-05-01T13:00:00Z");
        const ZoneOffsets zone{{UtcTime{}, std::chrono::hours{8}}};
        const auto shared = std::make_shared<const CompiledTariff>(night_and_day(), zone);
        QBENCHMARK
        {
            PricingFold fold(shared, start, EnergyWh{0});
            for (int i = 1; i <= 240; ++i)
                QVERIFY(fold.add(reading(start + std::chrono::seconds{15 * i}, 250 * i, 60'000)));
            QCOMPARE(fold.priced(start + minutes{60})->energy.value(), std::int64_t{60'000});
        }
    }
};

QTEST_GUILESS_MAIN(PricingTest)
#include "pricing_test.moc"
