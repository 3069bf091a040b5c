// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QtTest>

#include "models/gateway/ocpp16/decode_message.h"
#include "models/gateway/ocpp16/decode_status.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;
using namespace aftercharge::chargepoint;

namespace {

const UtcTime received_at = *parse_iso8601("2026-11-24T10:00:00Z");

Message decode(std::string_view text)
{
    return decode_message(text, received_at);
}

template<typename T>
T body_of(const Message &message)
{
    const auto *call = std::get_if<CallMessage>(&message);
    const T *body = call ? std::get_if<T>(&call->body) : nullptr;
    if (!body)
        qFatal("not the message that was expected");
    return *body;
}

QString suspicions_of(const Message &message)
{
    const auto *call = std::get_if<CallMessage>(&message);
    QStringList list;
    for (const auto &phrase : call ? call->suspicions : std::vector<std::string>{"no call"})
        list << QString::fromStdString(phrase);
    return list.join(QStringLiteral("; "));
}

QString reply_of(const Message &message)
{
    const auto *defect = std::get_if<DefectMessage>(&message);
    return defect ? QString::fromStdString(defect->reply) : QStringLiteral("understood");
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

}  // namespace

class Ocpp16FrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sound_messages_have_no_suspicion();
    void boot_is_read();
    void boot_without_vendor_is_kept();
    void status_is_read();
    void error_codes_become_reasons();
    void start_is_read();
    void stop_is_read();
    void stop_reasons();
    void stop_is_always_understood_data();
    void stop_is_always_understood();
    void odd_transaction_ids_data();
    void odd_transaction_ids();
    void unset_clocks_of_a_start();
    void data_transfer_is_read();
    void refused_calls_data();
    void refused_calls();
    void frames_without_reply_data();
    void frames_without_reply();
    void accepted_oddities_data();
    void accepted_oddities();
    void results_and_errors();
};

void Ocpp16FrameTest::sound_messages_have_no_suspicion()
{
    for (
        const char *frame : {
            R"([2,"1","Heartbeat",{}])",
            R"([2,"1","Authorize",{"idTag":"04A1B2C3"}])",
            R"([2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M","firmwareVersion":"1.2"}])",
            R"([2,"1","StatusNotification",{"connectorId":0,"errorCode":"NoError","status":"Available"}])",
            R"([2,"1","StartTransaction",{"connectorId":1,"idTag":"T","meterStart":0,"timestamp":"2026-11-24T10:00:00Z"}])",
            R"([2,"1","StopTransaction",{"transactionId":5,"meterStop":10,"timestamp":"2026-11-24T10:00:00+00:00"}])",
            R"([2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-11-24T10:00:00Z","sampledValue":[{"value":"1"}]}]}])",
            R"([2,"1","DataTransfer",{"vendorId":"V"}])",
        }) {
        const Message message = decode(frame);
        QVERIFY2(std::holds_alternative<CallMessage>(message), frame);
        QCOMPARE(suspicions_of(message), QString());
    }
}

void Ocpp16FrameTest::boot_is_read()
{
    const auto boot = body_of<BootReport>(decode(
        R"([2,"b","BootNotification",{"chargePointVendor":"V","chargePointModel":"M","firmwareVersion":"1.2","chargeBoxSerialNumber":"S"}])"));
    QVERIFY(boot.vendor == "V" && boot.model == "M" && boot.firmware == "1.2" && boot.serial_number == "S");
}

void Ocpp16FrameTest::boot_without_vendor_is_kept()
{
    const Message message = decode(
        R"([2,"b","BootNotification",{"chargePointModel":"A model name that is too long","x":1}])");
    QVERIFY(body_of<BootReport>(message).vendor.empty());
    QCOMPARE(suspicions_of(message), text("unknown field x; chargePointVendor is missing; "
                                          "chargePointModel is longer than 20 characters"));
}

