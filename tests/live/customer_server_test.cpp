// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/customer_server.h"

#include "tests/live/live_fixture.h"

using namespace aftercharge;
using namespace aftercharge::live_test;

class CustomerServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void desks_and_strangers_are_refused();
    void customer_sees_only_his_order();
    void ended_order_shows_its_final_state();
    void unknown_order_is_answered_and_closed();
    void notices_come_live_and_on_reconnect_once();
    void complaint_is_answered_with_its_number();
    void refused_complaints_data();
    void refused_complaints();
    void one_complaint_at_a_time();
    void answer_after_the_customer_left_is_dropped();
    void malformed_is_answered_and_counted();
    void one_token_has_eight_connections();
    void a_goods_order_has_no_session_and_all_its_notices();
    void a_goods_complaint_names_its_parcel();
    void a_goods_complaint_without_a_parcel();
    void refused_goods_complaints_data();
    void refused_goods_complaints();

private:
    FixedClock clock_;
    FakeTokens tokens_;
    std::unique_ptr<FakeSource> source_;
    std::unique_ptr<CustomerServer> server_;
    quint16 port_ = 0;
};

void CustomerServerTest::init()
{
    source_ = std::make_unique<FakeSource>();
    source_->sessions = {running_session("O-1"), running_session("O-2"), settled(running_session("O-9"))};
    source_->buyers = {{OrderNo::from_text("G-1").value(), MemberId::from_text("M-7").value()},
                       {OrderNo::from_text("G-2").value(), MemberId()}};
    server_ = std::make_unique<CustomerServer>(*source_, *source_, tokens_, clock_);
    port_ = server_->listen(QHostAddress::LocalHost, 0).value_or(quint16{0});
}

void CustomerServerTest::cleanup()
{
    server_.reset();
}

void CustomerServerTest::desks_and_strangers_are_refused()
{
    QCOMPARE(status_line(port_, {}), QByteArray("HTTP/1.1 401 Unauthorized"));
    QCOMPARE(status_line(port_, "Authorization: Bearer desk\r\n"), QByteArray("HTTP/1.1 401 Unauthorized"));
    QCOMPARE(status_line(port_, "Authorization: Bearer order:O-1\r\nOrigin: null\r\n"),
             QByteArray("HTTP/1.1 403 Forbidden"));
    QCOMPARE(status_line(port_, "Authorization: Bearer order:O-1\r\n"), QByteArray("HTTP/1.1 101 Switching Protocols"));
}

void CustomerServerTest::customer_sees_only_his_order()
{
    TestSocket first(port_, "order:O-1");
    TestSocket second(port_, "order:O-2");
    QTRY_COMPARE(first.count<frames::Snapshot>(), 1);
    QTRY_COMPARE(second.count<frames::Snapshot>(), 1);
    QVERIFY(std::holds_alternative<frames::Hello>(first.heard.at(0)));
    QVERIFY(first.all<frames::Snapshot>()[0].sessions == std::vector{source_->sessions[0]});

    Changes changes = sessions_only({running_session("O-1"), settled(running_session("O-2")), running_session("O-3")});
    changes.notices = {fault_notice("O-2", 1)};
    changes.rows = {{ChangedTable::Tickets, "T-1", 1}};
    changes.events = {suspect_event()};
    server_->on_changes(changes);
    QTRY_COMPARE(first.count<frames::Samples>(), 1);
    QTRY_COMPARE(second.count<frames::Session>(), 2);
    QTRY_COMPARE(second.count<Notice>(), 1);
    QCOMPARE(first.heard.size(), std::size_t{3});
    QCOMPARE(first.all<frames::Samples>()[0].sessions.size(), std::size_t{1});
    QCOMPARE(first.all<frames::Samples>()[0].sessions[0].order_no.text(), std::string("O-1"));
    const std::vector<frames::Session> expected{{frames::SessionEvent::Stopped, settled(running_session("O-2"))},
                                                {frames::SessionEvent::Settled, settled(running_session("O-2"))}};
    QVERIFY(second.all<frames::Session>() == expected);
    QCOMPARE(second.heard.size(), std::size_t{5});  // hello, snapshot, stopped, settled, notice
}

