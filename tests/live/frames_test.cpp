// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "models/live/frames.h"
#include "models/live/http_upgrade.h"
#include "models/live/notice_text.h"
#include "tests/live/live_samples.h"

using namespace aftercharge;
using namespace aftercharge::live_test;

class FramesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_frame_comes_back_data();
    void every_frame_comes_back();
    void sample_has_the_documented_fields();
    void integers_are_exact();
    void wrong_frames_are_refused_data();
    void wrong_frames_are_refused();
    void ticket_request_comes_back();
    void wrong_requests_are_refused_data();
    void wrong_requests_are_refused();
    void every_notice_speaks_both_languages();
    void fault_stop_has_the_words_of_the_specification();
    void rejection_passes_the_reason_on();
    void upgrade_is_parsed();
};

Q_DECLARE_METATYPE(aftercharge::frames::Frame)

void FramesTest::every_frame_comes_back_data()
{
    QTest::addColumn<frames::Frame>("frame");
    SessionView bare = running_session("O-2");
    bare.voltage.reset();
    bare.current.reset();
    bare.power.reset();
    bare.soc.reset();
    SessionView full = running_session("O-1");
    full.soc = SocPermille{613};
    full.estimated_end = at("2026-11-24T09:00:00.000Z");
    full.connection = Connection::Offline;
    QTest::newRow("hello") << frames::Frame(frames::Hello{1, at("2026-11-24T08:00:00.123Z")});
    QTest::newRow("snapshot") << frames::Frame(frames::Snapshot{{full, bare, settled(full)}});
    QTest::newRow("empty snapshot") << frames::Frame(frames::Snapshot{});
    QTest::newRow("session") << frames::Frame(frames::Session{frames::SessionEvent::Settled, settled(full)});
    QTest::newRow("changed") << frames::Frame(Changed{ChangedTable::Refunds, "R-1", 7});
    QTest::newRow("notice") << frames::Frame(fault_notice("O-1", 1));
    QTest::newRow("events") << frames::Frame(frames::DeviceEvents{{suspect_event()}});
    QTest::newRow("ticket") << frames::Frame(frames::TicketAnswer{TicketNo::from_text("T-20931").value()});
    QTest::newRow("error") << frames::Frame(Error{ErrorCode::OrderNotFound, "no such order"});
}

void FramesTest::every_frame_comes_back()
{
    QFETCH(frames::Frame, frame);
    const auto decoded = frames::decode(frames::encode(frame));
    QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
    QVERIFY(*decoded == frame);
}

void FramesTest::sample_has_the_documented_fields()
{
    const SessionView view = running_session("O-1");
    const QByteArray text = frames::encode(frames::Samples{{view}});
    QCOMPARE(text, frames::join_samples({frames::encode_sample(view)}));
    const QJsonObject sample = QJsonDocument::fromJson(text)[QLatin1String("samples")][0].toObject();
    const QJsonObject expected = QJsonDocument::fromJson(R"({
        "order_no": "O-1", "t": "2026-11-24T08:10:00.250Z", "voltage_mv": 401250, "current_ma": 149500,
        "power_w": 59986, "soc_permille": null, "energy_wh": 9998, "fee_minor": 1234, "currency": "CNY",
        "estimated_end": null, "health": ["METER_FAST", "SILENT"],
        "charge_point_id": "CP-ST-1", "connector_id": 2, "state": "CHARGING", "connection": "ONLINE",
        "received_at": "2026-11-24T08:10:01.000Z"})")
                                     .object();
    QCOMPARE(sample, expected);

    SessionView older = view;
    older.energy = EnergyWh{1};
    older.fee = cny(1);
    older.health = 0;
    const auto decoded = frames::decode(text);
    QVERIFY(decoded.has_value());
    frames::apply_sample(older, std::get<frames::Samples>(*decoded).sessions.at(0));
    QVERIFY(older == view);
}