void Ocpp16FrameTest::status_is_read()
{
    const auto status = body_of<StatusReport>(decode(
        R"([2,"s","StatusNotification",{"connectorId":2,"errorCode":"HighTemperature","status":"Faulted","info":"i","vendorId":"v","vendorErrorCode":"E17","timestamp":"2026-11-24T09:59:00Z"}])"));
    QCOMPARE(status.connector_id, 2);
    QVERIFY(status.status == ConnectorStatus::Faulted);
    QVERIFY(status.fault == StopReason::HighTemperature);
    QVERIFY(status.error_code == "HighTemperature" && status.vendor_error_code == "E17" && status.info == "i");
    QVERIFY(status.at == received_at - std::chrono::minutes(1));
}

void Ocpp16FrameTest::error_codes_become_reasons()
{
    QVERIFY(fault_of("NoError") == StopReason::None);
    QVERIFY(fault_of("GroundFailure") == StopReason::GroundFailure);
    QVERIFY(fault_of("OverCurrentFailure") == StopReason::OverCurrent);
    QVERIFY(fault_of("PowerSwitchFailure") == StopReason::InternalError);
    QVERIFY(fault_of("WeakSignal") == StopReason::Other);
    QVERIFY(!is_fault(fault_of("ReaderFailure")));
    for (const char *code : {"ConnectorLockFailure", "EVCommunicationError", "HighTemperature", "InternalError",
                             "OverVoltage", "UnderVoltage", "PowerMeterFailure"})
        QVERIFY2(is_fault(fault_of(code)), code);
    const Message message = decode(
        R"([2,"s","StatusNotification",{"connectorId":1,"errorCode":"Melted","status":"Faulted"}])");
    QVERIFY(body_of<StatusReport>(message).fault == StopReason::Other);
    QCOMPARE(suspicions_of(message), text("unknown errorCode Melted"));
}

void Ocpp16FrameTest::start_is_read()
{
    const auto start = body_of<StartRequest>(decode(
        R"([2,"s","StartTransaction",{"connectorId":1,"idTag":"TAG","meterStart":12345,"timestamp":"2026-11-24T09:30:00.500Z"}])"));
    QCOMPARE(start.connector_id, 1);
    QVERIFY(start.id_tag == "TAG" && start.meter_start == EnergyWh{12345});
    QVERIFY(to_iso8601(start.at) == "2026-11-24T09:30:00.500Z");
}

void Ocpp16FrameTest::stop_is_read()
{
    const auto stop = body_of<StopRequest>(decode(
        R"([2,"s","StopTransaction",{"transactionId":77,"idTag":"TAG","meterStop":999,"timestamp":"2026-11-24T09:30:00Z","reason":"EmergencyStop","transactionData":[{"timestamp":"2026-11-24T09:30:00Z","sampledValue":[{"value":"0.999","unit":"kWh","context":"Transaction.End"}]}]}])"));
    QCOMPARE(stop.transaction_id, std::int64_t{77});
    QVERIFY(stop.meter_stop == EnergyWh{999});
    QVERIFY(stop.id_tag == "TAG" && stop.reason == StopReason::EmergencyStop);
    QCOMPARE(stop.readings.size(), std::size_t{1});
    QVERIFY(stop.readings[0].register_wh == EnergyWh{999});
    QVERIFY(stop.readings[0].flags == ReadingFlags(ReadingFlag::Replayed));
}

void Ocpp16FrameTest::stop_reasons()
{
    const auto reason_of = [](const std::string &member) {
        return body_of<StopRequest>(decode(R"([2,"s","StopTransaction",{"transactionId":1,"meterStop":1,)" + member +
                                           R"("timestamp":"2026-11-24T10:00:00Z"}])"))
            .reason;
    };
    QVERIFY(reason_of("") == StopReason::Local);
    for (const char *word : {"DeAuthorized", "EmergencyStop", "EVDisconnected", "HardReset", "Local", "Other",
                             "PowerLoss", "Reboot", "Remote", "SoftReset", "UnlockCommand"})
        QVERIFY2(to_text(reason_of("\"reason\":\"" + std::string(word) + "\",")) == word, word);
    // No reasons of 1.6, though StopReason has them.
    QVERIFY(reason_of("\"reason\":\"HighTemperature\",") == StopReason::Other);
    QVERIFY(reason_of("\"reason\":\"\",") == StopReason::Other);
    QVERIFY(reason_of("\"reason\":\"GroundFault\",") == StopReason::Other);
}