void CustomerServerTest::one_token_has_eight_connections()
{
    TestSocket other(port_, "order:O-2");
    QTRY_COMPARE(other.count<frames::Snapshot>(), 1);
    std::vector<std::unique_ptr<TestSocket>> sockets;
    for (int i = 0; i < 12; ++i) {
        sockets.push_back(std::make_unique<TestSocket>(port_, "order:O-1"));
        QTRY_COMPARE(sockets.back()->count<frames::Snapshot>(), 1);
    }
    QTRY_COMPARE(server_->counts().clients, 9);
    for (std::size_t i = 0; i < sockets.size(); ++i)
        QCOMPARE(sockets[i]->socket.state() == QAbstractSocket::ConnectedState, i >= 4);
    QCOMPARE(other.socket.state(), QAbstractSocket::ConnectedState);
}

void CustomerServerTest::ended_order_shows_its_final_state()
{
    source_->notices = {fault_notice("O-9", 1)};
    TestSocket customer(port_, "order:O-9");
    QTRY_COMPARE(customer.count<Notice>(), 1);
    QVERIFY(customer.all<frames::Snapshot>()[0].sessions == std::vector{settled(running_session("O-9"))});
}

void CustomerServerTest::unknown_order_is_answered_and_closed()
{
    TestSocket customer(port_, "order:O-77");
    QTRY_COMPARE(customer.count<Error>(), 1);
    QCOMPARE(customer.all<Error>()[0].code, ErrorCode::OrderNotFound);
    QTRY_COMPARE(customer.socket.state(), QAbstractSocket::UnconnectedState);
}

void CustomerServerTest::notices_come_live_and_on_reconnect_once()
{
    {
        TestSocket customer(port_, "order:O-1");
        QTRY_COMPARE(customer.count<frames::Snapshot>(), 1);
        QCOMPARE(customer.count<Notice>(), 0);
        server_->on_changes(notices_only({fault_notice("O-1", 1)}));
        QTRY_COMPARE(customer.count<Notice>(), 1);
        QVERIFY(customer.all<Notice>()[0] == fault_notice("O-1", 1));
    }
    QTRY_COMPARE(server_->counts().clients, 0);
    source_->notices = {fault_notice("O-1", 1), fault_notice("O-1", 2)};
    TestSocket customer(port_, "order:O-1");
    QTRY_COMPARE(customer.count<Notice>(), 2);
    // Published while the history was read: it was in it already.
    server_->on_changes(notices_only({fault_notice("O-1", 2), fault_notice("O-1", 3)}));
    QTRY_COMPARE(customer.count<Notice>(), 3);
    QTest::qWait(400);
    const std::vector expected{fault_notice("O-1", 1), fault_notice("O-1", 2), fault_notice("O-1", 3)};
    QVERIFY(customer.all<Notice>() == expected);
}

void CustomerServerTest::complaint_is_answered_with_its_number()
{
    TestSocket customer(port_, "order:O-1");
    QTRY_COMPARE(customer.count<frames::Snapshot>(), 1);
    customer.send(R"({"ticket":{"kind":"CHARGING_COMPLAINT","order_no":"O-1","shipment_no":"","reason":"多扣费",
        "text":"too much","evidence":[{"name":"a.txt","media_type":"text/plain","base64":"aGVsbG8="}]}})");
    QTRY_COMPARE(customer.count<frames::TicketAnswer>(), 1);
    QCOMPARE(customer.all<frames::TicketAnswer>()[0].ticket_no.text(), std::string("T-20931"));
    QCOMPARE(source_->drafts.size(), std::size_t{1});
    const TicketDraft &draft = source_->drafts[0];
    QCOMPARE(draft.kind, TicketKind::ChargingComplaint);
    QCOMPARE(draft.order_no.text(), std::string("O-1"));
    QCOMPARE(draft.reason, std::string("多扣费"));
    QCOMPARE(draft.text, std::string("too much"));
    QCOMPARE(draft.evidence.at(0).bytes, std::string("hello"));
    QVERIFY(draft.actor == (Actor{Source::Customer, "M-O-1"}));
}

