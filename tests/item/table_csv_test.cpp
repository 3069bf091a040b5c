// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QStandardItemModel>
#include <QtTest>

#include "models/item/cell_roles.h"
#include "models/item/table_csv.h"

using namespace aftercharge;

class TableCsvTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << QStringLiteral("CP-0412/1") << QStringLiteral("CP-0412/1");
        QTest::newRow("comma") << QStringLiteral("¥1,299.00") << QStringLiteral("\"¥1,299.00\"");
        QTest::newRow("quote") << QStringLiteral("a\"b") << QStringLiteral("\"a\"\"b\"");
        QTest::newRow("line") << QStringLiteral("a\r\nb") << QStringLiteral("\"a\r\nb\"");
        QTest::newRow("formula") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("command") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
        QTest::newRow("dash") << QStringLiteral("-cmd|' /C calc'!A0") << QStringLiteral("'-cmd|' /C calc'!A0");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("'\t=1");
        QTest::newRow("plus number") << QStringLiteral("+3.50") << QStringLiteral("+3.50");
        QTest::newRow("negative number") << QStringLiteral("-2.94") << QStringLiteral("-2.94");
        QTest::newRow("number sum") << QStringLiteral("-2+3") << QStringLiteral("'-2+3");
        QTest::newRow("quoted formula") << QStringLiteral("=A1,\"x\"") << QStringLiteral("\"'=A1,\"\"x\"\"\"");
        QTest::newRow("empty") << QString() << QString();
    }
    void fields()
    {
        QFETCH(QString, text);
        QTEST(csv_field(text), "field");
    }

    void table_as_seen()
    {
        QStandardItemModel model(2, 3);
        model.setHorizontalHeaderLabels({QStringLiteral("Point"), QStringLiteral("Fee"), QStringLiteral("State")});
        model.setItem(0, 0, new QStandardItem(QStringLiteral("CP-1/1")));
        model.setItem(0, 1, new QStandardItem(QStringLiteral("¥1,000.00")));
        model.setItem(0, 2, new QStandardItem(QStringLiteral("充电中")));
        auto *point = new QStandardItem(QStringLiteral("CP-2"));
        point->setData(QStringLiteral("CP-2/2"), CellRole::export_text);
        model.setItem(1, 0, point);
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        TableCsvOptions options;
        options.columns = {2, 0};
        options.byte_order_mark = false;
        const auto rows = write_table_csv(model, buffer, options);
        QVERIFY(rows.has_value());
        QCOMPARE(*rows, 2);
        QCOMPARE(QString::fromUtf8(buffer.data()), QStringLiteral("State,Point\r\n充电中,CP-1/1\r\n,CP-2/2\r\n"));
    }

    void stops_when_asked_and_says_when_the_device_refuses()
    {
        QStandardItemModel model(5, 1);
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        TableCsvOptions options;
        options.keep_going = [](int row) { return row < 2; };
        QCOMPARE(write_table_csv(model, buffer, options).error().code, ErrorCode::Cancelled);
        QFile full(QStringLiteral("/dev/full"));
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QCOMPARE(write_table_csv(model, full).error().code, ErrorCode::StoreIo);
    }
};

QTEST_GUILESS_MAIN(TableCsvTest)
#include "table_csv_test.moc"
