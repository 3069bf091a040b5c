// SPDX-License-Identifier: GPL-3.0-or-later
// A desk on a shared store: a real server behind a cable that can be pulled, a daemon with its live
// feed, and what stands behind the windows of a desk.
#include <QtTest/QtTest>

#include <QSignalSpy>
#include <QTemporaryDir>

#include "app/sim/net/tcp_proxy.h"
#include "app/wiring/local_host.h"
#include "app/wiring/remote_host.h"
#include "models/workflow/registry_changes.h"
#include "tests/app/ctl_store.h"
#include "tests/support/furnish.h"
#include "tests/support/shared_shop.h"

using namespace aftercharge;

namespace {

constexpr int patience_ms = 30'000;

LiveClientOptions quick_feed()
{
    LiveClientOptions options;
    options.retry_first = std::chrono::milliseconds(100);
    options.retry_most = std::chrono::milliseconds(500);
    return options;
}

// What a future of the desk answers; the events go on meanwhile.
template<typename T>
Result<T> answer_of(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience_ms) || future.resultCount() == 0)
        return fail(ErrorCode::CommandTimeout, "no answer");
    return future.result();
}

}  // namespace

class RemoteHostTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void who_may_not_work_is_not_let_in();
    void a_decision_comes_back_by_the_feed();
    void a_pulled_cable_is_told_and_heals();
    void without_a_daemon_decisions_wait();

private:
    StoreUrl url(const std::string &login) const { return *parse_store_url(shop_->url(login)); }
    LoginPassword password(const std::string &login) const { return {shop_->login(login).password}; }
    Result<void> start_daemon();
    std::unique_ptr<RemoteHost> make_desk(const std::string &login) const
    {
        return std::make_unique<RemoteHost>(
            RemoteOptions{.store = url(login), .password = password(login), .feed = quick_feed()});
    }
    TicketDraft draft() const
    {
        TicketDraft made;
        made.kind = TicketKind::ChargingComplaint;
        made.order_no = order_no_;
        made.text = "the plug was hot";
        made.reason = "hot plug";
        return made;
    }

    QTemporaryDir folder_;
    std::unique_ptr<SharedShop> shop_;
    std::unique_ptr<sim::TcpProxy> cable_;
    std::unique_ptr<LocalHost> daemon_;
    OrderNo order_no_;
};

void RemoteHostTest::initTestCase()
{
    qputenv("XDG_STATE_HOME", folder_.path().toUtf8());
    auto shop = SharedShop::make(folder_.path().toStdString() + "/shop");
    QVERIFY2(shop.has_value(), shop ? "" : to_line(shop.error()).c_str());
    shop_ = std::move(*shop);
    auto store = open_shared_store(shop_->login("robot"), SharedRole::Daemon);
    QVERIFY2(store.has_value(), store ? "" : to_line(store.error()).c_str());
    Changes changes;
    const SystemClock clock;
    SystemRandom random;
    Work work{*store->ledger, *store->telemetry, clock, random, changes};
    const auto network = furnish_network(work, "CP-", 1, flat_tariff_json.toStdString());
    QVERIFY2(network.has_value(), network ? "" : to_line(network.error()).c_str());
    const auto order = charge_once(work, network->front());
    QVERIFY2(order.has_value(), order ? "" : to_line(order.error()).c_str());
    order_no_ = *order;
    const auto started = start_daemon();
    QVERIFY2(started.has_value(), started ? "" : to_line(started.error()).c_str());
    // The desk alone is behind the cable.
    cable_ = std::make_unique<sim::TcpProxy>(shop_->server().port());
    shop_->go_through(cable_->port());
}

void RemoteHostTest::cleanupTestCase()
{
    daemon_.reset();
    cable_.reset();
    shop_.reset();
}

Result<void> RemoteHostTest::start_daemon()
{
    auto host = LocalHost::start({.store = url("robot"),
                                  .key = password("robot"),
                                  .ocpp = {},
                                  .live = Endpoint{"127.0.0.1", 0},
                                  .customer = {}});
    if (!host)
        return pass_on(host);
    daemon_ = std::move(*host);
    return {};
}

void RemoteHostTest::who_may_not_work_is_not_let_in()
{
    const auto person = make_desk("ann")->connect();
    QVERIFY2(person.has_value(), person ? "" : to_line(person.error()).c_str());
    QCOMPARE(person->name.text(), std::string("ann"));
    QCOMPARE(person->role, Role::Agent);
    QCOMPARE(make_desk("robot")->connect().error().code, ErrorCode::OperatorNotPermitted);
    RemoteHost wrong({.store = url("ann"), .password = {"guess"}});
    QCOMPARE(wrong.connect().error().code, ErrorCode::StoreWrongKey);
    RemoteHost super(
        {.store = *parse_store_url(to_url(shop_->superuser().target)), .password = {shop_->superuser().password}});
    QCOMPARE(super.connect().error().code, ErrorCode::OperatorNotFound);
}