void CustomerServerTest::refused_complaints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("another's order") << QByteArray(R"({"ticket":{"kind":"REFUND","order_no":"O-2","text":"x"}})");
    QTest::newRow("shipment") << QByteArray(
        R"({"ticket":{"kind":"REFUND","order_no":"O-1","shipment_no":"S-1","text":"x"}})");
    QTest::newRow("the system's kind") << QByteArray(
        R"({"ticket":{"kind":"PAYMENT_FAILED","order_no":"O-1","text":"x"}})");
    QTest::newRow("no words") << QByteArray(R"({"ticket":{"kind":"REFUND","order_no":"O-1","text":""}})");
    QTest::newRow("selection") << QByteArray(R"({"subscribe":{"stations":[]}})");
}

void CustomerServerTest::refused_complaints()
{
    QFETCH(QByteArray, text);
    TestSocket customer(port_, "order:O-1");
    QTRY_COMPARE(customer.count<frames::Snapshot>(), 1);
    customer.send(text);
    QTRY_COMPARE(customer.count<Error>(), 1);
    QCOMPARE(customer.all<Error>()[0].code, ErrorCode::InputInvalid);
    QVERIFY(source_->drafts.empty());
}

void CustomerServerTest::one_complaint_at_a_time()
{
    source_->hold = true;
    TestSocket customer(port_, "order:O-1");
    QTRY_COMPARE(customer.count<frames::Snapshot>(), 1);
    const QByteArray complaint = R"({"ticket":{"kind":"REFUND","order_no":"O-1","text":"x"}})";
    customer.send(complaint);
    customer.send(complaint);
    QTRY_COMPARE(customer.count<Error>(), 1);
    QCOMPARE(customer.count<frames::TicketAnswer>(), 0);
    source_->held(fail(ErrorCode::StoreDiskFull, "no space"));
    QTRY_COMPARE(customer.count<Error>(), 2);
    QCOMPARE(customer.all<Error>()[1].code, ErrorCode::StoreDiskFull);
    source_->hold = false;
    customer.send(complaint);
    QTRY_COMPARE(customer.count<frames::TicketAnswer>(), 1);
}

void CustomerServerTest::answer_after_the_customer_left_is_dropped()
{
    source_->hold = true;
    {
        TestSocket customer(port_, "order:O-1");
        QTRY_COMPARE(customer.count<frames::Snapshot>(), 1);
        customer.send(R"({"ticket":{"kind":"REFUND","order_no":"O-1","text":"x"}})");
        QTRY_VERIFY(([&] {
            const std::scoped_lock lock(source_->mutex);
            return static_cast<bool>(source_->held);
        }()));
    }
    QTRY_COMPARE(server_->counts().clients, 0);
    source_->held(TicketNo::from_text("T-1").value());
    server_.reset();
    source_->held(TicketNo::from_text("T-1").value());  // and after the server
    QCOMPARE(source_->drafts.size(), std::size_t{1});
}

void CustomerServerTest::malformed_is_answered_and_counted()
{
    TestSocket customer(port_, "order:O-1");
    QTRY_COMPARE(customer.count<frames::Snapshot>(), 1);
    customer.send("{\"ticket\":");
    QTRY_COMPARE(customer.count<Error>(), 1);
    QCOMPARE(server_->counts().malformed, 1);
    QCOMPARE(customer.socket.state(), QAbstractSocket::ConnectedState);
}

namespace {

Notice refund_done(int number)
{
    Notice notice = fault_notice("G-1", static_cast<std::uint8_t>(number));
    notice.kind = NoticeKind::GoodsRefundDone;
    notice.values = {{"amount", "27.00"}, {"currency", "CNY"}, {"external_refund_id", "re_1"}};
    return notice;
}

}  // namespace