void Ocpp16FrameTest::stop_is_always_understood_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<qint64>("transaction_id");
    QTest::addColumn<qint64>("meter_stop");  // −1: absent
    QTest::newRow("no payload") << QByteArray("]") << qint64(0) << qint64(-1);
    QTest::newRow("null") << QByteArray(",null]") << qint64(0) << qint64(-1);
    QTest::newRow("array") << QByteArray(",[]]") << qint64(0) << qint64(-1);
    QTest::newRow("empty") << QByteArray(",{}]") << qint64(0) << qint64(-1);
    QTest::newRow("strings") << QByteArray(R"(,{"transactionId":"12","meterStop":"34"}])") << qint64(12) << qint64(34);
    QTest::newRow("wrong types") << QByteArray(
                                        R"(,{"transactionId":{},"meterStop":[],"reason":5,"transactionData":"x"}])")
                                 << qint64(0) << qint64(-1);
    QTest::newRow("fraction") << QByteArray(R"(,{"transactionId":12.0,"meterStop":34.5}])") << qint64(12) << qint64(34);
    QTest::newRow("cut") << QByteArray(R"(,{"transactionId":12,"meterStop":34,"transactionData":[{"times)")
                         << qint64(12) << qint64(34);
    QTest::newRow("cut in a number") << QByteArray(R"(,{"transactionId":12,"meterStop":34)") << qint64(12)
                                     << qint64(-1);
    QTest::newRow("broken") << QByteArray(R"(,{"transactionId":12,,}])") << qint64(12) << qint64(-1);
    QTest::newRow("cut at once") << QByteArray() << qint64(0) << qint64(-1);
}

void Ocpp16FrameTest::stop_is_always_understood()
{
    QFETCH(QByteArray, rest);
    QFETCH(qint64, transaction_id);
    QFETCH(qint64, meter_stop);
    const std::string frame = R"([2,"id-1","StopTransaction")" + rest.toStdString();
    const Message message = decode(frame);
    const auto stop = body_of<StopRequest>(message);
    QCOMPARE(qint64(stop.transaction_id), transaction_id);
    QCOMPARE(qint64(stop.meter_stop.value_or(EnergyWh{-1}).value()), meter_stop);
    QVERIFY(stop.at == received_at);
    QVERIFY(!suspicions_of(message).isEmpty());
    QVERIFY(std::get<CallMessage>(message).message_id == "id-1");
}

void Ocpp16FrameTest::odd_transaction_ids_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("suspicion");
    QTest::newRow("-1") << QByteArray("-1") << qint64(-1) << text("transactionId -1");
    QTest::newRow("0") << QByteArray("0") << qint64(0) << text("transactionId 0");
    QTest::newRow("2^63-1") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max()
                            << text("transactionId 9223372036854775807");
    QTest::newRow("2^31") << QByteArray("2147483648") << qint64(2147483648) << text("transactionId 2147483648");
    QTest::newRow("2^31-1") << QByteArray("2147483647") << qint64(2147483647) << QString();
    QTest::newRow("2^63") << QByteArray("9223372036854775808") << qint64(0)
                          << text("transactionId is not a number of 64 bits");
}

void Ocpp16FrameTest::odd_transaction_ids()
{
    QFETCH(QByteArray, token);
    QFETCH(qint64, value);
    QFETCH(QString, suspicion);
    const Message stop = decode(R"([2,"1","StopTransaction",{"transactionId":)" + token.toStdString() +
                                R"(,"meterStop":1,"timestamp":"2026-11-24T10:00:00Z"}])");
    QCOMPARE(qint64(body_of<StopRequest>(stop).transaction_id), value);
    QCOMPARE(suspicions_of(stop), suspicion);
    const Message meter = decode(R"([2,"1","MeterValues",{"connectorId":1,"transactionId":)" + token.toStdString() +
                                 R"(,"meterValue":[]}])");
    QCOMPARE(qint64(body_of<MeterReport>(meter).transaction_id.value_or(0)), value);
}