void RemoteHostTest::a_decision_comes_back_by_the_feed()
{
    const auto ann = make_desk("ann");
    const auto sue = make_desk("sue");
    QVERIFY(ann->connect() && sue->connect());
    QVERIFY(ann->login() && *ann->login() == *OperatorName::from_text("ann"));
    QVERIFY(!ann->serves_charge_points());
    ann->begin();
    sue->begin();
    QTRY_COMPARE_WITH_TIMEOUT(sue->feed().state().kind, FeedState::Live, patience_ms);
    QVERIFY(sue->status()->state().a_daemon_works);
    QCOMPARE(sue->status()->state().host, std::string("127.0.0.1"));
    // What was read around the feed while it was not there yet has been told by then.
    QTest::qWait(1'000);
    QSignalSpy rows(&sue->feed(), &LiveFeed::rowsChanged);
    const auto ticket = answer_of(ann->desk().open_ticket(draft()));
    QVERIFY2(ticket.has_value(), ticket ? "" : to_line(ticket.error()).c_str());
    // The other desk hears of it without asking: of this ticket, or that there is news of tickets.
    const auto heard = [&] {
        for (const QList<QVariant> &signal : rows) {
            for (const Changed &row : signal[0].value<QList<Changed>>()) {
                if (row.table == ChangedTable::Tickets && (row.id.empty() || row.id == ticket->ticket_no.text()))
                    return true;
            }
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(heard(), patience_ms);
    const auto read = answer_of(sue->desk().ticket(ticket->ticket_no));
    QVERIFY2(read.has_value(), read ? "" : to_line(read.error()).c_str());
    // Nobody is another than he logged in as.
    ann->desk().set_operator(*OperatorName::from_text("sue"));
    const auto other = answer_of(ann->desk().take_ticket(ticket->ticket_no, ticket->version));
    QCOMPARE(other.error().code, ErrorCode::OperatorNotPermitted);
}

void RemoteHostTest::a_pulled_cable_is_told_and_heals()
{
    const auto desk = make_desk("ann");
    QVERIFY(desk->connect().has_value());
    desk->begin();
    QTRY_COMPARE_WITH_TIMEOUT(desk->feed().state().kind, FeedState::Live, patience_ms);
    QSignalSpy again(&desk->feed(), &LiveFeed::resynchronised);
    cable_->cut();
    QElapsedTimer outage;
    outage.start();
    QTRY_VERIFY_WITH_TIMEOUT(desk->status()->state().unreachable_since, patience_ms);
    QVERIFY2(outage.elapsed() < 5'000, QByteArray::number(outage.elapsed()).constData());
    // What is decided now is kept, and the thread of the windows goes on.
    outage.restart();
    const auto decided = desk->desk().open_ticket(draft());
    QVERIFY2(outage.elapsed() < 100, QByteArray::number(outage.elapsed()).constData());
    QTest::qWait(3'000);
    QVERIFY(!decided.isFinished());
    again.clear();
    cable_->heal();
    QTRY_VERIFY_WITH_TIMEOUT(!desk->status()->state().unreachable_since, patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(!again.isEmpty(), patience_ms);
    const auto ticket = answer_of(decided);
    QVERIFY2(ticket.has_value(), ticket ? "" : to_line(ticket.error()).c_str());
    const auto network = answer_of(desk->desk().network());
    QVERIFY2(network.has_value(), network ? "" : to_line(network.error()).c_str());
}

void RemoteHostTest::without_a_daemon_decisions_wait()
{
    const auto desk = make_desk("ann");
    QVERIFY(desk->connect().has_value());
    desk->begin();
    QTRY_COMPARE_WITH_TIMEOUT(desk->feed().state().kind, FeedState::Live, patience_ms);
    daemon_.reset();
    QTRY_COMPARE_WITH_TIMEOUT(desk->feed().state().kind, FeedState::Lost, patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(!desk->status()->state().a_daemon_works, patience_ms);
    // Around the feed that is lost the pages are told to read again, every two seconds.
    QSignalSpy rows(&desk->feed(), &LiveFeed::rowsChanged);
    QTRY_VERIFY_WITH_TIMEOUT(rows.size() >= 2, patience_ms);
    const auto decided = desk->desk().open_ticket(draft());
    QTest::qWait(1'000);
    QVERIFY(!decided.isFinished());
    const auto started = start_daemon();
    QVERIFY2(started.has_value(), started ? "" : to_line(started.error()).c_str());
    const auto ticket = answer_of(decided);
    QVERIFY2(ticket.has_value(), ticket ? "" : to_line(ticket.error()).c_str());
    QTRY_COMPARE_WITH_TIMEOUT(desk->feed().state().kind, FeedState::Live, patience_ms);
    QTRY_VERIFY(desk->status()->state().a_daemon_works);
}

QTEST_GUILESS_MAIN(RemoteHostTest)
#include "remote_host_test.moc"
