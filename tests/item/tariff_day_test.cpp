// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/item/tariff_day.h"

using namespace aftercharge;

namespace {

TariffElement element(int from_hour, int to_hour, std::int64_t price, std::int64_t service, const char *label)
{
    TariffElement made;
    PriceComponent energy;
    energy.price = UnitPrice(price);
    energy.service_price = UnitPrice(service);
    made.price_components = {energy};
    if (from_hour != to_hour) {
        made.restrictions.start_time = std::chrono::hours(from_hour);
        made.restrictions.end_time = std::chrono::hours(to_hour);
    }
    made.label = label;
    return made;
}

Tariff tariff(std::vector<TariffElement> elements)
{
    Tariff made;
    made.id = TariffId::from_text("TOU").value();
    made.currency = Currency::from_code("CNY").value();
    made.elements = std::move(elements);
    return made;
}

const UtcTime monday = parse_iso8601("2026-11-23T00:00:00Z").value();

}  // namespace

class TariffDayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_day_is_cut_at_its_prices()
    {
        const auto days = tariff_days(
            tariff({element(10, 15, 970'000, 450'000, "peak"), element(23, 7, 350'000, 450'000, "valley"),
                    element(0, 0, 800'000, 450'000, "flat")}),
            monday);
        QCOMPARE(days.size(), 1U);
        QCOMPARE(int(days[0].days), 0x7f);
        const auto &slices = days[0].slices;
        QCOMPARE(slices.size(), 5U);
        QCOMPARE(slices.front().from_minute, 0);
        QCOMPARE(slices.front().to_minute, 7 * 60);
        QCOMPARE(slices.front().label, std::string("valley"));
        QCOMPARE(slices[2].from_minute, 10 * 60);
        QCOMPARE(slices[2].price, UnitPrice(1'420'000));
        QCOMPARE(slices.back().to_minute, 1440);
        for (std::size_t i = 1; i < slices.size(); ++i)
            QCOMPARE(slices[i].from_minute, slices[i - 1].to_minute);
    }

    void days_of_the_week_differ()
    {
        TariffElement weekend = element(0, 0, 500'000, 0, "weekend");
        weekend.restrictions.day_of_week = 0b1100000;
        const auto days = tariff_days(tariff({weekend, element(0, 0, 900'000, 0, "flat")}), monday);
        QCOMPARE(days.size(), 2U);
        QCOMPARE(int(days[0].days), 0b0011111);
        QCOMPARE(int(days[1].days), 0b1100000);
        QCOMPARE(days[1].slices.front().label, std::string("weekend"));
    }

    void without_an_energy_price_it_is_free()
    {
        const auto days = tariff_days(tariff({element(8, 20, 900'000, 0, "day")}), monday);
        QCOMPARE(days[0].slices.size(), 3U);
        QCOMPARE(days[0].slices[0].element, -1);
        QCOMPARE(days[0].slices[0].price, UnitPrice(0));
    }

    void what_cannot_be_priced_has_no_days() { QVERIFY(tariff_days(tariff({}), monday).empty()); }
};

QTEST_APPLESS_MAIN(TariffDayTest)
#include "tariff_day_test.moc"