void CustomerServerTest::a_goods_order_has_no_session_and_all_its_notices()
{
    source_->notices = {refund_done(1), refund_done(2)};
    TestSocket customer(port_, "order:G-1");
    QTRY_COMPARE(customer.count<Notice>(), 2);
    QCOMPARE(customer.count<frames::Snapshot>(), 1);
    QVERIFY(std::holds_alternative<frames::Hello>(customer.heard.at(0)));
    QVERIFY(customer.all<frames::Snapshot>()[0].sessions.empty());

    Changes changes = sessions_only({running_session("O-1")});
    changes.notices = {refund_done(2), refund_done(3), fault_notice("O-1", 4)};
    server_->on_changes(changes);
    QTRY_COMPARE(customer.count<Notice>(), 3);
    QTest::qWait(400);
    const std::vector expected{refund_done(1), refund_done(2), refund_done(3)};
    QVERIFY(customer.all<Notice>() == expected);
    QCOMPARE(customer.all<Notice>()[0].values.at("external_refund_id"), std::string("re_1"));
    QCOMPARE(customer.heard.size(), std::size_t{5});  // hello, snapshot, three notices
    QVERIFY(customer.wrong.isEmpty());
}

void CustomerServerTest::a_goods_complaint_names_its_parcel()
{
    TestSocket customer(port_, "order:G-1");
    QTRY_COMPARE(customer.count<frames::Snapshot>(), 1);
    customer.send(R"({"ticket":{"kind":"CLAIM","order_no":"G-1","shipment_no":"S-1","reason":"破损",
        "text":"broken","evidence":[{"name":"a.txt","media_type":"text/plain","base64":"aGVsbG8="},
        {"name":"b.txt","media_type":"text/plain","base64":"d29ybGQ="}]}})");
    QTRY_COMPARE(customer.count<frames::TicketAnswer>(), 1);
    QCOMPARE(customer.all<frames::TicketAnswer>()[0].ticket_no.text(), std::string("T-20931"));
    QCOMPARE(source_->drafts.size(), std::size_t{1});
    const TicketDraft &draft = source_->drafts[0];
    QCOMPARE(draft.kind, TicketKind::Claim);
    QCOMPARE(draft.order_no.text(), std::string("G-1"));
    QCOMPARE(draft.shipment_no.text(), std::string("S-1"));
    QCOMPARE(draft.reason, std::string("破损"));
    QCOMPARE(draft.text, std::string("broken"));
    QCOMPARE(draft.evidence.size(), std::size_t{2});
    QCOMPARE(draft.evidence[1].name, std::string("b.txt"));
    QCOMPARE(draft.evidence[1].bytes, std::string("world"));
    QVERIFY(draft.actor == (Actor{Source::Customer, "M-7"}));
}

void CustomerServerTest::a_goods_complaint_without_a_parcel()
{
    TestSocket customer(port_, "order:G-2");
    QTRY_COMPARE(customer.count<frames::Snapshot>(), 1);
    customer.send(R"({"ticket":{"kind":"REFUND","order_no":"G-2","text":"changed my mind"}})");
    QTRY_COMPARE(customer.count<frames::TicketAnswer>(), 1);
    QCOMPARE(source_->drafts.size(), std::size_t{1});
    QVERIFY(source_->drafts[0].shipment_no.is_empty());
    QVERIFY(source_->drafts[0].actor == (Actor{Source::Customer, "customer"}));
}

void CustomerServerTest::refused_goods_complaints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("another's order") << QByteArray(
        R"({"ticket":{"kind":"CLAIM","order_no":"G-2","shipment_no":"S-1","text":"x"}})");
    QTest::newRow("no shipment number") << QByteArray(
        R"({"ticket":{"kind":"CLAIM","order_no":"G-1","shipment_no":"S 1\u0007","text":"x"}})");
}

void CustomerServerTest::refused_goods_complaints()
{
    QFETCH(QByteArray, text);
    TestSocket customer(port_, "order:G-1");
    QTRY_COMPARE(customer.count<frames::Snapshot>(), 1);
    customer.send(text);
    QTRY_COMPARE(customer.count<Error>(), 1);
    QVERIFY(source_->drafts.empty());
    // One that is refused does not stand in the way of the next.
    customer.send(R"({"ticket":{"kind":"CLAIM","order_no":"G-1","shipment_no":"S-1","text":"x"}})");
    QTRY_COMPARE(customer.count<frames::TicketAnswer>(), 1);
}

QTEST_GUILESS_MAIN(CustomerServerTest)
#include "customer_server_test.moc"
