// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/domain/time.h"

using namespace aftercharge;

class TimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("utc");
        const auto row = [](const char *text, const char *utc) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(utc);
        };
        row("2026-11-23T10:04:05Z", "2026-11-23T10:04:05.000Z");
        row("2026-11-23T10:04:05.1Z", "2026-11-23T10:04:05.100Z");
        row("2026-11-23T10:04:05.123456Z", "2026-11-23T10:04:05.123Z");
        row("2026-11-23T10:04:05.9999Z", "2026-11-23T10:04:05.999Z");
        row("2026-11-23T18:04:05+08:00", "2026-11-23T10:04:05.000Z");
        row("2026-11-23T00:30:00+08:00", "2026-11-22T16:30:00.000Z");
        row("2026-12-31T23:30:00-02:30", "2027-01-01T02:00:00.000Z");
        row("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z");
        row("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z");
        row("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
        row("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z");
    }
    void parses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, utc);
        const auto time = parse_iso8601(text.toStdString());
        QVERIFY(time.has_value());
        QCOMPARE(to_iso8601(*time), utc.toStdString());
        QVERIFY(parse_iso8601(to_iso8601(*time)) == time);
    }

    void refuses()
    {
        for (const char *text :
             {"", "2026-11-23", "2026-11-23T10:04:05", "2026-11-23T10:04Z", "2026-13-01T00:00:00Z",
              "2026-02-29T00:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T10:60:00Z", "2026-11-23T10:04:05.Z",
              "2026-11-23T10:04:05ZZ", "2026-11-23T10:04:05+25:00", "26-11-23T10:04:05Z", "2026-11-23T10:04:05 Z"}) {
            const auto time = parse_iso8601(text);
            QVERIFY2(!time.has_value(), text);
            QVERIFY(time.error().code == ErrorCode::TimeInvalid);
        }
    }
};

QTEST_GUILESS_MAIN(TimeTest)
#include "time_test.moc"
