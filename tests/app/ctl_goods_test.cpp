// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QDateTime>
#include <QFile>
#include <QTest>
#include <QTimeZone>

#include "tests/app/ctl_programs.h"
#include "tests/app/goods_files.h"

using namespace aftercharge;
using namespace aftercharge::goods_files;

// Goods after-sales with the real programs: afterchargectl decides, aftercharged carries it to the
// sandboxes of aftercharge-sim and hears their webhooks. In the order of the slots.
class CtlGoodsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(programs_.store().init().status, 0);
        QCOMPARE(run(text("operator add alice --role agent --limit 50.00")).status, 0);
        QCOMPARE(run(text("operator add bob --role supervisor --limit 1000.00")).status, 0);
        QVERIFY(programs_.start_sandboxes(sandbox_script));
    }

    void gateway_accounts_are_taken_from_private_files()
    {
        const QString stripe = programs_.account_file(text("stripe"));
        QVERIFY(
            QFile::setPermissions(stripe, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup));
        refused("gateway set " + stripe.toUtf8(), "input.invalid", "0600");
        QVERIFY(QFile::setPermissions(stripe, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        refused("gateway set " + stripe.toUtf8() + " --as alice", "operator.not_permitted");
        QCOMPARE(programs_.json(text("gateway list")).array().size(), 0);
        for (const char *name : {"stripe", "wechat_pay", "easypost"}) {
            const CtlRun set = programs_.json(text("gateway set ") + programs_.account_file(text(name)));
            QCOMPARE(set.err, QByteArray());
            QCOMPARE(set.object()[text("gateway")].toString(), QString::fromUtf8(name).toUpper());
            QVERIFY(set.object()[text("changed_at")].toString() > text("2020"));
        }
        const CtlRun list = programs_.json(text("gateway list"));
        QCOMPARE(list.array().size(), 3);
        QCOMPARE(list.field_names(), fields("gateway,base_url,settings,secrets,changed_at"));
        QVERIFY(list.out.contains("\"merchant_private_key\""));
        QVERIFY(run(text("gateway list")).out.contains("WECHAT_PAY"));
    }

    void a_gateway_file_that_is_wrong_is_not_taken_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no TOML") << QByteArray("gateway = \"STRIPE\"\napi_key = sk_live_leaked_1\n");
        QTest::newRow("unknown gateway") << QByteArray("gateway = \"PAYPAL\"\n[secrets]\nkey = \"sk_live_leaked_1\"\n");
        QTest::newRow("unknown key") << QByteArray("gateway = \"STRIPE\"\napi_key = \"sk_live_leaked_1\"\n");
        QTest::newRow("no webhook secret")
            << QByteArray("gateway = \"STRIPE\"\n[secrets]\napi_key = \"sk_live_leaked_1\"\n");
        QTest::newRow("not a string") << QByteArray(
            "gateway = \"STRIPE\"\n[secrets]\napi_key = [\"sk_live_leaked_1\"]\n");
        QTest::newRow("plain http") << QByteArray("gateway = \"STRIPE\"\nbase_url = \"http://example.com\"\n[secrets]\n"
                                                  "api_key = \"sk_live_leaked_1\"\nwebhook_secret = \"whsec_x\"\n");
    }
    void a_gateway_file_that_is_wrong_is_not_taken()
    {
        QFETCH(QByteArray, content);
        const QString file = programs_.store().write(text("wrong.toml"), content);
        QVERIFY(QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const CtlRun wrong = run(text("gateway set ") + file);
        QCOMPARE(wrong.status, 1);
        QVERIFY2(wrong.err.startsWith("input.invalid"), wrong.err.constData());
        QVERIFY2(!wrong.out.contains("leaked") && !wrong.err.contains("leaked"), wrong.err.constData());
    }

    void orders_are_imported_and_the_refused_reported()
    {
        const QString file = programs_.store().write(text("orders.json"), orders_json());
        refused("goods import " + file.toUtf8() + " --as alice", "operator.not_permitted");
        const CtlRun first = programs_.json(text("goods import ") + file);
        QCOMPARE(first.err, QByteArray());
        QCOMPARE(first.status, 0);
        check_report(first, 5, 5, "G-1009");
        const CtlRun second = programs_.json(text("goods import ") +
                                             programs_.store().write(text("orders.csv"), orders_csv));
        QCOMPARE(second.status, 0);
        check_report(second, 1, 0, "G-2002");
        // A second time there is nothing left to take.
        const CtlRun again = programs_.json(text("goods import ") + file);
        QCOMPARE(again.status, 1);
        QVERIFY2(again.err.startsWith("input.invalid"), again.err.constData());
        QCOMPARE(again.object()[text("refused")].toArray().size(), 6);
        refused("goods import " + programs_.store().write(text("none.json"), "[{]").toUtf8(), "input.invalid");
        QCOMPARE(programs_.json(text("goods list")).array().size(), 6);
        QCOMPARE(programs_.json(text("goods list --state PAID --text G-200")).array().size(), 1);
    }

    void an_order_shows_its_lines_and_its_parcels()
    {
        const CtlRun shown = programs_.json(text("order show G-1001"));
        QCOMPARE(
            shown.field_names(),
            fields("order_no,kind,state,member_id,currency,paid_minor,refunded_minor,locked_by,ordered_at,"
                   "refundable_minor,gateway_allows_minor,payments,items,order_discount_applied,shipments,refunds"));
        const QJsonObject order = shown.object();
        QCOMPARE(order[text("kind")].toString(), text("goods"));
        QCOMPARE(order[text("paid_minor")].toInteger(), 19200);
        QCOMPARE(order[text("ordered_at")].toString(), text("2026-11-20T01:00:00.000Z"));
        QCOMPARE(order[text("items")][0][text("discount_minor")].toInteger(), 2000);
        QCOMPARE(order[text("items")][0][text("total_minor")].toInteger(), 19200);
        QCOMPARE(order[text("payments")][0][text("external_id")].toString(), text("ch_1001"));
        QCOMPARE(order[text("shipments")][0][text("shipment_no")].toString(), text("S-1001"));
        QVERIFY(run(text("order show G-1001")).out.contains("192.00 CNY"));
        QCOMPARE(run(text("order log G-1001")).status, 0);
        const QJsonObject explained = programs_.json(text("order explain G-1001")).object();
        QCOMPARE(explained[text("units")].toArray().size(), 2);
        QCOMPARE(explained[text("units")][0][text("share_minor")].toInteger(), 9600);
        refused("order show G-404", "order.not_found");
    }

    // From here on somebody carries it out.
    void before_shipment_it_is_refunded_whole_after_an_approval()
    {
        QVERIFY(programs_.start_daemon());
        refused("refund request --order G-1001 --before-shipment --line 1:1 --reason RETURNED --as alice", {}, {}, 2);
        const CtlRun asked = programs_.json(
            text("refund request --order G-1001 --before-shipment --reason CUSTOMER_REQUEST --as alice"));
        QCOMPARE(asked.err, QByteArray());
        const QString number = asked.object()[text("refund_no")].toString();
        QCOMPARE(asked.object()[text("status")].toString(), text("INIT"));
        QVERIFY(asked.object()[text("approved_by")].isNull());
        QCOMPARE(programs_.json(text("order show G-1001")).object()[text("locked_by")].toString(), number);
        QCOMPARE(programs_.json(text("refund list --waiting")).array().size(), 1);
        refused("shipment buy-label S-1001 --as alice", "order.locked");
        refused("refund approve " + number.toUtf8() + " --as alice", "refund.own_request");
        refused("refund approve " + number.toUtf8() + " --amount 191.00 --as bob", "refund.changed");
        QCOMPARE(run(text("refund approve ") + number + text(" --amount 192.00 --as bob")).status, 0);
        QVERIFY(programs_.await(text("refund show ") + number, text("status"), text("SUCCESS")));
        const CtlRun shown = programs_.json(text("refund show ") + number);
        QCOMPARE(shown.field_names(),
                 fields("refund_no,kind,order_no,ticket_id,amount_minor,currency,status,reason_code,"
                        "initiator,requested_by,approved_by,external_refund_id,items"));
        const QJsonObject refund = shown.object();
        QVERIFY(refund[text("external_refund_id")].toString().startsWith(text("re_")));
        QCOMPARE(refund[text("amount_minor")].toInteger(), 19200);
        QCOMPARE(refund[text("approved_by")].toString(), text("bob"));
        QCOMPARE(
            refund[text("items")][0],
            (QJsonObject{{text("order_item_id"), text("1")}, {text("quantity"), 2}, {text("amount_minor"), 19200}}));
        const QJsonObject order = programs_.json(text("order show G-1001")).object();
        QCOMPARE(order[text("state")].toString(), text("REFUNDED"));
        QCOMPARE(order[text("shipments")][0][text("status")].toString(), text("CANCELLED"));
        QVERIFY(order[text("locked_by")].isNull());
        const CtlRun log = programs_.json(text("order log G-1001"));
        QCOMPARE(log.field_names(), fields("order_no,at,from_state,to_state,event,actor_source,actor_name,note"));
        QCOMPARE(log.array().last()[text("to_state")].toString(), text("REFUNDED"));
        QCOMPARE(log.array().last()[text("actor_source")].toString(), text("ADMIN"));
    }

    void lines_are_refunded_up_to_what_was_paid()
    {
        const CtlRun cable = programs_.json(
            text("refund request --order G-2001 --line 1:1 --reason DAMAGED --as alice"));
        QCOMPARE(cable.err, QByteArray());
        const CtlRun one = programs_.json(text("refund request --order G-1003 --line 1:1 --reason DAMAGED --as alice"));
        QCOMPARE(one.object()[text("amount_minor")].toInteger(), 3000);
        QVERIFY(await_refund(cable, "SUCCESS") && await_refund(one, "SUCCESS"));
        QCOMPARE(programs_.json(text("order show G-2001")).object()[text("state")].toString(), text("REFUNDED"));
        const QJsonObject order = programs_.json(text("order show G-1003")).object();
        QCOMPARE(order[text("state")].toString(), text("PAID"));
        QCOMPARE(order[text("refunded_minor")].toInteger(), 3000);
        QCOMPARE(order[text("refundable_minor")].toInteger(), 6000);
        refused("refund request --order G-1003 --line 1:3 --reason DAMAGED --as bob", "order_item.units_not_left");
        refused("refund request --order G-1003 --line 1:2 --amount 60.01 --reason DAMAGED --as bob",
                "refund.exceeds_paid");
        refused("refund request --order G-1003 --line 7:1 --reason DAMAGED --as bob", "order_item.not_found");
        refused("refund request --order G-1003 --reason DAMAGED --as bob", "input.invalid");
        refused("refund request --order G-1003 --line 1 --reason DAMAGED --as bob", {}, {}, 2);
        refused("refund request --order G-1001 --line 1:1 --reason DAMAGED --as bob", "state.not_allowed");
    }

    void what_fails_at_the_gateway_is_tried_again_or_paid_by_hand()
    {
        const CtlRun first = programs_.json(
            text("refund request --order G-1005 --line 1:1 --reason RETURNED --as bob"));
        const CtlRun other = programs_.json(
            text("refund request --order G-1006 --line 1:1 --reason RETURNED --as bob"));
        refused("refund retry " + number_of(first).toUtf8() + " --as bob", "refund.not_failed");
        QVERIFY(await_refund(first, "FAIL") && await_refund(other, "FAIL"));
        const CtlRun again = programs_.json(text("refund retry ") + number_of(first) + text(" --as bob"));
        QCOMPARE(again.err, QByteArray());
        QVERIFY(number_of(again) != number_of(first));
        QVERIFY(await_refund(again, "SUCCESS"));
        QVERIFY(run(text("refund show ") + number_of(again)).out.contains(number_of(first).toUtf8()));
        refused("refund by-hand " + number_of(other).toUtf8() + " --as bob", {}, {}, 2);
        const CtlRun paid = programs_.json(text("refund by-hand ") + number_of(other) +
                                           text(" --proof \"bank 77\" --as bob"));
        QCOMPARE(paid.err, QByteArray());
        QCOMPARE(paid.object()[text("kind")].toString(), text("BY_HAND"));
        QCOMPARE(paid.object()[text("status")].toString(), text("SUCCESS"));
        QVERIFY(paid.object()[text("external_refund_id")].isNull());
        QVERIFY(run(text("refund show ") + number_of(paid)).out.contains("bank 77"));
        QCOMPARE(programs_.json(text("order show G-1006")).object()[text("state")].toString(), text("REFUNDED"));
        refused("refund retry " + number_of(other).toUtf8() + " --as bob", "refund.not_failed");
    }

    void a_lost_parcel_is_sent_again()
    {
        refused("shipment advance S-1003 CREATED --as alice", "state.not_allowed");
        refused("shipment show S-404", "shipment.not_found");
        const CtlRun lost = programs_.json(text("shipment advance S-1003 LOST --note \"no scan\" --as alice"));
        QCOMPARE(lost.err, QByteArray());
        QCOMPARE(lost.field_names(),
                 fields("shipment_no,order_no,ticket_id,status,purpose,carrier,ext_external_id,tracking_no,label_url,"
                        "insured_minor,label_refund,created_at,shipment_item,shipment_status_log,claims"));
        QCOMPARE(lost.object()[text("status")].toString(), text("LOST"));
        QCOMPARE(lost.object()[text("shipment_status_log")].toArray().last()[text("source")].toString(),
                 text("MANUAL"));
        const QString to = programs_.store().write(text("to.json"), address_json);
        refused("reship create --order G-1003 --line 1:3 --address " + to.toUtf8() + " --as alice",
                "order_item.units_not_left");
        const QString bad = programs_.store().write(text("bad.json"), R"({"street":"1 Century Avenue"})");
        refused("reship create --order G-1003 --line 1:1 --address " + bad.toUtf8() + " --as alice", "address.invalid");
        const CtlRun made = programs_.json(text("reship create --order G-1003 --line 1:2 --as alice --address ") + to);
        QCOMPARE(made.err, QByteArray());
        QCOMPARE(made.object()[text("purpose")].toString(), text("RESHIPMENT"));
        const QString parcel = made.object()[text("shipment_no")].toString();
        QVERIFY(programs_.await(text("shipment show ") + parcel, text("status"), text("LABEL_CREATED")));
        const QJsonObject sent = programs_.json(text("shipment show ") + parcel).object();
        QVERIFY(!sent[text("tracking_no")].toString().isEmpty());
        QCOMPARE(sent[text("shipment_item")][0][text("quantity")].toInteger(), 2);
        refused("refund request --order G-1003 --line 1:1 --reason LOST --as bob", "order_item.units_not_left");
    }

    void a_claim_goes_to_the_carrier_and_what_it_denies_is_covered()
    {
        refused("claim open --shipment S-1002 --type DAMAGE --amount 99.00 --as alice --evidence " + photo().toUtf8(),
                "shipment.not_left");
        QCOMPARE(run(text("shipment buy-label S-1002 --as alice")).status, 0);
        QVERIFY(programs_.await(text("shipment show S-1002"), text("status"), text("LABEL_CREATED")));
        QCOMPARE(run(text("shipment advance S-1002 IN_TRANSIT --as alice")).status, 0);
        QCOMPARE(programs_.json(text("order log G-1002")).array().last()[text("to_state")].toString(),
                 text("FULFILLED"));
        QCOMPARE(run(text("shipment advance S-1002 DAMAGED --as alice")).status, 0);
        refused("claim open --shipment S-1003 --type LOSS --amount 9.00 --as alice --evidence " + photo().toUtf8(),
                "shipment.not_insured");
        refused("claim open --shipment S-1002 --type DAMAGE --amount 99.00 --up-to 99.01 --as alice --evidence " +
                    photo().toUtf8(),
                "refund.exceeds_paid");
        const CtlRun opened = programs_.json(
            text("claim open --shipment S-1002 --type DAMAGE --amount 99.00 --up-to 60.00 --as alice --evidence ") +
            photo());
        QCOMPARE(opened.err, QByteArray());
        QCOMPARE(opened.field_names(),
                 fields("claim_no,shipment_no,order_no,ticket_id,type,status,approval,amount_minor,up_to_minor,"
                        "approved_minor,currency,claim_id,carrier_words,decision,requested_by,approved_by,opened_at,"
                        "closed_at,description,lines_worth_minor,evidence,log,refunds"));
        QCOMPARE(opened.object()[text("approval")].toString(), text("WAITING"));
        const QString claim = opened.object()[text("claim_no")].toString();
        QCOMPARE(programs_.json(text("claim list --waiting")).array().size(), 1);
        refused("claim approve " + claim.toUtf8() + " --as alice", "claim.own_request");
        QCOMPARE(run(text("claim approve ") + claim + text(" --up-to 60.00 --as bob")).status, 0);
        QVERIFY(programs_.await(text("claim show ") + claim, text("status"), text("EVIDENCE_REQUESTED")));
        const CtlRun handed = programs_.json(text("claim evidence ") + claim + text(" --as alice ") + photo());
        QCOMPARE(handed.err, QByteArray());
        // The carrier's service takes no later evidence: a person is told to send it.
        const QString ticket = handed.object()[text("ticket_id")].toString();
        QVERIFY(programs_.await(text("ticket show ") + ticket,
                                [](const CtlRun &said) { return said.out.contains("by hand, and marked as sent"); }));
        QVERIFY(programs_.json(text("claim show ") + claim).object()[text("evidence")][1][text("sent_at")].isNull());
        QCOMPARE(run(text("claim evidence ") + claim + text(" --sent-by-hand --as alice")).status, 0);
        const QJsonObject submitted = programs_.json(text("claim show ") + claim).object();
        QCOMPARE(submitted[text("status")].toString(), text("EVIDENCE_SUBMITTED"));
        QCOMPARE(submitted[text("evidence")][1][text("by_hand")].toBool(), true);
        const QString tracking = programs_.json(text("shipment show S-1002")).object()[text("tracking_no")].toString();
        QVERIFY(programs_.tell_carrier(text("evidence"), tracking_of(tracking)).contains("done"));
        QVERIFY(programs_.await(text("claim show ") + claim, text("status"), text("DENIED")));
        refused("claim decide " + claim.toUtf8() + " --none --as bob", "input.invalid");
        refused("claim decide " + claim.toUtf8() + " --none --cover --as bob", {}, {}, 2);
        const CtlRun decided = programs_.json(text("claim decide ") + claim + text(" --cover --as bob"));
        QCOMPARE(decided.err, QByteArray());
        QCOMPARE(decided.object()[text("status")].toString(), text("CLOSED"));
        QCOMPARE(decided.object()[text("decision")].toString(), text("PLATFORM_COVERS"));
        const QString refund = decided.object()[text("refunds")][0][text("refund_no")].toString();
        QVERIFY(programs_.await(text("refund show ") + refund, text("status"), text("SUCCESS")));
        QCOMPARE(programs_.json(text("refund show ") + refund).object()[text("amount_minor")].toInteger(), 9900);
    }

    void what_does_not_fit_is_listed_and_resolved()
    {
        const QString tracking = programs_.json(text("shipment show S-1002")).object()[text("tracking_no")].toString();
        QVERIFY(
            programs_.tell_carrier(text("track"), tracking_of(tracking, R"(,"status":"delivered")")).contains("done"));
        QVERIFY(programs_.await(text("discrepancy list"), text("entity_id"), text("S-1002")));
        const CtlRun list = programs_.json(text("discrepancy list"));
        QCOMPARE(list.field_names(), fields("id,kind,entity,entity_id,order_no,detail,found_at,resolved_at,resolved_by,"
                                            "resolution"));
        const int open = static_cast<int>(list.array().size());
        const QString id = list.array()[0][text("id")].toString();
        QCOMPARE(list.array()[0][text("kind")].toString(), text("GATEWAY_CONTRADICTS"));
        const CtlRun done = programs_.json(text("discrepancy resolve ") + id + text(" --how \"asked\" --as bob"));
        QCOMPARE(done.object()[text("resolved_by")].toString(), text("bob"));
        QCOMPARE(programs_.json(text("discrepancy list")).array().size(), open - 1);
        QCOMPARE(programs_.json(text("discrepancy list --all")).array().size(), open);
    }

    void a_day_is_reconciled()
    {
        const QString day =
            QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Asia/Shanghai")).date().toString(Qt::ISODate);
        refused("reconcile run 2026-13-01 --as bob", "input.invalid");
        const CtlRun started = programs_.json(text("reconcile run ") + day + text(" --as bob"));
        QCOMPARE(started.err, QByteArray());
        const QString id = started.object()[text("id")].toString();
        QVERIFY(programs_.await(text("reconcile list"),
                                [](const CtlRun &said) { return said.array()[0][text("finished_at")].isString(); }));
        const CtlRun list = programs_.json(text("reconcile list"));
        QCOMPARE(list.field_names(), fields("id,day,run_by,started_at,finished_at,refunds,differing"));
        QCOMPARE(list.array()[0][text("differing")].toInteger(-1), 0);
        const CtlRun shown = programs_.json(text("reconcile show ") + id);
        QCOMPARE(shown.array().size(), list.array()[0][text("refunds")].toInteger());
        QVERIFY(shown.array().size() >= 6);
        for (const QJsonValue &row : shown.array())
            QVERIFY2(row[text("agrees")].toBool(), shown.out.constData());
    }

    void a_customer_of_a_goods_order_complains_with_his_token()
    {
        refused("token issue --order G-404", "order.not_found");
        const CtlRun token = programs_.json(text("token issue --order G-1003"));
        QCOMPARE(token.object()[text("order_no")].toString(), text("G-1003"));
        const QString file = programs_.store().write(text("token"),
                                                     token.object()[text("token")].toString().toUtf8() + '\n');
        const CtlRun said = programs_.sim(
            {text("customer"), text("--url"), text("ws://127.0.0.1:%1").arg(programs_.customer_port()),
             text("--token-file"), file, text("--order"), text("G-1003"), text("--kind"), text("EXCEPTION"),
             text("--shipment"), text("S-1003"), text("--complain"), text("it never came"), text("--until"),
             text("ticket"), text("--limit"), text("20")});
        QVERIFY2(said.status == 0, said.out.constData());
        const QJsonArray tickets = programs_.json(text("ticket list")).array();
        const auto mine = std::find_if(tickets.begin(), tickets.end(), [](const QJsonValue &ticket) {
            return ticket[text("order_no")].toString() == text("G-1003");
        });
        QVERIFY(mine != tickets.end());
        QCOMPARE((*mine)[text("kind")].toString(), text("EXCEPTION"));
        QCOMPARE((*mine)[text("shipment_no")].toString(), text("S-1003"));
    }

    void nothing_said_a_secret_and_the_books_are_right()
    {
        QCOMPARE(programs_.stop_daemon(), 0);
        const CtlRun verified = programs_.json(text("store verify"));
        QCOMPARE(verified.object()[text("intact")].toBool(), true);
        QCOMPARE(verified.object()[text("ledger_sum_minor")].toInteger(-1), 0);
        const QByteArray said = programs_.everything_said();
        QVERIFY(said.contains("SendRefund") || said.contains("SEND_REFUND"));
        const QByteArrayList secrets = programs_.secrets();
        QVERIFY(secrets.size() > 10);
        for (const QByteArray &secret : secrets)
            QVERIFY2(!said.contains(secret), secret.left(4).constData());
    }

private:
    static QStringList fields(const char *names) { return text(names).split(QLatin1Char(',')); }
    static QString number_of(const CtlRun &refund) { return refund.object()[text("refund_no")].toString(); }
    static QByteArray tracking_of(const QString &number, const QByteArray &more = {})
    {
        return "{\"tracking_code\":\"" + number.toUtf8() + "\"" + more + "}";
    }
    CtlRun run(const QString &line) { return programs_.run(line); }
    bool await_refund(const CtlRun &refund, const char *status)
    {
        return programs_.await(text("refund show ") + number_of(refund), text("status"), text(status));
    }
    QString photo() { return programs_.store().write(text("photo.png"), "\x89PNG\r\n\x1a\n rest"); }
    void refused(const QByteArray &line, const QByteArray &code, const QByteArray &words = {}, int status = 1)
    {
        const CtlRun said = run(QString::fromUtf8(line));
        const QByteArray all = line + QByteArray(": ") + said.out + said.err;
        QVERIFY2(said.status == status, all.constData());
        QVERIFY2(said.err.startsWith(code) && said.err.contains(words), all.constData());
        if (status == 1)
            QVERIFY2(said.err.count('\n') == 1, all.constData());
    }
    static void check_report(const CtlRun &report, int orders, int parcels, const char *refused)
    {
        QCOMPARE(report.field_names(), fields("orders,parcels,refused"));
        QCOMPARE(report.object()[text("orders")].toInteger(), orders);
        QCOMPARE(report.object()[text("parcels")].toInteger(), parcels);
        const QJsonArray rows = report.object()[text("refused")].toArray();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0][text("order_no")].toString(), text(refused));
        QVERIFY(!rows[0][text("where")].toString().isEmpty() && !rows[0][text("why")].toString().isEmpty());
    }

    CtlPrograms programs_;
};

QTEST_GUILESS_MAIN(CtlGoodsTest)
#include "ctl_goods_test.moc"
