// SPDX-License-Identifier: GPL-3.0-or-later
// What the payment adapters share: signatures and seals against published vectors, amounts in
// the gateways' units, and words without secrets.
#include <QtTest/QtTest>

#include "models/gateway/payment/amounts.h"
#include "models/gateway/payment/answer_words.h"
#include "models/gateway/payment/json_fields.h"
#include "models/gateway/payment/sealed.h"
#include "models/gateway/payment/signature.h"
#include "models/gateway/payment/signed_message.h"
#include "models/gateway/payment/url_text.h"
#include "tests/support/rsa_pair.h"

using namespace aftercharge;
using namespace aftercharge::payment;
using namespace aftercharge::test;

namespace {

std::string bytes(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

Money money(std::int64_t minor, const char *currency)
{
    return Money::from_minor(minor, Currency::from_code(currency).value()).value();
}

}  // namespace

class PaymentSignatureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hmac_is_that_of_rfc_4231();
    void compares();
    void base64_is_strict();
    void rsa_signs_and_verifies();
    void rsa_refuses_other_keys();
    void sealed_is_that_of_the_gcm_specification();
    void sealed_opens_whole_or_not_at_all();
    void stripe_amounts_data();
    void stripe_amounts();
    void amounts_that_a_gateway_does_not_have_data();
    void amounts_that_a_gateway_does_not_have();
    void wechat_amounts_are_fen();
    void only_one_header();
    void times();
    void words_are_one_line_without_secrets();
    void fields_of_another_kind();
    void addresses();
};