void FramesTest::integers_are_exact()
{
    SessionView view = running_session("O-1");
    view.fee = cny(999'999'999'999'999);
    view.energy = EnergyWh{9'007'199'254'740'993};  // 2^53 + 1: not a double
    const auto decoded = frames::decode(frames::encode(frames::Snapshot{{view}}));
    QVERIFY(decoded.has_value());
    QVERIFY(std::get<frames::Snapshot>(*decoded).sessions.at(0) == view);
}

void FramesTest::wrong_frames_are_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no json") << QByteArray("{\"hello\":");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("unknown") << QByteArray(R"({"weather":{}})");
    QTest::newRow("two keys") << QByteArray(R"({"hello":{},"error":{}})");
    QTest::newRow("samples no array") << QByteArray(R"({"samples":{}})");
    const QByteArray good = frames::encode(frames::Samples{{running_session("O-1")}});
    QTest::newRow("fraction of a minor unit") << QByteArray(good).replace("\"fee_minor\":1234", "\"fee_minor\":12.5");
    QTest::newRow("amount as text") << QByteArray(good).replace("\"fee_minor\":1234", "\"fee_minor\":\"1234\"");
    QTest::newRow("currency") << QByteArray(good).replace("CNY", "QQQ");
    QTest::newRow("state") << QByteArray(good).replace("CHARGING", "SLEEPING");
    QTest::newRow("time without zone") << QByteArray(good).replace("08:10:00.250Z", "08:10:00.250");
    QTest::newRow("connector") << QByteArray(good).replace("\"connector_id\":2", "\"connector_id\":-2");
    QTest::newRow("order number") << QByteArray(good).replace("O-1", "O 1");
}

void FramesTest::wrong_frames_are_refused()
{
    QFETCH(QByteArray, text);
    const auto decoded = frames::decode(text);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::InputInvalid);
}

void FramesTest::ticket_request_comes_back()
{
    frames::TicketRequest ticket;
    ticket.kind = TicketKind::ChargingComplaint;
    ticket.order_no = OrderNo::from_text("O-1").value();
    ticket.reason = "多扣费";
    ticket.text = "I was charged twice";
    ticket.evidence = {{"a.png", "image/png", std::string("\x89PNG\0\xff", 6)}};
    const auto decoded = frames::decode_request(frames::encode(ticket));
    QVERIFY(decoded.has_value());
    const auto &back = std::get<frames::TicketRequest>(*decoded);
    QCOMPARE(back.kind, ticket.kind);
    QVERIFY(back.order_no == ticket.order_no);
    QCOMPARE(back.reason, ticket.reason);
    QCOMPARE(back.text, ticket.text);
    QCOMPARE(back.evidence.size(), std::size_t{1});
    QCOMPARE(back.evidence[0].bytes, ticket.evidence[0].bytes);

    const frames::Subscribe subscribe{{StationId::from_text("ST-1").value()}};
    const auto selected = frames::decode_request(frames::encode(subscribe));
    QVERIFY(selected.has_value());
    QVERIFY(std::get<frames::Subscribe>(*selected) == subscribe);
    const auto all = frames::decode_request(R"({"subscribe":{}})");
    QVERIFY(all.has_value());
    QVERIFY(std::get<frames::Subscribe>(*all).stations.empty());
}

void FramesTest::wrong_requests_are_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    frames::TicketRequest ticket;
    ticket.order_no = OrderNo::from_text("O-1").value();
    ticket.text = "words";
    const auto with = [&](auto change) {
        frames::TicketRequest changed = ticket;
        change(changed);
        return frames::encode(changed);
    };
    const std::string large(max_evidence_bytes, 'x');
    QVERIFY(frames::decode_request(frames::encode(ticket)).has_value());
    QTest::newRow("no json") << QByteArray("hi");
    QTest::newRow("unknown") << QByteArray(R"({"delete":{}})");
    QTest::newRow("kind") << frames::encode(ticket).replace("CHARGING_COMPLAINT", "WISH");
    QTest::newRow("no text") << with([](auto &t) { t.text.clear(); });
    QTest::newRow("long text") << with([](auto &t) { t.text.assign(max_ticket_text_bytes + 1, 'x'); });
    QTest::newRow("long reason") << with([](auto &t) { t.reason.assign(frames::max_reason_bytes + 1, 'x'); });
    QTest::newRow("many files") << with([](auto &t) {
        t.evidence.assign(max_evidence_files + 1, {"a", "image/png", "x"});
    });
    QTest::newRow("large file") << with([&](auto &t) { t.evidence = {{"a", "image/png", large + "x"}}; });
    QTest::newRow("large together") << with([&](auto &t) { t.evidence.assign(5, {"a", "image/png", large}); });
    QTest::newRow("empty file") << with([](auto &t) { t.evidence = {{"a", "image/png", ""}}; });
    QTest::newRow("not base64") << with([](auto &t) {
                                       t.evidence = {{"a", "image/png", "abc"}};
                                   }).replace("YWJj", "YW*j");
    QTest::newRow("station") << QByteArray(R"({"subscribe":{"stations":["a b"]}})");
    QTest::newRow("stations") << QByteArray(R"({"subscribe":{"stations":"all"}})");
}