void Ocpp16FrameTest::unset_clocks_of_a_start()
{
    const auto start_at = [](const std::string &time) {
        return decode(R"([2,"1","StartTransaction",{"connectorId":1,"idTag":"T","meterStart":1,"timestamp":")" + time +
                      R"("}])");
    };
    const Message unset = start_at("1970-01-01T00:00:09Z");
    QVERIFY(body_of<StartRequest>(unset).at == received_at);
    QVERIFY(body_of<StartRequest>(unset).is_clock_unset);
    QVERIFY(body_of<StartRequest>(start_at("yesterday")).is_clock_unset);
    QVERIFY(!body_of<StartRequest>(start_at("2026-11-24T09:00:00Z")).is_clock_unset);
    QCOMPARE(suspicions_of(unset), text("timestamp of an unset clock"));
    const Message future = start_at("2026-11-25T10:00:01Z");
    QVERIFY(body_of<StartRequest>(future).at == received_at);
    QCOMPARE(suspicions_of(future), text("timestamp in the future"));
    const Message zoneless = start_at("2026-11-24T09:00:00");
    QVERIFY(body_of<StartRequest>(zoneless).at == received_at - std::chrono::hours(1));
    QCOMPARE(suspicions_of(zoneless), text("timestamp without zone"));
    QCOMPARE(suspicions_of(start_at("yesterday")), text("timestamp cannot be read"));
}

void Ocpp16FrameTest::data_transfer_is_read()
{
    const auto report = body_of<DataTransferReport>(
        decode(R"([2,"1","DataTransfer",{"vendorId":"V","messageId":"M","data":{"a":[1]}}])"));
    QVERIFY(report.vendor_id == "V" && report.message_id == "M" && report.data == R"({"a":[1]})");
}

void Ocpp16FrameTest::refused_calls_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *frame, const char *code) {
        QTest::newRow(frame) << QByteArray(frame) << text(code);
    };
    row(R"([2,"1","Fly",{}])", "NotImplemented");
    row(R"([2,"1","heartbeat",{}])", "NotImplemented");
    row(R"([2,"1","FirmwareStatusNotification",{"status":"Idle"}])", "NotSupported");
    row(R"([2,"1","RemoteStopTransaction",{}])", "NotSupported");
    row(R"([2,"1","Authorize",{}])", "OccurenceConstraintViolation");
    row(R"([2,"1","Authorize",{"idTag":null}])", "OccurenceConstraintViolation");
    row(R"([2,"1","Authorize",{"idTag":{}}])", "TypeConstraintViolation");
    row(R"([2,"1","Authorize",[]])", "FormationViolation");
    row(R"([2,"1","Authorize",{"idTag":"a"])", "FormationViolation");
    row(R"([2,"1",5,{}])", "FormationViolation");
    row(R"([2,"1"])", "FormationViolation");
    row(R"([2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Melted"}])",
        "PropertyConstraintViolation");
    row(R"([2,"1","StatusNotification",{"errorCode":"NoError","status":"Available"}])", "OccurenceConstraintViolation");
    row(R"([2,"1","StatusNotification",{"connectorId":-1,"errorCode":"NoError","status":"Available"}])",
        "PropertyConstraintViolation");
    row(R"([2,"1","StartTransaction",{"connectorId":0,"idTag":"T","meterStart":1,"timestamp":"2026-11-24T10:00:00Z"}])",
        "PropertyConstraintViolation");
    row(R"([2,"1","StartTransaction",{"connectorId":1,"idTag":"T","timestamp":"2026-11-24T10:00:00Z"}])",
        "OccurenceConstraintViolation");
    row(R"([2,"1","StartTransaction",{"connectorId":1,"idTag":"T","meterStart":[],"timestamp":"2026-11-24T10:00:00Z"}])",
        "TypeConstraintViolation");
    row(R"([2,"1","MeterValues",{"connectorId":1}])", "OccurenceConstraintViolation");
    row(R"([2,"1","MeterValues",{"connectorId":1,"meterValue":{}}])", "TypeConstraintViolation");
    row(R"([2,"1","DataTransfer",{"data":"x"}])", "OccurenceConstraintViolation");
    row(R"([2,7,"Fly",{}])", "NotImplemented");
}

