// SPDX-License-Identifier: GPL-3.0-or-later
// afterchargectl on a shared store, as it is: a real server, a real daemon, logins with passwords.
#include <QtTest/QtTest>

#include <memory>

#include "app/sim/postgres/postgres_server.h"
#include "models/store/sql/migrations.h"
#include "models/store/sql/shared_store.h"
#include "tests/app/ctl_store.h"
#include "tests/app/goods_files.h"

using namespace aftercharge;

namespace {

const QString database = QStringLiteral("shop");

class TestClock : public Clock {
public:
    UtcTime now() const override { return parse_iso8601("2026-11-24T08:00:00.000Z").value(); }
};

}  // namespace

class CtlSharedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init_makes_the_store_once();
    void who_does_not_belong_does_not_come_in();
    void people_are_an_administrators_affair();
    void a_person_is_who_he_logged_in_as();
    void a_daemons_login_works_as_on_a_local_store();
    void a_persons_login_reads_and_hands_in();
    void what_a_person_decides_is_carried_out_by_a_daemon();
    void a_closed_login_does_not_come_in();
    void the_store_is_told_about();
    void an_older_schema_is_refused_until_it_is_upgraded();

private:
    QString url(const QString &login, const QString &name = database) const
    {
        return text("postgresql://%1@127.0.0.1:%2/%3").arg(login).arg(server_->port()).arg(name);
    }
    QString file_of(const QString &login) const { return ctl_.path(login + text(".pw")); }
    bool write_password(const QString &login, const QByteArray &password) const
    {
        const QString file = ctl_.write(login + text(".pw"), password + "\n");
        return QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    // Under the login, with its password's file.
    CtlRun as(const QString &login, const QString &line) const { return at(url(login), login, line); }
    CtlRun at(const QString &store, const QString &login, const QString &line) const
    {
        return ctl_.run_words(QProcess::splitCommand(line) +
                              QStringList{text("--store"), store, text("--key-file"), file_of(login), text("--json")});
    }
    QStringList names(const CtlRun &run, const char *field) const
    {
        QStringList found;
        for (const QJsonValue value : run.array())
            found << value.toObject().value(text(field)).toString();
        return found;
    }
    // One line with a stable code, and nothing printed.
    static bool refused(const CtlRun &run, int status, const QByteArray &code)
    {
        const bool right = run.status == status && run.err.startsWith(code) && run.err.count('\n') == 1;
        if (!right)
            qWarning("%d %s", run.status, run.err.constData());
        return right;
    }
    static bool done(const CtlRun &run)
    {
        if (run.status != 0)
            qWarning("%d %s", run.status, run.err.constData());
        return run.status == 0;
    }

    std::unique_ptr<sim::PostgresServer> server_;
    CtlStore ctl_;
};

void CtlSharedTest::initTestCase()
{
    sim::PostgresOptions options;
    options.fsync = false;
    auto started = sim::PostgresServer::start(options);
    QVERIFY2(started, started ? "" : to_line(started.error()).c_str());
    server_ = std::move(*started);
    QVERIFY(write_password(text("postgres"), QByteArray::fromStdString(server_->password())));
    for (const char *login : {"admin", "worker-1", "lin", "m.sato", "stranger"})
        QVERIFY(write_password(text(login), QByteArray("the password of ") + login));
}

void CtlSharedTest::cleanupTestCase()
{
    server_.reset();
}

void CtlSharedTest::init_makes_the_store_once()
{
    const QString line = text(
                             "store init --network Test --time-zone Asia/Shanghai --password-file %1 --worker worker-1 "
                             "--worker-password-file %2")
                             .arg(file_of(text("admin")), file_of(text("worker-1")));
    // A password that nobody could use makes nothing.
    QVERIFY(write_password(text("short"), "1234567"));
    QVERIFY(refused(as(text("postgres"), text("store init --network Test --password-file ") + file_of(text("short"))),
                    1, "input.invalid"));
    QCOMPARE(*server_->query("SELECT count(*) FROM pg_database WHERE datname = 'shop'"), std::string("0"));

    const CtlRun made = as(text("postgres"), line);
    QVERIFY(done(made));
    QCOMPARE(made.field_names().join(u' '), text("store store_id name currency time_zone operator worker"));
    QCOMPARE(made.object()[text("store")].toString(), url(text("postgres")));
    QCOMPARE(made.object()[text("operator")].toString(), text("admin"));
    QCOMPARE(made.object()[text("worker")].toString(), text("worker-1"));
    QVERIFY(refused(as(text("postgres"), line), 1, "store.exists"));
}

