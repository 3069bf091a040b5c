// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/app/ctl_store.h"

using namespace aftercharge;

// The real program on a fresh store: registry, balances, exit status, the fields of its JSON.
class CtlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const CtlRun made = store_.init();
        QCOMPARE(made.err, QByteArray());
        QCOMPARE(made.status, 0);
        QCOMPARE(made.object().value(text("currency")).toString(), text("CNY"));
    }

    void init_refuses_a_store_that_is_there()
    {
        const CtlRun again = store_.init();
        QCOMPARE(again.status, 1);
        QVERIFY(again.err.startsWith("store.exists"));
        QCOMPARE(again.err.count('\n'), 1);
    }

    void init_makes_an_administrator()
    {
        const CtlRun list = store_.json(text("operator list"));
        QCOMPARE(list.status, 0);
        QCOMPARE(list.array().size(), 1);
        QCOMPARE(list.array().at(0)[text("name")].toString(), text("admin"));
        QCOMPARE(list.array().at(0)[text("role")].toString(), text("administrator"));
    }

    void the_default_key_file_is_not_beside_the_store()
    {
        const QString url = text("sqlcipher:") + store_.path(text("second"));
        const CtlRun made = store_.run_words({text("store"), text("init"), text("--store"), url});
        QCOMPARE(made.status, 0);
        QVERIFY(QFile::exists(store_.path(text("config/aftercharge/second.key"))));
        QCOMPARE(store_.run_words({text("--store"), url, text("store"), text("info")}).status, 0);
    }

    void registers_stations_tariffs_and_charge_points()
    {
        QCOMPARE(store_.run(text("station add S1 --name \"West Gate\" --time-zone Europe/Berlin")).status, 0);
        const CtlRun imported = store_.json(text("tariff import ") + store_.write(text("t.json"), flat_tariff_json));
        QCOMPARE(imported.err, QByteArray());
        QCOMPARE(imported.object().value(text("tariff_id")).toString(), text("T1"));
        QCOMPARE(imported.object().value(text("version")).toInteger(), 1);
        const QString password = store_.write(text("pw"), "a-long-password\n");
        const CtlRun added = store_.json(text("charge-point add CP-1 --station S1 --connectors 2 --max-power-kw 7.4 "
                                              "--tariff T1 --password-file ") +
                                         password);
        QCOMPARE(added.err, QByteArray());
        QCOMPARE(added.object().value(text("max_power_w")).toInteger(), 7400);
        QCOMPARE(store_.json(text("charge-point add CP-2 --password-file ") + password)
                     .object()
                     .value(text("station_id"))
                     .toString(),
                 text("default"));
        QCOMPARE(store_.json(text("charge-point list")).array().size(), 2);
        QCOMPARE(QJsonDocument::fromJson(store_.run(text("tariff show T1")).out)[text("id")].toString(), text("T1"));
        QVERIFY(store_.run(text("charge-point add CP-1 --password-file ") + password)
                    .err.startsWith("charge_point.exists"));
    }

    void a_top_up_with_the_same_transfer_id_moves_money_once()
    {
        QCOMPARE(store_.run(text("member add M1 --name 张三 --id-tag TAG1 --id-tag TAG2 --prepay 30.00")).status, 0);
        const QString top_up = text("member top-up M1 100.00 --transfer-id 01933f2e-5e00-7000-8000-000000000001");
        QCOMPARE(store_.run(top_up).status, 0);
        const CtlRun second = store_.json(top_up);
        QCOMPARE(second.status, 0);
        QCOMPARE(second.object().value(text("available_minor")).toInteger(), 10000);
        const CtlRun other = store_.run(text("member top-up M1 99.00 --transfer-id "
                                             "01933f2e-5e00-7000-8000-000000000001"));
        QCOMPARE(other.status, 1);
        QVERIFY(other.err.startsWith("ledger.transfer_differs"));
        QCOMPARE(store_.json(text("member top-up M1 1 --transfer-id paid-77")).status, 0);
        QCOMPARE(store_.json(text("member top-up M1 1 --transfer-id paid-77"))
                     .object()
                     .value(text("available_minor"))
                     .toInteger(),
                 10100);
    }

    void member_show_prints_its_fields_in_order()
    {
        const CtlRun shown = store_.json(text("member show M1"));
        QCOMPARE(shown.field_names(), QStringList({text("member_id"), text("currency"), text("available_minor"),
                                                   text("frozen_minor"), text("owed_minor")}));
        QCOMPARE(shown.object().value(text("frozen_minor")).toInteger(), 0);
        QVERIFY(store_.run(text("member show M1")).out.contains("101.00 CNY"));
    }

    void a_card_belongs_to_one_member()
    {
        const CtlRun refused = store_.run(text("member add M2 --name B --id-tag TAG2"));
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.err.startsWith("member.exists"));
    }

    void exit_status_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("unknown option") << text("member show M1 --frobnicate") << 2 << QByteArray();
        QTest::newRow("no command") << text("") << 2 << QByteArray();
        QTest::newRow("unknown command") << text("member erase M1") << 2 << QByteArray();
        QTest::newRow("missing argument") << text("member show") << 2 << QByteArray();
        QTest::newRow("unknown role") << text("operator add x --role king") << 2 << QByteArray();
        QTest::newRow("no order or desk") << text("token issue") << 2 << QByteArray();
        QTest::newRow("goods are not in this version") << text("goods import x") << 2 << QByteArray();
        QTest::newRow("too many decimals")
            << text("member top-up M1 1.005") << 1 << QByteArray("money.too_many_decimals");
        QTest::newRow("no amount") << text("member top-up M1 abc") << 1 << QByteArray("money.invalid_text");
        QTest::newRow("zero") << text("member top-up M1 0") << 1 << QByteArray("money.not_positive");
        QTest::newRow("unknown member") << text("member show M9") << 1 << QByteArray("member.not_found");
        QTest::newRow("a name that is a command's") << text("member show order") << 1 << QByteArray("member.not_found");
        QTest::newRow("unknown order") << text("order show C20261123-0001") << 1 << QByteArray("order.not_found");
        QTest::newRow("stop of an unknown order") << text("session stop C1") << 1 << QByteArray("order.not_found");
        QTest::newRow("unknown connector")
            << text("session start CP-1/3 --member M1") << 1 << QByteArray("connector.not_found");
        QTest::newRow("unknown zone") << text("station add S9 --name X --time-zone Mars/North") << 1
                                      << QByteArray("time.invalid");
        QTest::newRow("unknown operator") << text("member show M1 --as nobody") << 0 << QByteArray();
        QTest::newRow("acts as nobody") << text("member top-up M1 1 --as nobody") << 1
                                        << QByteArray("operator.not_found");
    }

    void exit_status()
    {
        QFETCH(QString, line);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const CtlRun run = store_.run(line);
        QCOMPARE(run.status, status);
        QVERIFY2(run.err.startsWith(code), run.err.constData());
        if (!code.isEmpty())
            QCOMPARE(run.err.count('\n'), 1);
    }

    void a_store_out_of_reach_is_status_3()
    {
        const QString wrong = store_.write(text("wrong.key"), QByteArray(64, '7') + '\n');
        QVERIFY(QFile::setPermissions(wrong, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const CtlRun locked = store_.run_words(
            {text("member"), text("show"), text("M1"), text("--store"), store_.store_url(), text("--key-file"), wrong});
        QCOMPARE(locked.status, 3);
        QVERIFY2(locked.err.startsWith("store.wrong_key"), locked.err.constData());
        const CtlRun absent = store_.run_words(
            {text("store"), text("info"), text("--store"), text("sqlcipher:") + store_.path(text("nowhere"))});
        QCOMPARE(absent.status, 3);
        QVERIFY(absent.err.startsWith("store.not_found"));
        const CtlRun keyless = store_.run_words({text("store"), text("info"), text("--store"), store_.store_url()});
        QCOMPARE(keyless.status, 3);
    }

    void an_address_that_cannot_be_made_out_is_wrong_usage()
    {
        for (const char *url :
             {"postgresql://localhost/aftercharge", "postgresql://desk@localhost",
              "postgresql://desk:secret@localhost/aftercharge", "mysql://desk@localhost/aftercharge"}) {
            const CtlRun run = store_.run_words({text("store"), text("info"), text("--store"), text(url)});
            QCOMPARE(run.status, 2);
            QVERIFY2(run.err.startsWith("input.invalid: "), run.err.constData());
        }
    }

    void the_configuration_file_gives_what_the_line_does_not()
    {
        const QByteArray good = "store = \"" + store_.store_url().toUtf8() + "\"\nkey-file = \"store.key\"\n";
        const QString file = store_.write(text("good.toml"), good);
        QCOMPARE(store_.run_words({text("member"), text("show"), text("M1"), text("--config"), file}).status, 0);
        const CtlRun wins = store_.run_words({text("--config"), file, text("member"), text("show"), text("M1"),
                                              text("--store"), text("sqlcipher:") + store_.path(text("nowhere"))});
        QCOMPARE(wins.status, 3);
        const QString bad = store_.write(text("bad.toml"), good + "colour = \"red\"\n");
        const CtlRun unknown = store_.run_words({text("member"), text("show"), text("M1"), text("--config"), bad});
        QCOMPARE(unknown.status, 2);
        QVERIFY2(unknown.err.contains("bad.toml:3: unknown key \"colour\""), unknown.err.constData());
    }

    void only_administrators_administer()
    {
        QCOMPARE(store_.run(text("operator add alice --role agent --limit 20.00")).status, 0);
        QCOMPARE(store_.run(text("operator add bob --role supervisor")).status, 0);
        const CtlRun refused = store_.run(text("member add M3 --name C --as alice"));
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.err.startsWith("operator.not_permitted"));
        const CtlRun limit = store_.json(text("operator set-limit bob 500.00"));
        QCOMPARE(limit.object().value(text("limit_minor")).toInteger(), 50000);
        QVERIFY(store_.run(text("operator set-limit admin 500.00")).err.startsWith("operator.not_permitted"));
        QCOMPARE(store_.run(text("operator add carol --role agent")).status, 0);
        QCOMPARE(store_.json(text("operator disable carol")).object().value(text("disabled")).toBool(), true);
        QVERIFY(store_.run(text("token issue --desk front --as carol")).err.startsWith("operator.disabled"));
    }

    void tokens_are_issued()
    {
        const QByteArray token = store_.run(text("token issue --desk front")).out.trimmed();
        QCOMPARE(token.size(), 32);
        QCOMPARE(store_.json(text("token issue --desk front")).field_names(),
                 QStringList({text("token"), text("order_no"), text("desk")}));
    }

    void state_machines_need_no_store()
    {
        const CtlRun run = store_.run_words({text("state-machines"), text("--json")});
        QCOMPARE(run.status, 0);
        bool found = false;
        for (const QJsonValue &row : run.array())
            found = found || (row[text("machine")] == text("charging_order") && row[text("from")] == text("SETTLE") &&
                              row[text("event")] == text("PAID_IN_FULL") && row[text("to")] == text("PAYED"));
        QVERIFY(found);
    }

    void the_store_is_verified_and_backed_up()
    {
        const CtlRun verified = store_.json(text("store verify"));
        QCOMPARE(verified.status, 0);
        QCOMPARE(verified.object().value(text("intact")).toBool(), true);
        QCOMPARE(verified.object().value(text("ledger_sum_minor")).toInteger(-1), 0);
        QVERIFY(store_.json(text("audit verify")).object().value(text("entries")).toInteger() > 0);
        const QString copy = store_.path(text("copy"));
        QCOMPARE(store_.run(text("store backup ") + copy).status, 0);
        const CtlRun opened = store_.run_words({text("member"), text("show"), text("M1"), text("--json"),
                                                text("--store"), text("sqlcipher:") + copy, text("--key-file"),
                                                store_.key_file()});
        QCOMPARE(opened.object().value(text("available_minor")).toInteger(), 10100);
        QCOMPARE(store_.run(text("store backup ") + copy).status, 1);
    }

    // SQLCipher knows no older file from a newer one; the heads outside the store do.
    void a_store_that_was_rolled_back_is_read_only()
    {
        CtlStore store;
        QCOMPARE(store.init().status, 0);
        QCOMPARE(store.run(text("member add M1 --name A")).status, 0);
        const QString ledger = store.path(text("store/ledger.db"));
        const QString older = store.path(text("older.db"));
        QVERIFY(QFile::copy(ledger, older));
        QCOMPARE(store.run(text("member top-up M1 10.00")).status, 0);
        QVERIFY(QFile::remove(ledger) && QFile::copy(older, ledger));
        const CtlRun verified = store.json(text("audit verify"));
        QCOMPARE(verified.status, 1);
        QVERIFY2(verified.err.startsWith("store.chain_broken"), verified.err.constData());
        QCOMPARE(verified.err.count('\n'), 1);
        QCOMPARE(verified.object().value(text("intact")).toBool(true), false);
        const CtlRun checked = store.run(text("store verify"));
        QCOMPARE(checked.status, 1);
        QVERIFY2(checked.err.startsWith("store.rolled_back"), checked.err.constData());
        const CtlRun read = store.json(text("member show M1"));
        QCOMPARE(read.status, 0);
        QVERIFY(read.err.startsWith("store.rolled_back"));
        QCOMPARE(store.run(text("member top-up M1 10.00")).status, 3);
    }

private:
    CtlStore store_;
};

QTEST_GUILESS_MAIN(CtlTest)
#include "ctl_test.moc"