void Ocpp16FrameTest::refused_calls()
{
    QFETCH(QByteArray, frame);
    QFETCH(QString, code);
    const QString reply = reply_of(decode(frame.toStdString()));
    QVERIFY2(reply.startsWith(frame.contains(",7,") ? text("[4,\"7\",\"") : text("[4,\"1\",\"")), qPrintable(reply));
    QCOMPARE(reply.section(u'"', 3, 3), code);
    QVERIFY(reply.endsWith(text(",{}]")));
}

void Ocpp16FrameTest::frames_without_reply_data()
{
    QTest::addColumn<QByteArray>("frame");
    for (const char *frame : {"", "hello", "{}", "[]", "[2]", "[2,{},\"Heartbeat\",{}]", "[9,\"1\",{}]",
                              "[\"2\",\"1\"]", "[3]", "[4,null]", "[3,\"1\",{]"})
        QTest::newRow(frame) << QByteArray(frame);
    QTest::newRow("endless id") << QByteArray("[2,\"") + QByteArray(300, 'x') + "\",\"Heartbeat\",{}]";
}

void Ocpp16FrameTest::frames_without_reply()
{
    QFETCH(QByteArray, frame);
    const Message message = decode(frame.toStdString());
    QVERIFY(std::holds_alternative<DefectMessage>(message));
    QCOMPARE(reply_of(message), QString());
    QVERIFY(!std::get<DefectMessage>(message).report.why.empty());
}

void Ocpp16FrameTest::accepted_oddities_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("suspicion");
    const auto row = [](const QByteArray &frame, const char *what) { QTest::newRow(what) << frame << text(what); };
    row(R"([2,"1","Heartbeat"])", "payload is missing");
    row(R"([2,"1","Heartbeat",{},5])", "elements after the payload");
    row(R"([2,5,"Heartbeat",{}])", "message id is a number");
    row(R"([2,"","Heartbeat",{}])", "message id is empty");
    row("[2,\"" + QByteArray(37, 'x') + "\",\"Heartbeat\",{}]", "message id is longer than 36 characters");
    row("[2,\"1\",\"Authorize\",{\"idTag\":\"a\tb\"}]", "control characters in a string");
    row(R"([2,"1","Authorize",{"idTag":5}])", "idTag is not a string");
    row(R"([2,"1","Authorize",{"idTag":"123456789012345678901"}])", "idTag is longer than 20 characters");
    row(R"([2,"1","StartTransaction",{"connectorId":"1","idTag":"T","meterStart":1,"timestamp":"2026-11-24T10:00:00Z"}])",
        "connectorId is a string");
    row(R"([2,"1","StartTransaction",{"connectorId":1,"idTag":"T","meterStart":1.5,"timestamp":"2026-11-24T10:00:00Z"}])",
        "fractional Wh");
    row(R"([2,"1","StartTransaction",{"connectorId":1,"idTag":"T","meterStart":-4,"timestamp":"2026-11-24T10:00:00Z"}])",
        "meterStart is negative");
    row(R"([2,"1","StatusNotification",{"connectorId":1,"status":"Available"}])", "errorCode is missing");
}

void Ocpp16FrameTest::accepted_oddities()
{
    QFETCH(QByteArray, frame);
    QFETCH(QString, suspicion);
    QCOMPARE(suspicions_of(decode(frame.toStdString())), suspicion);
}

void Ocpp16FrameTest::results_and_errors()
{
    const Message result = decode(R"([3,"m-1",{"status":"Accepted"}])");
    QVERIFY(std::get<ResultMessage>(result).message_id == "m-1");
    QVERIFY(std::get<ResultMessage>(result).status == "Accepted");
    QVERIFY(std::get<ResultMessage>(decode(R"([3,"m-1"])")).status.empty());
    const auto error = std::get<ErrorMessage>(decode(R"([4,"m-2","NotSupported","no",{}])"));
    QVERIFY(error.message_id == "m-2" && error.code == "NotSupported" && error.text == "no");
}

QTEST_GUILESS_MAIN(Ocpp16FrameTest)
#include "ocpp16_frame_test.moc"
