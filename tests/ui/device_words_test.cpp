// SPDX-License-Identifier: GPL-3.0-or-later
// A charge point's reports as sentences, and which of them are routine.
#include <QtTest>

#include "models/item/live_event.h"
#include "ui/common/device_words.h"

using namespace aftercharge;

class DeviceWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reports_are_sentences_data();
    void reports_are_sentences();
    void routine_is_what_nobody_has_to_see();
};

void DeviceWordsTest::reports_are_sentences_data()
{
    QTest::addColumn<DeviceEventKind>("kind");
    QTest::addColumn<QString>("report");
    QTest::addColumn<QString>("words");
    const auto row = [](DeviceEventKind kind, const char *report, const char *words) {
        QTest::newRow(report) << kind << QString::fromUtf8(report) << QString::fromUtf8(words);
    };
    using Kind = DeviceEventKind;
    row(Kind::Status, "Available", "Free");
    row(Kind::Status, "Faulted", "Faulted");
    row(Kind::Status, "Faulted GroundFailure ISO-FAULT Insulation low",
        "Insulation fault (GroundFailure ISO-FAULT Insulation low)");
    row(Kind::Status, "Faulted OtherError ESTOP Emergency stop pressed",
        "Emergency stop (OtherError ESTOP Emergency stop pressed)");
    row(Kind::Status, "Faulted WeakSignal", "Weak radio signal (WeakSignal)");
    row(Kind::Status, "Dreaming", "Dreaming");
    row(Kind::Connected, "ocpp1.6 from 10.0.0.7", "OCPP 1.6 from 10.0.0.7");
    row(Kind::Disconnected, "closed with 1000", "Closed by the charge point (1000)");
    row(Kind::Disconnected, "closed with 1006: reset", "Broken off (1006 reset)");
    row(Kind::Disconnected, "no answer to ping", "no answer to ping");
    row(Kind::Authorize, "TAG-1 refused", "TAG-1 refused");
    row(Kind::Start, "TAG-1 started, 50.00 frozen", "TAG-1 started, 50.00 frozen");
    row(Kind::Start, "TAG-1 again, 50.00 frozen", "TAG-1 told again, 50.00 frozen");
    row(Kind::Stop, "HighTemperature (HighTemperature E17 hot)", "High temperature (HighTemperature E17 hot)");
    row(Kind::Stop, "HighTemperature (E17) explains the stop", "High temperature explains the stop (E17)");
    row(Kind::Stop, "Local", "Finished by driver");
    row(Kind::Stop, "stop of unknown transaction 7, kept in the orphan log",
        "Stop of unknown transaction 7, kept in the orphan log");
    row(Kind::Suspect, "3 readings after the stop", "3 readings after the stop");
    row(Kind::Other, "as it came", "as it came");
}

void DeviceWordsTest::reports_are_sentences()
{
    QFETCH(DeviceEventKind, kind);
    QFETCH(QString, report);
    QFETCH(QString, words);
    QCOMPARE(DeviceWords::detail(kind, report.toStdString()), words);
}

void DeviceWordsTest::routine_is_what_nobody_has_to_see()
{
    LiveEvent event;
    event.device_kind = DeviceEventKind::Status;
    QVERIFY(is_routine(event));
    event.severity = Severity::Warning;
    QVERIFY(!is_routine(event));
    event.severity = Severity::Info;
    event.device_kind = DeviceEventKind::Command;
    QVERIFY(!is_routine(event));
    event.device_kind = DeviceEventKind::Status;
    event.kind = LiveEvent::Kind::Started;
    QVERIFY(!is_routine(event));
}

QTEST_MAIN(DeviceWordsTest)
#include "device_words_test.moc"
