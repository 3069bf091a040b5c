// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/item/curve_buffer.h"
#include "models/item/curve_decimate.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

UtcTime at(std::int64_t seconds)
{
    return UtcTime(Duration(1'795'420'800'000 + seconds * 1000));
}

CurvePoint power(std::int64_t seconds, std::int64_t watts)
{
    CurvePoint point;
    point.at = at(seconds);
    point.power = PowerW(watts);
    return point;
}

}  // namespace

class CurveBufferTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keeps_the_newest()
    {
        CurveBuffer buffer(300);
        for (int i = 0; i < 1000; ++i)
            buffer.append(power(i, i));
        QCOMPARE(buffer.size(), std::size_t{300});
        QCOMPARE(buffer.front().power->value(), 700);
        QCOMPARE(buffer.back().power->value(), 999);
        for (std::size_t i = 0; i < buffer.size(); ++i)
            QCOMPARE(buffer.at(i).at, at(700 + static_cast<int>(i)));
    }

    void late_readings_find_their_place()
    {
        CurveBuffer buffer(400);
        for (int i = 0; i < 1000; i += 2)
            buffer.append(power(i, i));
        buffer.append(power(801, 5));
        QCOMPARE(buffer.at(buffer.lower_bound(at(801))).power->value(), 5);
        for (std::size_t i = 1; i < buffer.size(); ++i)
            QVERIFY(buffer.at(i - 1).at < buffer.at(i).at);
        const std::size_t size = buffer.size();
        buffer.append(power(801, 9));
        QCOMPARE(buffer.size(), size);
        QCOMPARE(buffer.at(buffer.lower_bound(at(801))).power->value(), 9);
        buffer.append(power(1, 1));  // older than everything in a full ring
        QCOMPARE(buffer.size(), size);
        QVERIFY(buffer.front().at > at(1));
    }

    void random_order_equals_sorted_order()
    {
        std::vector<CurvePoint> points;
        for (int i = 0; i < 700; ++i)
            points.push_back(power((i * 277) % 700, i));
        CurveBuffer one_by_one(1000);
        for (const CurvePoint &point : points)
            one_by_one.append(point);
        CurveBuffer at_once(1000);
        at_once.assign(points);
        QCOMPARE(one_by_one.size(), std::size_t{700});
        QCOMPARE(at_once.size(), std::size_t{700});
        for (std::size_t i = 0; i < 700; ++i)
            QVERIFY(one_by_one.at(i) == at_once.at(i));
    }

    void nearest_reading()
    {
        CurveBuffer buffer;
        for (int i = 0; i < 5; ++i)
            buffer.append(power(i * 10, i));
        QCOMPARE(buffer.nearest(at(-50)), std::size_t{0});
        QCOMPARE(buffer.nearest(at(14)), std::size_t{1});
        QCOMPARE(buffer.nearest(at(16)), std::size_t{2});
        QCOMPARE(buffer.nearest(at(900)), std::size_t{4});
    }

    void decimation_keeps_minimum_and_maximum()
    {
        CurveBuffer buffer(20'000);
        for (int i = 0; i < 10'000; ++i)
            buffer.append(power(i, 50'000 + (i * 7919) % 1000));
        buffer.append(power(4'321, 1));
        buffer.append(power(7'654, 999'999));
        for (const std::size_t most : {std::size_t{8}, std::size_t{100}, std::size_t{600}, std::size_t{1200}}) {
            const auto samples = decimate(buffer, CurveQuantity::Power, {at(0), at(9'999), most});
            QVERIFY(samples.size() <= most);
            QVERIFY(samples.size() > most / 2);
            std::int64_t low = samples.front().value;
            std::int64_t high = low;
            for (std::size_t i = 0; i < samples.size(); ++i) {
                low = std::min(low, samples[i].value);
                high = std::max(high, samples[i].value);
                if (i > 0)
                    QVERIFY(samples[i - 1].at < samples[i].at);
            }
            QCOMPARE(low, 1);
            QCOMPARE(high, 999'999);
            QCOMPARE(samples.front().at, at(0));
            QCOMPARE(samples.back().at, at(9'999));
        }
    }

    void decimation_keeps_gaps_and_leaves_out_what_does_not_count()
    {
        CurveBuffer buffer;
        for (int i = 0; i < 4'000; ++i) {
            if (i >= 2'000 && i < 2'500)
                continue;
            CurvePoint point = power(i, 100);
            point.excluded = i == 100;
            if (i == 100)
                point.power = PowerW(9'999'999);
            if (i == 200)
                point.power.reset();
            buffer.append(point);
        }
        const auto samples = decimate(buffer, CurveQuantity::Power, {at(0), at(3'999), 200});
        int starts = 0;
        for (const CurveSample &sample : samples) {
            QCOMPARE(sample.value, 100);
            if (!sample.starts_segment)
                continue;
            ++starts;
            QVERIFY(sample.at == at(0) || sample.at >= at(2'500));
        }
        QCOMPARE(starts, 2);
        QVERIFY(decimate(buffer, CurveQuantity::Soc, {at(0), at(3'999), 200}).empty());
    }

    void window_reaches_its_edges()
    {
        CurveBuffer buffer;
        for (int i = 0; i < 100; ++i)
            buffer.append(power(i * 15, i));
        const auto samples = decimate(buffer, CurveQuantity::Power, {at(152), at(303), 1200});
        QCOMPARE(samples.front().at, at(150));
        QCOMPARE(samples.back().at, at(315));
    }
};

QTEST_GUILESS_MAIN(CurveBufferTest)
#include "curve_buffer_test.moc"