void CtlSharedTest::who_does_not_belong_does_not_come_in()
{
    QVERIFY(refused(at(url(text("admin")), text("stranger"), text("operator list")), 3, "store.wrong_key"));
    QVERIFY(refused(as(text("stranger"), text("operator list")), 3, "store.wrong_key"));
    QVERIFY(refused(at(url(text("postgres"), text("nowhere")), text("postgres"), text("operator list")), 3,
                    "store.not_found"));
    // A database, but none of ours.
    QVERIFY(refused(at(url(text("postgres"), text("postgres")), text("postgres"), text("operator list")), 3,
                    "store.foreign_file"));
    QVERIFY(refused(at(text("postgresql://admin@127.0.0.1:1/shop"), text("admin"), text("operator list")), 3,
                    "store.unreachable"));
    // A password that others could read is none.
    QVERIFY(QFile::setPermissions(file_of(text("stranger")), QFileDevice::ReadOwner | QFileDevice::ReadOther));
    QVERIFY(refused(as(text("stranger"), text("operator list")), 3, "store.key_file_invalid"));
}

void CtlSharedTest::people_are_an_administrators_affair()
{
    const QString add = text("operator add %1 --role %2 --limit %3 --password-file %4");
    const QString lin = add.arg(text("lin"), text("agent"), text("30.00"), file_of(text("lin")));
    const QString sato = add.arg(text("m.sato"), text("supervisor"), text("2000.00"), file_of(text("m.sato")));
    QVERIFY(refused(as(text("worker-1"), lin), 1, "operator.not_permitted"));
    QVERIFY(refused(as(text("postgres"), lin), 1, "operator.not_permitted"));
    const CtlRun added = as(text("admin"), lin);
    QVERIFY(done(added));
    QCOMPARE(added.object()[text("role")].toString(), text("agent"));
    QCOMPARE(added.object()[text("limit_minor")].toInt(), 3000);
    QVERIFY(refused(as(text("admin"), lin), 1, "operator.exists"));
    QVERIFY(refused(as(text("lin"), sato), 1, "operator.not_permitted"));
    QVERIFY(done(as(text("admin"), sato)));
    const CtlRun list = as(text("lin"), text("operator list"));
    QVERIFY(done(list));
    QStringList people = names(list, "name");
    people.sort();
    QCOMPARE(people.join(u' '), text("admin lin m.sato worker-1"));

    const CtlRun limited = as(text("admin"), text("operator set-limit lin 45.00"));
    QVERIFY(done(limited));
    QCOMPARE(limited.object()[text("limit_minor")].toInt(), 4500);
    QVERIFY(refused(as(text("admin"), text("operator set-limit admin 45.00")), 1, "operator.not_permitted"));
    QVERIFY(refused(as(text("admin"), text("operator set-limit nobody 45.00")), 1, "operator.not_found"));

    QVERIFY(write_password(text("renewed"), "quite another password"));
    QVERIFY(done(as(text("admin"), text("operator set-password lin --password-file ") + file_of(text("renewed")))));
    QVERIFY(refused(as(text("lin"), text("operator list")), 3, "store.wrong_key"));
    QVERIFY(write_password(text("lin"), "quite another password"));
    QVERIFY(done(as(text("lin"), text("operator list"))));
}

