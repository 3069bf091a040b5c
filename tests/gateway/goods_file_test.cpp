// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/gateway/goodsfile/goods_file.h"

using namespace aftercharge;

namespace {

// JSON with single quotes (moc does not follow raw strings).
std::string q(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

const std::string good_order = q(
    "{"
    "'order_no': 'G-1', 'member_id': 'M-1', 'ordered_at': '2026-11-20T09:00:00+08:00', 'currency': 'CNY', "
    "'items': [ "
    "{'order_item_id': 'L1', 'sku': 'WB-11', 'name': '壁挂充电桩 11 kW', 'quantity': 2, 'price': '100.00', 'tax': '12.00'}, "
    "{'order_item_id': 'L2', 'name': 'Shipping', 'kind': 'SHIPPING', 'quantity': 1, 'price': '12'}], "
    "'discounts': [{'code': 'SPRING', 'amount': '20.00'}, {'code': 'BOX', 'amount': '1.5', 'order_item_id': 'L1'}], "
    "'payment': {'payment_order_id': 'P-1', 'provider': 'WECHAT_PAY', 'external_id': 'wx-1', 'amount': '202.50', "
    "'paid_at': '2026-11-20T01:05:00Z'}, "
    "'parcels': [{'shipment_no': 'S-1', 'state': 'LABEL_CREATED', 'ext_external_id': 'shp_1', 'tracking_no': 'EZ1', "
    "'label_url': 'https://labels.example/1.png', 'insured': '200.00', "
    "'items': [{'order_item_id': 'L1', 'quantity': 2}], "
    "'address': {'name': '王小明', 'street1': '世纪大道 1', 'city': '上海', 'zip': '200120', 'country': 'CN', "
    "'phone': '13800000000', 'email': 'wang@example.com'}}] "
    "} ");

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? "the test is wrong" : text.replace(at, from.size(), to);
}

constexpr const char *header =
    "order_no,state,member_id,ordered_at,currency,order_item_id,sku,name,kind,quantity,price,tax,"
    "discount_code,discount_amount,order_discount_code,order_discount_amount,"
    "payment_order_id,provider,external_id,payment_amount,paid_at,"
    "parcel_no,parcel_quantity,parcel_state,tracking_no,insured,to_name,to_city,to_country\r\n";

constexpr const char *good_rows =
    "G-1,PAID,M-1,2026-11-20T09:00:00+08:00,CNY,L1,WB-11,\"Wallbox, 11 \"\"kW\"\"\",,2,100.00,12.00,BOX,1.50,SPRING,20.00,"
    "P-1,STRIPE,ch_1,202.50,2026-11-20T01:05:00Z,1,1,DELIVERED,EZ1,50.00,王小明,上海,CN\r\n"
    "G-1,PAID,M-1,2026-11-20T09:00:00+08:00,CNY,L1,WB-11,\"Wallbox, 11 \"\"kW\"\"\",,2,100.00,12.00,BOX,1.50,SPRING,20.00,"
    "P-1,STRIPE,ch_1,202.50,2026-11-20T01:05:00Z,2,1,CREATED,,,王小明,上海,CN\r\n"
    "G-1,,,,,L2,,Shipping,SHIPPING,1,12.00,,,,,,,,,,,,,,,,,,\r\n";

void check_refused(const Result<GoodsFile> &file, const std::string &why)
{
    QVERIFY(file.has_value());
    QCOMPARE(file->refused.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(file->refused[0].why), QString::fromStdString(why));
}

}  // namespace

class GoodsFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_json_order_is_read()
    {
        const auto file = read_goods_json("\xEF\xBB\xBF[" + good_order + "]").value();
        QVERIFY(file.refused.empty());
        const ImportedOrder &order = file.orders.at(0);
        QCOMPARE(order.where, std::string("order 1"));
        QVERIFY(order.order.state == GoodsOrderState::Paid);
        QCOMPARE(to_iso8601(order.order.ordered_at), std::string("2026-11-20T01:00:00.000Z"));
        QCOMPARE(order.items.size(), std::size_t{2});
        QCOMPARE(order.items[0].gross.to_text(), std::string("200.00"));
        QCOMPARE(order.items[0].tax.to_text(), std::string("12.00"));
        QCOMPARE(order.items[1].line_no, 2);
        QVERIFY(order.items[1].kind == ItemKind::Shipping && order.items[1].sku.empty());
        QCOMPARE(order.discounts.size(), std::size_t{2});
        QCOMPARE(order.discounts[1].amount.to_text(), std::string("1.50"));
        QCOMPARE(order.discounts[1].order_item_id.text(), std::string("L1"));
        QVERIFY(order.payments.at(0).provider == PaymentProvider::WechatPay);
        QCOMPARE(order.payments[0].amount.to_text(), std::string("202.50"));
        const ImportedParcel &parcel = order.parcels.at(0);
        QVERIFY(parcel.shipment.state == ShipmentState::LabelCreated);
        QCOMPARE(parcel.shipment.insured.to_text(), std::string("200.00"));
        QCOMPARE(parcel.items.at(0).quantity, std::int64_t{2});
        QCOMPARE(parcel.address.city, std::string("上海"));
    }

    void a_csv_order_is_read()
    {
        const auto file = read_goods_csv("\xEF\xBB\xBF" + std::string(header) + good_rows).value();
        QVERIFY2(file.refused.empty(), file.refused.empty() ? "" : file.refused[0].why.c_str());
        const ImportedOrder &order = file.orders.at(0);
        QCOMPARE(QString::fromStdString(order.where), QStringLiteral("rows 2–4"));
        QCOMPARE(order.items.size(), std::size_t{2});
        QCOMPARE(order.items[0].name, std::string("Wallbox, 11 \"kW\""));
        QCOMPARE(order.items[0].quantity, std::int64_t{2});
        QCOMPARE(order.items[0].gross.to_text(), std::string("200.00"));
        QVERIFY(order.discounts.at(0) ==
                (OrderDiscount{"BOX", order.items[0].order_item_id, order.discounts[0].amount}));
        QVERIFY(order.discounts.at(1).order_item_id.is_empty());
        QCOMPARE(order.payments.at(0).external_id, std::string("ch_1"));
        QCOMPARE(order.parcels.size(), std::size_t{2});
        QVERIFY(order.parcels[0].shipment.state == ShipmentState::Delivered);
        QVERIFY(order.parcels[1].shipment.state == ShipmentState::Created);
        QVERIFY(order.parcels[1].shipment.shipment_no.is_empty());
        QCOMPARE(order.parcels[1].items.at(0).quantity, std::int64_t{1});
        QCOMPARE(order.parcels[1].address.country, std::string("CN"));
    }

    void a_refused_order_leaves_the_others()
    {
        const std::string bad = replaced(replaced(good_order, "\"quantity\": 2", "\"quantity\": 0"), "G-1", "G-2");
        const auto file = read_goods_json("[" + good_order + "," + bad + "]").value();
        QCOMPARE(file.orders.size(), std::size_t{1});
        QVERIFY(file.refused.at(0) == (RefusedRow{"order 2", "G-2", "line 1: quantity: 0 is not 1 to 10000"}));
    }

    void json_orders_are_refused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char *name, const std::string &from, const std::string &to, const char *why) {
            QTest::newRow(name) << QByteArray::fromStdString(q(from)) << QByteArray::fromStdString(q(to))
                                << QByteArray(why);
        };
        row("no number", "'order_no': 'G-1'", "'order_no': ''", "order_no: missing");
        row("number", "'G-1'", "'G 1'", "order_no: \"G 1\" is not an id");
        row("no member", "'member_id': 'M-1', ", "", "member_id: missing");
        row("no zone", "09:00:00+08:00", "09:00:00",
            "ordered_at: \"2026-11-20T09:00:00\" is not a date and time with a zone");
        row("currency", "CNY", "CNX", "currency: \"CNX\" is not an ISO 4217 currency");
        row("state", "'member_id'", "'state': 'REFUNDED', 'member_id'",
            "state: REFUNDED is not UNPAID, PAID, FULFILLED or COMPLETED");
        row("unknown state", "'member_id'", "'state': 'SENT', 'member_id'", "state: \"SENT\" is not known");
        row("misspelt field", "'discounts'", "'dicounts'", "dicounts: not a field of this");
        row("amount as number", "'100.00'", "100.00", "line 1: price: not an amount as text, such as \"12.50\"");
        row("decimals", "'100.00'", "'100.001'", "line 1: price: 100.001 has more decimals than CNY");
        row("no amount", "'100.00'", "'1,00'", "line 1: price: 1,00 is not an amount");
        row("below 0", "'100.00'", "'-1.00'", "line 1: price: -1.00 is below 0");
        row("too much", "'quantity': 2, 'price': '100.00'", "'quantity': 10000, 'price': '9999999999999.99'",
            "line 1: price: 9999999999999.99 for each of 10000 is too much");
        row("half a unit", "'quantity': 2", "'quantity': 1.5", "line 1: quantity: 1.5 is not 1 to 10000");
        row("huge quantity", "'quantity': 2", "'quantity': 99999999999999999999",
            "line 1: quantity: 99999999999999999999 is not 1 to 10000");
        row("too many", "'quantity': 2", "'quantity': 10001", "line 1: quantity: 10001 is not 1 to 10000");
        row("no sku", "'sku': 'WB-11', ", "", "line 1: sku: missing");
        row("kind", "'SHIPPING'", "'FREIGHT'", "line 2: kind: \"FREIGHT\" is not known");
        row("control character", "'Shipping'", "'Ship\\u0000ping'", "line 2: name: a control character");
        row("long", "'Shipping'", "'" + std::string(1001, 'x') + "'", "line 2: name: longer than 1000 bytes");
        row("discount", "'code': 'SPRING', ", "", "discount 1: code: missing");
        row("provider", "WECHAT_PAY", "PAYPAL", "payment: provider: \"PAYPAL\" is not known");
        row("payment id", "'wx-1'", "'wx 1'", "payment: external_id: \"wx 1\" is not an id");
        row("parcel twice", "{'order_item_id': 'L1', 'quantity': 2}]",
            "{'order_item_id': 'L1', 'quantity': 1}, {'order_item_id': 'L1', 'quantity': 1}]",
            "parcel 1: line 2: order_item_id: L1 is in the parcel twice");
        row("empty parcel", "'items': [{'order_item_id': 'L1', 'quantity': 2}]", "'items': []",
            "parcel 1: items: missing");
        row("country", "'CN'", "'China'", "parcel 1: address: country: \"China\" is not two capital letters");
        row("payment is text", "'parcels'", "'parcels': 'none', 'parcels2'", "parcels2: not a field of this");
    }
    void json_orders_are_refused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, why);
        const std::string order = replaced(good_order, from.toStdString(), to.toStdString());
        check_refused(read_goods_json("[" + order + "]"), why.toStdString());
    }

    void what_is_no_order_is_refused()
    {
        check_refused(read_goods_json("[1]"), "not an object");
        check_refused(read_goods_json("[null]"), "not an object");
        check_refused(read_goods_json("[" + replaced(good_order, q("'G-1'"), "{}") + "]"), "order_no: not a text");
        check_refused(read_goods_json(replaced("[" + good_order + "]", q("'items': ["), q("'items': [7,"))),
                      "line 1: not an object");
        QVERIFY(read_goods_json("[]").value().orders.empty());
    }

    void broken_json_is_refused_as_a_whole()
    {
        const auto refused = [](const std::string &text) { return read_goods_json(text).error(); };
        QVERIFY(refused("") == (Error{ErrorCode::InputInvalid, "not JSON at byte 1"}));
        QVERIFY(refused("{}") == (Error{ErrorCode::InputInvalid, "not a list of orders"}));
        QVERIFY(refused("[" + good_order).code == ErrorCode::InputInvalid);
        QVERIFY(refused(std::string(100'000, '[')) == (Error{ErrorCode::InputInvalid, "deeper than 8"}));
        QVERIFY(refused("[\"\xff\"]").code == ErrorCode::InputInvalid);
        QVERIFY(refused(q("[{'order_no':'A','order_no':'B'}]")).detail == q("the name 'order_no' twice in one object"));
        QVERIFY(refused(std::string((32U << 20) + 1, ' ')) == (Error{ErrorCode::InputInvalid, "longer than 32 MiB"}));
        std::string many = "[{";
        for (int i = 0; i <= 100; ++i)
            many += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
        QVERIFY(refused(many + "}]") == (Error{ErrorCode::InputInvalid, "more than 100 names in one object"}));
    }

    void csv_orders_are_refused_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char *name, const char *text, const char *where, const char *why) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(where) << QByteArray(why);
        };
        row("fields", "G-2,M-1\n", "row 2", "row 2: 2 fields, the header has 9");
        row("too many fields", "G-2,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,1,9.00,1\n", "row 2",
            "row 2: 10 fields, the header has 9");
        row("no line id", "G-2,M-1,2026-11-20T09:00:00Z,CNY,,A,Cable,1,9.00\n", "row 2",
            "row 2: order_item_id: missing");
        row("disagree", "G-2,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,1,9.00\nG-2,M-2,,,L2,A,Cable,1,9.00\n", "rows 2–3",
            "row 3: member_id: \"M-2\" differs from \"M-1\" above");
        row("line disagrees", "G-2,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,1,9.00\nG-2,,,,L1,,,2,\n", "rows 2–3",
            "row 3: quantity: \"2\" differs from \"1\" above");
        row("quantity", "G-2,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,x,9.00\n", "row 2",
            "line 1: quantity: x is not 1 to 10000");
        row("decimals", "G-2,M-1,2026-11-20T09:00:00Z,JPY,L1,A,Cable,1,9.00\n", "row 2",
            "line 1: price: 9.00 has more decimals than JPY");
    }
    void csv_orders_are_refused()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, where);
        QFETCH(QByteArray, why);
        const std::string good = "G-9,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,1,9.00\n";
        const auto file = read_goods_csv(
                              "order_no,member_id,ordered_at,currency,order_item_id,sku,name,quantity,price\n" +
                              row.toStdString() + good)
                              .value();
        QCOMPARE(file.orders.size(), std::size_t{1});
        QCOMPARE(file.orders[0].order.order_no.text(), std::string("G-9"));
        QCOMPARE(file.refused.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(file.refused[0].where), where);
        QCOMPARE(QByteArray::fromStdString(file.refused[0].why), why);
        QCOMPARE(file.refused[0].order_no, std::string("G-2"));
    }

    void rows_without_a_number_are_each_refused()
    {
        const auto file = read_goods_csv("order_no,order_item_id\n,L1\n,L2\n").value();
        QCOMPARE(file.refused.size(), std::size_t{2});
        QCOMPARE(file.refused[1].where, std::string("row 3"));
        QCOMPARE(file.refused[1].why, std::string("order_no: missing"));
    }

    void parcel_columns_need_a_parcel()
    {
        check_refused(read_goods_csv("order_no,order_item_id,parcel_no,tracking_no\nG-1,L1,,EZ1\n"),
                      "row 2: tracking_no: without a parcel_no");
        check_refused(read_goods_csv("order_no,order_item_id,parcel_no,parcel_quantity\nG-1,L1,,1\n"),
                      "row 2: parcel_quantity: without a parcel_no");
    }

    void rows_of_an_order_need_not_be_neighbours()
    {
        const std::string file = "order_no,member_id,ordered_at,currency,order_item_id,sku,name,quantity,price\n"
                                 "G-1,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,1,9.00\n"
                                 "\n"
                                 "G-2,M-1,2026-11-20T09:00:00Z,CNY,L1,A,Cable,1,9.00\n"
                                 "G-1,,,,L2,B,Card,1,1.00";
        const auto read = read_goods_csv(file).value();
        QCOMPARE(read.orders.size(), std::size_t{2});
        QCOMPARE(read.orders[0].where, std::string("rows 2, 5"));
        QCOMPARE(read.orders[0].items.size(), std::size_t{2});
        QCOMPARE(read.orders[1].where, std::string("row 4"));
    }

    void broken_csv_is_refused_as_a_whole_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char *name, const QByteArray &text, const char *why) {
            QTest::newRow(name) << text << QByteArray(why);
        };
        row("empty", "", "no header row");
        row("unknown column", "order_no,order_item_id,colour\n", "no column is named \"colour\"");
        row("twice", "order_no,order_item_id,order_no\n", "the column \"order_no\" is there twice");
        row("missing", "order_no,sku\n", "the column \"order_item_id\" is missing");
        row("open quote", "order_no,order_item_id\nG-1,\"L1\n", "row 2: a quote that never closes");
        row("stray quote", "order_no,order_item_id\nG-1,L\"1\n",
            "row 2: a quote within a field that has none around it");
        row("after quote", "order_no,order_item_id\n\"G-1\"x,L1\n", "row 2: text after a closing quote");
        row("not UTF-8", "order_no,order_item_id\nG-1,\xC0\x80\n", "row 2: not UTF-8 text");
        row("surrogate", "order_no,order_item_id\nG-1,\xED\xA0\x80\n", "row 2: not UTF-8 text");
        row("cut short", "order_no,order_item_id\nG-1,\xE4\xBD", "row 2: not UTF-8 text");
        row("NUL", QByteArray("order_no,order_item_id\nG-1,a\0b\n", 32), "row 2: not UTF-8 text");
        row("too long", QByteArray((32 << 20) + 1, 'a'), "longer than 32 MiB");
    }
    void broken_csv_is_refused_as_a_whole()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, why);
        const auto file = read_goods_csv(text.toStdString());
        QVERIFY(!file);
        QVERIFY(file.error().code == ErrorCode::InputInvalid);
        QCOMPARE(QByteArray::fromStdString(file.error().detail), why);
    }
};

QTEST_GUILESS_MAIN(GoodsFileTest)
#include "goods_file_test.moc"
