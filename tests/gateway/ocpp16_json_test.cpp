// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/gateway/ocpp16/json_tape.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;

class Ocpp16JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_is_read();
    void json_defects_data();
    void json_defects();
};

void Ocpp16JsonTest::json_is_read()
{
    const std::string source = R"( {"a":[1,-2.5e3,true,null,"x"],"b\u0041":"\"\\\/\n\u00e9\ud83d\ude00","b":{}} )";
    const JsonTape tape(source);
    QVERIFY2(tape.defect().empty(), tape.defect().c_str());
    const JsonValue root = tape.root();
    JsonValue item = root.member("a").first();
    QVERIFY(item.token() == "1");
    item = item.next();
    QVERIFY(item.token() == "-2.5e3");
    QVERIFY(item.next().is(JsonKind::True));
    QVERIFY(item.next().next().is(JsonKind::Null));
    QVERIFY(item.next().next().next().equals("x"));
    QVERIFY(!item.next().next().next().next().exists());
    QVERIFY(root.member("bA").text() == "\"\\/\n\xc3\xa9\xf0\x9f\x98\x80");
    QVERIFY(root.member("b").is(JsonKind::Object));
    QVERIFY(!root.member("b").first().exists());
    QVERIFY(!root.member("c").exists());
}

void Ocpp16JsonTest::json_defects_data()
{
    QTest::addColumn<QByteArray>("source");
    for (const char *source :
         {"",     "[",    "[1",   "[1,",   "[1,]",      "{\"a\"}",     "{\"a\":}", "{a:1}", "[01]",  "[1.]",
          "[+1]", "[.5]", "[1e]", "[\"a]", "[\"\\x\"]", "[\"\\u12\"]", "[nul]",    "[1] 2", "[NaN]", "['a']"})
        QTest::newRow(source) << QByteArray(source);
    QTest::newRow("deep") << QByteArray(30, '[') + QByteArray(30, ']');
}

void Ocpp16JsonTest::json_defects()
{
    QFETCH(QByteArray, source);
    const std::string source_text = source.toStdString();
    QVERIFY(!JsonTape(source_text).defect().empty());
}

QTEST_GUILESS_MAIN(Ocpp16JsonTest)
#include "ocpp16_json_test.moc"
