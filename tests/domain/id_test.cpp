// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <set>

#include "models/domain/id.h"

using namespace aftercharge;

namespace {

class CountingRandom : public Random {
public:
    std::uint64_t next() override { return value_ += 0x9E3779B97F4A7C15U; }

private:
    std::uint64_t value_ = 1;
};

class FixedClock : public Clock {
public:
    UtcTime now() const override { return UtcTime{Duration{1'764'000'000'123}}; }
};

}  // namespace

class IdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ids_are_checked()
    {
        for (const char *good : {"A", "CP-001", "order.2026:7", "a_b~c"})
            QVERIFY2(OrderNo::from_text(good).has_value(), good);
        QVERIFY(OrderNo::from_text(std::string(64, 'x')).has_value());
        for (const char *bad : {"", "a b", "a/b", "a\\b", "a\"b", "a'b", "\xC3\xA4", "a\nb"})
            QVERIFY2(!OrderNo::from_text(bad).has_value(), bad);
        QVERIFY(OrderNo::from_text(std::string(65, 'x')).error().code == ErrorCode::IdInvalid);
        QVERIFY(OrderNo{}.is_empty());
    }

    void uuid_has_text_and_bytes()
    {
        const std::string text = "0190163d-8694-739b-aea5-966c26f8ad91";
        const auto uuid = Uuid::from_text(text);
        QVERIFY(uuid.has_value());
        QCOMPARE(uuid->to_text(), text);
        QVERIFY(Uuid::from_bytes(uuid->view()) == uuid);
        for (const char *bad : {"", "0190163d-8694-739b-aea5-966c26f8ad9", "0190163d-8694-739b-aea5-966c26f8ad9g",
                                "0190163d86940-739b-aea5-966c26f8ad91"})
            QVERIFY2(!Uuid::from_text(bad).has_value(), bad);
        QVERIFY(!Uuid::from_bytes("short").has_value());
    }

    void version_7_is_ordered_by_time()
    {
        const UtcTime time{Duration{1'764'000'000'123}};
        std::array<std::uint8_t, 10> ones;
        ones.fill(0xFF);
        const Uuid early = Uuid::make_v7(time, ones);
        const Uuid late = Uuid::make_v7(time + Duration{1}, {});
        QVERIFY(early < late);
        QCOMPARE(early.to_text()[14], '7');
        QVERIFY(std::string("89ab").find(early.to_text()[19]) != std::string::npos);
        QCOMPARE(early.to_text().substr(0, 13), late.to_text().substr(0, 12) + "b");
    }

    void keys_differ()
    {
        CountingRandom random;
        const FixedClock clock;
        std::set<Uuid> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(make_uuid(clock, random));
        QCOMPARE(seen.size(), std::size_t{1000});
    }
};

QTEST_GUILESS_MAIN(IdTest)
#include "id_test.moc"