void FramesTest::wrong_requests_are_refused()
{
    QFETCH(QByteArray, text);
    const auto decoded = frames::decode_request(text);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::InputInvalid);
}

void FramesTest::every_notice_speaks_both_languages()
{
    for (const auto &entry : text_table(NoticeKind{})) {
        Notice notice;
        notice.kind = entry.value;
        const NoticeText text = notice_text(notice);
        QVERIFY2(QString::fromStdString(text.zh_cn).endsWith(QStringLiteral("。")), entry.text.data());
        QVERIFY2(text.en.ends_with('.') && text.en.size() > 10, entry.text.data());
    }
}

void FramesTest::fault_stop_has_the_words_of_the_specification()
{
    const Notice notice = fault_notice("O-1", 1);
    const NoticeText text = notice_text(notice);
    QCOMPARE(text.zh_cn, std::string("充电异常结束，余额已退回，费用 ¥12.34，退回 ¥37.66。"));
    QCOMPARE(text.en, std::string("Charging ended by a fault; the rest was returned to your balance; fee ¥12.34; "
                                  "returned ¥37.66."));
    const QJsonObject frame = QJsonDocument::fromJson(frames::encode(notice))[QLatin1String("notice")].toObject();
    QCOMPARE(frame[QLatin1String("kind")].toString(), QStringLiteral("FAULT_STOP_RETURNED"));
    QCOMPARE(frame[QLatin1String("text")][QLatin1String("zh_CN")].toString().toStdString(), text.zh_cn);
    QCOMPARE(frame[QLatin1String("text")][QLatin1String("en")].toString().toStdString(), text.en);
    QCOMPARE(frame[QLatin1String("values")][QLatin1String("fee")].toString(), QStringLiteral("12.34"));
}

void FramesTest::rejection_passes_the_reason_on()
{
    Notice notice;
    notice.kind = NoticeKind::ComplaintRejected;
    notice.values = {{"ticket_no", "T-1"}, {"reason", "The meter was checked!"}};
    QCOMPARE(notice_text(notice).en, std::string("Your complaint was not accepted; ticket T-1. Reason: The meter was "
                                                 "checked!"));
    QCOMPARE(notice_text(notice).zh_cn, std::string("投诉未通过，工单号 T-1，原因：The meter was checked!"));
}

void FramesTest::upgrade_is_parsed()
{
    const QByteArray head =
        "GET /live HTTP/1.1\r\nHost: a\r\nUPGRADE: WebSocket\r\nAuthorization: bearer  t0k \r\n\r\n";
    QVERIFY(!upgrade_head_size(head.chopped(1)));
    QCOMPARE(upgrade_head_size(head + "more").value(), head.size());
    const auto request = parse_upgrade(head);
    QVERIFY(request.has_value());
    QCOMPARE(request->path, QByteArray("/live"));
    QCOMPARE(request->header("upgrade"), QByteArray("WebSocket"));
    QCOMPARE(request->bearer_token(), QByteArray("t0k"));
    QVERIFY(!request->has_header("origin"));
    QVERIFY(!parse_upgrade("GET /\r\n\r\n"));
    QVERIFY(!parse_upgrade("GET / HTTP/1.1\r\nno colon\r\n\r\n"));
    QVERIFY(refusal_text(401).startsWith("HTTP/1.1 401 Unauthorized\r\n"));
}

QTEST_GUILESS_MAIN(FramesTest)
#include "frames_test.moc"