void PaymentSignatureTest::hmac_is_that_of_rfc_4231()
{
    // RFC 4231, test cases 2 and 6.
    QCOMPARE(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
             std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    QCOMPARE(to_hex(hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
             std::string("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
}

void PaymentSignatureTest::compares()
{
    QVERIFY(equal_in_constant_time("", ""));
    QVERIFY(equal_in_constant_time("abc", "abc"));
    QVERIFY(!equal_in_constant_time("abc", "abd"));
    QVERIFY(!equal_in_constant_time("abc", "abcd"));
    QVERIFY(!equal_in_constant_time("abc", ""));
}

void PaymentSignatureTest::base64_is_strict()
{
    QCOMPARE(from_base64("Zm9vYg==").value(), std::string("foob"));
    QCOMPARE(from_base64(to_base64(bytes("00ff10"))).value(), bytes("00ff10"));
    for (const char *text : {"Zm9vYg=", "Zm9vYg", "Zm 9vYg==", "Zm9v\n", "Zm-_", "Zm9vYg==x"})
        QVERIFY2(!from_base64(text), text);
}

void PaymentSignatureTest::rsa_signs_and_verifies()
{
    const RsaPair pair = make_rsa_pair();
    const auto key = RsaPrivateKey::from_pem(pair.private_pem);
    const auto public_key = RsaPublicKey::from_pem(pair.public_pem);
    QVERIFY(key && public_key);
    const std::string signature = key->sign("GET\n/v3\n1\nn\n\n").value();
    QCOMPARE(signature.size(), std::size_t{256});
    QCOMPARE(key->sign("GET\n/v3\n1\nn\n\n").value(), signature);  // PKCS#1 v1.5 has no salt
    QVERIFY(public_key->verifies("GET\n/v3\n1\nn\n\n", signature));
    QVERIFY(!public_key->verifies("GET\n/v3\n1\nn\n", signature));
    std::string bent = signature;
    bent[10] = static_cast<char>(bent[10] ^ 1);
    QVERIFY(!public_key->verifies("GET\n/v3\n1\nn\n\n", bent));
    QVERIFY(!public_key->verifies("GET\n/v3\n1\nn\n\n", ""));
    QVERIFY(!public_key->verifies("GET\n/v3\n1\nn\n\n", signature + "x"));
    QVERIFY(!RsaPublicKey::from_pem(make_rsa_pair().public_pem)->verifies("GET\n/v3\n1\nn\n\n", signature));
}

void PaymentSignatureTest::rsa_refuses_other_keys()
{
    const RsaPair pair = make_rsa_pair();
    const RsaPair weak = make_rsa_pair(1024);
    const std::string encrypted = make_encrypted_key();
    for (const std::string &pem : {std::string(), std::string("secret text"), pair.public_pem, weak.private_pem,
                                   encrypted, pair.private_pem.substr(0, 600)}) {
        const auto key = RsaPrivateKey::from_pem(pem);
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::InputInvalid);
        QVERIFY(pem.empty() || key.error().detail.find(pem.substr(0, 20)) == std::string::npos);
    }
    QVERIFY(!RsaPublicKey::from_pem(pair.private_pem));
    QVERIFY(!RsaPublicKey::from_pem(weak.public_pem));
}

void PaymentSignatureTest::sealed_is_that_of_the_gcm_specification()
{
    // McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16.
    const std::string key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    const std::string nonce = bytes("cafebabefacedbaddecaf888");
    const std::string data = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    const std::string text = bytes("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                   "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    const std::string sealed = bytes("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                     "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                                     "76fc6ece0f4e1768cddf8853bb2d551b");
    QCOMPARE(seal(key, nonce, data, text).value(), sealed);
    QCOMPARE(open_sealed(key, nonce, data, sealed).value(), text);
}

void PaymentSignatureTest::sealed_opens_whole_or_not_at_all()
{
    const std::string key(32, 'k');
    const std::string nonce = "0123456789ab";
    for (const std::string &text : {std::string(), std::string("{\"a\":1}"), std::string(100'000, 'x')}) {
        for (const std::string &data : {std::string(), std::string("refund")}) {
            const std::string sealed = seal(key, nonce, data, text).value();
            QCOMPARE(sealed.size(), text.size() + 16);
            QCOMPARE(open_sealed(key, nonce, data, sealed).value(), text);
            QCOMPARE(open_sealed(key, nonce, data + "x", sealed).error().code, ErrorCode::WebhookInvalid);
            QVERIFY(!open_sealed(std::string(32, 'K'), nonce, data, sealed));
            QVERIFY(!open_sealed(key, "0123456789aB", data, sealed));
            QVERIFY(!open_sealed(key, nonce, data, sealed.substr(0, sealed.size() - 1)));
            std::string bent = sealed;
            bent.front() = static_cast<char>(bent.front() ^ 1);
            QVERIFY(!open_sealed(key, nonce, data, bent));
        }
    }
    QVERIFY(!open_sealed(key, nonce, "", ""));
    QVERIFY(!open_sealed("short", nonce, "", std::string(16, 'x')));
    QVERIFY(!open_sealed(key, "", "", std::string(16, 'x')));
    QVERIFY(!seal("short", nonce, "", "x"));
}

void PaymentSignatureTest::stripe_amounts_data()
{
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<qint64>("stripe");
    const auto row = [](const char *currency, qint64 minor, qint64 stripe) {
        QTest::addRow("%s %lld", currency, minor) << QByteArray(currency) << minor << stripe;
    };
    row("USD", 1099, 1099);
    row("CNY", 1, 1);
    row("HUF", 1045, 1045);
    row("TWD", 80045, 80045);
    for (const char *zero :
         {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"})
        row(zero, 500, 500);
    row("MGA", 50000, 500);
    row("ISK", 5, 500);
    row("UGX", 5, 500);
    for (const char *three : {"BHD", "JOD", "KWD", "OMR", "TND"})
        row(three, 5120, 5120);
    row("USD", Money::max_minor, Money::max_minor);
    row("ISK", Money::max_minor, Money::max_minor * 100);
}

void PaymentSignatureTest::stripe_amounts()
{
    QFETCH(const QByteArray, currency);
    QFETCH(const qint64, minor);
    QFETCH(const qint64, stripe);
    const Money amount = money(minor, currency.constData());
    QCOMPARE(to_gateway_amount(PaymentProvider::Stripe, amount).value(), std::int64_t{stripe});
    for (const QByteArray &written : {currency, currency.toLower()})
        QCOMPARE(from_gateway_amount(PaymentProvider::Stripe, stripe, written.toStdString()).value(), amount);
}

void PaymentSignatureTest::amounts_that_a_gateway_does_not_have_data()
{
    QTest::addColumn<int>("provider");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<qint64>("minor");
    const auto row = [](PaymentProvider provider, const char *currency, qint64 minor) {
        QTest::addRow("%d %s %lld", static_cast<int>(provider), currency, minor)
            << static_cast<int>(provider) << QByteArray(currency) << minor;
    };
    row(PaymentProvider::Stripe, "KWD", 5124);
    row(PaymentProvider::Stripe, "MGA", 150);
    row(PaymentProvider::Stripe, "CLF", 10000);
    row(PaymentProvider::Stripe, "LYD", 1000);
    row(PaymentProvider::WechatPay, "USD", 100);
    row(PaymentProvider::WechatPay, "JPY", 100);
}

void PaymentSignatureTest::amounts_that_a_gateway_does_not_have()
{
    QFETCH(const int, provider);
    QFETCH(const QByteArray, currency);
    QFETCH(const qint64, minor);
    QVERIFY(!to_gateway_amount(static_cast<PaymentProvider>(provider), money(minor, currency.constData())));
}

void PaymentSignatureTest::wechat_amounts_are_fen()
{
    QCOMPARE(to_gateway_amount(PaymentProvider::WechatPay, money(1234, "CNY")).value(), std::int64_t{1234});
    QCOMPARE(from_gateway_amount(PaymentProvider::WechatPay, 1234, "CNY").value(), money(1234, "CNY"));
    QVERIFY(!to_gateway_amount(PaymentProvider::WechatPay, Money()));
    QVERIFY(!from_gateway_amount(PaymentProvider::WechatPay, 1, "XXXX"));
    QVERIFY(!from_gateway_amount(PaymentProvider::Stripe, 1, ""));
    QVERIFY(!from_gateway_amount(PaymentProvider::Stripe, 1050, "isk"));  // no fractions of it
    QVERIFY(!from_gateway_amount(PaymentProvider::Stripe, std::numeric_limits<std::int64_t>::max(), "usd"));
    QVERIFY(!from_gateway_amount(PaymentProvider::Stripe, std::numeric_limits<std::int64_t>::max(), "mga"));
    QVERIFY(!from_gateway_amount(PaymentProvider::Stripe, std::numeric_limits<std::int64_t>::min(), "mga"));
}

void PaymentSignatureTest::only_one_header()
{
    const std::vector<std::pair<std::string, std::string>> headers{{"a", "1"}, {"b", "2"}, {"a", "1"}, {"c", ""}};
    QCOMPARE(only_header(headers, "b"), std::optional<std::string>("2"));
    QCOMPARE(only_header(headers, "c"), std::optional<std::string>(""));
    QVERIFY(!only_header(headers, "a"));
    QVERIFY(!only_header(headers, "d"));
}

void PaymentSignatureTest::times()
{
    const auto time = unix_time_from_text("1795514400");
    QVERIFY(time);
    QCOMPARE(to_iso8601(*time), std::string("2026-11-24T10:00:00.000Z"));
    for (const char *text : {"", "-1", "+1", " 1", "1.5", "0x10", "123456789012", "1795514400000"})
        QVERIFY2(!unix_time_from_text(text), text);
    QVERIFY(is_fresh(*time, *time + std::chrono::seconds(300)));
    QVERIFY(is_fresh(*time, *time - std::chrono::seconds(300)));
    QVERIFY(!is_fresh(*time, *time + std::chrono::milliseconds(300'001)));
    QVERIFY(!is_fresh(*time, *time - std::chrono::milliseconds(300'001)));
}

void PaymentSignatureTest::words_are_one_line_without_secrets()
{
    const RsaPair pair = make_rsa_pair();
    const AnswerWords words({"sk_test_1234567890", "", pair.private_pem});
    QCOMPARE(words.clean("Invalid key: sk_test_1234567890.\r\n\tTwice sk_test_1234567890"),
             std::string("Invalid key: ***. Twice ***"));
    QCOMPARE(words.clean("a\x1b[31mb\xe2\x80\xae"
                         "c"),
             std::string("a[31mbc"));
    QCOMPARE(words.clean("sk_test_\x01"
                         "1234567890"),
             std::string("***"));
    QCOMPARE(words.clean("余额不足"), std::string("余额不足"));
    const std::string cleaned = words.clean(pair.private_pem);
    for (std::size_t at = 0; at + 40 < pair.private_pem.size() - 64; at += 64)
        QVERIFY(cleaned.find(pair.private_pem.substr(at + 1, 30)) == std::string::npos);
    const QString longest = QString::fromStdString(words.clean(std::string(5000, 'x')));
    QCOMPARE(longest.size(), 240);
    QVERIFY(longest.endsWith(QChar(0x2026)));
    // A secret that the cut would have gone through is gone before it.
    const std::string at_the_edge = words.clean(std::string(230, 'x') + "sk_test_1234567890");
    QVERIFY(at_the_edge.find("sk_test") == std::string::npos);
    QVERIFY(QString::fromStdString(words.clean("\xff\xfe")).size() <= 2);
}

void PaymentSignatureTest::fields_of_another_kind()
{
    const JsonNode node = parse_json(R"({"t":"x","n":7,"f":1.5,"e":1e3,"b":true,"z":null,"o":{},"l":[],
        "big":9223372036854775808})")
                              .value();
    QCOMPARE(text_in(node, "t"), std::string("x"));
    for (const char *name : {"n", "b", "z", "o", "l", "missing"})
        QCOMPARE(text_in(node, name), std::string());
    QCOMPARE(integer_in(node, "n"), std::optional<std::int64_t>(7));
    for (const char *name : {"t", "f", "z", "big", "missing"})
        QVERIFY2(!integer_in(node, name), name);
    QCOMPARE(boolean_in(node, "b"), std::optional(true));
    QVERIFY(!boolean_in(node, "n"));
    QVERIFY(object_in(node, "o") != nullptr && object_in(node, "l") == nullptr);
    QVERIFY(list_in(node, "l") != nullptr && list_in(node, "o") == nullptr);
    QVERIFY(is_gateway_id("re_3Mm-x"));
    for (const std::string &text : {std::string(), std::string("../x"), std::string("a b"), std::string("a/b"),
                                    std::string("a?b"), std::string(256, 'a')})
        QVERIFY(!is_gateway_id(text));
}

void PaymentSignatureTest::addresses()
{
    QCOMPARE(percent_encoded("R1-a_b.c~|*@/ ?&=é"), std::string("R1-a_b.c~%7C%2A%40%2F%20%3F%26%3D%C3%A9"));
    QCOMPARE(path_and_query("https://h:1/v3/x?y=1"), std::string("/v3/x?y=1"));
    QCOMPARE(path_and_query("https://h"), std::string("/"));
    QCOMPARE(path_and_query("https://h?a"), std::string("/?a"));
    QCOMPARE(without_last_slash("https://h/p//"), std::string("https://h/p"));
}

QTEST_GUILESS_MAIN(PaymentSignatureTest)
#include "payment_signature_test.moc"
