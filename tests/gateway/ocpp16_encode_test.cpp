// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/gateway/ocpp16/decode_message.h"
#include "models/gateway/ocpp16/encode.h"
#include "models/gateway/ocpp16/json_tape.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;
using namespace aftercharge::chargepoint;

namespace {

const UtcTime received_at = *parse_iso8601("2026-11-24T10:00:00Z");

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

}  // namespace

class Ocpp16EncodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_are_written();
    void commands_are_written();
    void ids_are_echoed();
};

void Ocpp16EncodeTest::answers_are_written()
{
    const auto written = [](auto body) { return QString::fromStdString(encode_answer({{1, "m"}, body})); };
    QCOMPARE(written(BootAnswer{received_at, 60}),
             text(R"([3,"m",{"status":"Accepted","currentTime":"2026-11-24T10:00:00.000Z","interval":60}])"));
    QCOMPARE(written(HeartbeatAnswer{received_at}), text(R"([3,"m",{"currentTime":"2026-11-24T10:00:00.000Z"}])"));
    QCOMPARE(written(AuthorizeAnswer{TagStatus::Blocked}), text(R"([3,"m",{"idTagInfo":{"status":"Blocked"}}])"));
    QCOMPARE(written(StartAnswer{2147483647, TagStatus::Accepted}),
             text(R"([3,"m",{"transactionId":2147483647,"idTagInfo":{"status":"Accepted"}}])"));
    QCOMPARE(written(StopAnswer{}), text(R"([3,"m",{}])"));
    QCOMPARE(written(MeterAnswer{}), text(R"([3,"m",{}])"));
    QCOMPARE(written(StatusAnswer{}), text(R"([3,"m",{}])"));
    QCOMPARE(written(DataTransferAnswer{}), text(R"([3,"m",{"status":"UnknownVendorId"}])"));
    QCOMPARE(written(TryAgainAnswer{"disk full"}), text(R"([4,"m","InternalError","disk full",{}])"));
}

void Ocpp16EncodeTest::commands_are_written()
{
    const auto written = [](Command command) { return QString::fromStdString(encode_command("m", command)); };
    QCOMPARE(written(RemoteStop{9}), text(R"([2,"m","RemoteStopTransaction",{"transactionId":9}])"));
    QCOMPARE(written(RemoteStart{1, "T"}), text(R"([2,"m","RemoteStartTransaction",{"connectorId":1,"idTag":"T"}])"));
    QCOMPARE(written(UnlockConnector{2}), text(R"([2,"m","UnlockConnector",{"connectorId":2}])"));
    QCOMPARE(written(Reset{true}), text(R"([2,"m","Reset",{"type":"Hard"}])"));
    QCOMPARE(written(ChangeConfiguration{"K", "a\"b"}),
             text(R"([2,"m","ChangeConfiguration",{"key":"K","value":"a\"b"}])"));
}

void Ocpp16EncodeTest::ids_are_echoed()
{
    const auto call = std::get<CallMessage>(decode_message(R"([2,"a\"\\\u00e9\n","Heartbeat",{}])", received_at));
    const std::string answer = encode_answer({{1, call.message_id}, HeartbeatAnswer{received_at}});
    const JsonTape tape(answer);
    QVERIFY(tape.root().first().next().text() == "a\"\\\xc3\xa9\n");
}

QTEST_GUILESS_MAIN(Ocpp16EncodeTest)
#include "ocpp16_encode_test.moc"