void CtlSharedTest::a_person_is_who_he_logged_in_as()
{
    QVERIFY(refused(as(text("lin"), text("ticket assign T-1 --to lin --as m.sato")), 1, "operator.not_permitted"));
    QVERIFY(refused(as(text("admin"), text("operator set-limit lin 1.00 --as m.sato")), 1, "operator.not_permitted"));
    QVERIFY(done(as(text("admin"), text("operator set-limit lin 30.00 --as admin"))));
}

void CtlSharedTest::a_daemons_login_works_as_on_a_local_store()
{
    const QString worker = text("worker-1");
    QVERIFY(done(as(worker, text("station add ST-1 --name Pudong --time-zone Asia/Shanghai"))));
    const QString tariff = ctl_.write(text("tariff.json"), flat_tariff_json);
    QVERIFY(done(as(worker, text("tariff import ") + tariff)));
    QVERIFY(done(as(worker, text("charge-point add CP-1 --station ST-1 --tariff T1 --password-file ") +
                                file_of(text("renewed")))));
    QVERIFY(done(as(worker, text("member add M-7 --name Wang --id-tag TAG7"))));
    QVERIFY(done(as(worker, text("member top-up M-7 100.00"))));
    QCOMPARE(as(worker, text("member show M-7")).object()[text("available_minor")].toInt(), 10'000);
    const QString orders = ctl_.write(text("orders.json"), goods_files::orders_json());
    const CtlRun imported = as(worker, text("goods import ") + orders);
    QVERIFY(done(imported));
    // Whose rights count is who is said to act.
    QVERIFY(refused(as(worker, text("station add ST-2 --name Puxi --time-zone Asia/Shanghai --as lin")), 1,
                    "operator.not_permitted"));
    QVERIFY(done(as(text("lin"), text("order show G-1001"))));
}

void CtlSharedTest::a_persons_login_reads_and_hands_in()
{
    const QString lin = text("lin");
    for (const char *line : {"member show M-7", "charge-point list", "tariff list", "goods list", "refund list",
                             "ticket list", "session list", "claim list", "gateway list", "audit verify"})
        QVERIFY2(done(as(lin, text(line))), line);
    // What is no decision takes a login that writes.
    for (const char *line : {"member add M-8 --name Li", "member top-up M-7 1.00",
                             "station add ST-3 --name Puxi --time-zone Asia/Shanghai", "token issue --desk lin"})
        QVERIFY2(refused(as(text("admin"), text(line)), 1, "operator.not_permitted"), line);
    QVERIFY(refused(as(lin, text("store backup ") + ctl_.path(text("copy"))), 1, "input.invalid"));
}

void CtlSharedTest::what_a_person_decides_is_carried_out_by_a_daemon()
{
    QProcess daemon;
    daemon.setProcessEnvironment(ctl_.environment());
    daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    daemon.start(CtlStore::program(text("aftercharged")),
                 {text("--store"), url(text("worker-1")), text("--key-file"), file_of(text("worker-1"))});
    QVERIFY(QTest::qWaitFor([&] { return daemon.canReadLine(); }, 30'000));
    QCOMPARE(daemon.readLine(), QByteArray("ready\n"));

    const CtlRun opened = as(text("lin"), text("ticket open --order G-1003 --kind REFUND --text \"arrived broken\""));
    QVERIFY(done(opened));
    const QString ticket = opened.object()[text("ticket_no")].toString();
    QVERIFY(!ticket.isEmpty());
    const CtlRun assigned = as(text("lin"), text("ticket assign %1 --to m.sato").arg(ticket));
    QVERIFY(done(assigned));
    QCOMPARE(assigned.object()[text("assigned_to")].toString(), text("m.sato"));

    // Above his limit it waits for another; who asked does not approve.
    const CtlRun asked = as(text("lin"),
                            text("refund request --order G-1003 --line 1:2 --reason DAMAGED --ticket ") + ticket);
    QVERIFY(done(asked));
    const QString refund = asked.object()[text("refund_no")].toString();
    QCOMPARE(asked.object()[text("requested_by")].toString(), text("lin"));
    QVERIFY(asked.object()[text("approved_by")].isNull());
    const CtlRun own = as(text("lin"), text("refund approve ") + refund);
    QCOMPARE(own.status, 1);
    QVERIFY2(own.err.startsWith("refund."), own.err.constData());
    QVERIFY(refused(as(text("m.sato"), text("refund approve %1 --amount 1.00").arg(refund)), 1, "refund.changed"));
    const CtlRun approved = as(text("m.sato"), text("refund approve ") + refund);
    QVERIFY(done(approved));
    QCOMPARE(approved.object()[text("approved_by")].toString(), text("m.sato"));
    // A rule of the workflow comes back as it would from an engine of one's own.
    QVERIFY(refused(as(text("lin"), text("refund request --order G-1003 --line 1:2 --reason DAMAGED")), 1,
                    "order_item.units_not_left"));

    daemon.terminate();
    QVERIFY(daemon.waitForFinished(20'000));
    QCOMPARE(daemon.exitCode(), 0);
}

void CtlSharedTest::a_closed_login_does_not_come_in()
{
    const CtlRun closed = as(text("admin"), text("operator disable lin"));
    QVERIFY(done(closed));
    QCOMPARE(closed.object()[text("disabled")].toBool(), true);
    QVERIFY(refused(as(text("lin"), text("operator list")), 3, "store.wrong_key"));
    QVERIFY(refused(as(text("admin"), text("operator disable admin")), 1, "operator.not_permitted"));
}

void CtlSharedTest::the_store_is_told_about()
{
    for (const char *login : {"worker-1", "admin", "postgres"}) {
        const CtlRun info = as(text(login), text("store info"));
        QVERIFY2(done(info), login);
        QCOMPARE(info.object()[text("store")].toString(), url(text(login)));
        QVERIFY(info.object()[text("warnings")].isArray());
        const CtlRun verified = as(text(login), text("store verify"));
        QVERIFY2(done(verified), login);
        QCOMPARE(verified.object()[text("intact")].toBool(), true);
        QCOMPARE(verified.object()[text("ledger_sum_minor")].toInt(), 0);
        QVERIFY(verified.object()[text("chain_entries")].toInt() > 5);
    }
}

void CtlSharedTest::an_older_schema_is_refused_until_it_is_upgraded()
{
    SharedLocation location;
    location.target.user = server_->superuser();
    location.target.hosts = {{server_->host(), static_cast<std::uint16_t>(server_->port())}};
    location.target.database = "older";
    location.password = server_->password();
    location.state_folder = ctl_.path(text("older_state")).toStdString();
    const auto made = at(url(text("postgres"), text("older")), text("postgres"),
                         text("store init --network Old --password-file ") + file_of(text("renewed")));
    // The login of another store on this server is not this one's to give.
    QVERIFY(refused(made, 1, "operator.exists"));
    {
        const auto desk = connect_shared(location, SharedRole::Owner, SharedSchema::Desk, Access::ReadWrite);
        const auto ledger = connect_shared(location, SharedRole::Owner, SharedSchema::Ledger, Access::ReadWrite);
        QVERIFY(desk && ledger);
        const auto rights = migrations_of(Schema::Desk);
        const auto tables = migrations_of(Schema::Ledger);
        const auto down = migrate(**desk, *rights, 0, TestClock().now()).and_then([&] {
            return migrate(**ledger, *tables, static_cast<int>(tables->size()) - 1, TestClock().now());
        });
        QVERIFY2(down, down ? "" : to_line(down.error()).c_str());
    }
    const QString older = url(text("postgres"), text("older"));
    const CtlRun old = at(older, text("postgres"), text("store info"));
    QVERIFY(refused(old, 3, "store.foreign_file"));
    QVERIFY(old.err.contains("store upgrade"));
    QVERIFY(done(at(older, text("postgres"), text("store upgrade"))));
    QVERIFY(done(at(older, text("postgres"), text("store info"))));
    QVERIFY(refused(at(url(text("postgres"), text("postgres")), text("postgres"), text("store upgrade")), 3,
                    "store.foreign_file"));
}

QTEST_GUILESS_MAIN(CtlSharedTest)
#include "ctl_shared_test.moc"
