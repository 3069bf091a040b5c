// SPDX-License-Identifier: GPL-3.0-or-later
// Each row of the table "Payment" for WeChat Pay, with keys made for this run: the other end of
// the wire signs and seals as WeChat Pay does; no socket.
#include <QtTest/QtTest>

#include <QtCore/QRegularExpression>

#include "tests/gateway/wechatpay_fixture.h"

using namespace aftercharge;
using namespace aftercharge::wechatpay_test;

class WechatPayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void request_is_the_bytes_that_are_signed();
    void request_of_the_same_refund_has_the_same_body();
    void question_is_signed_too();
    void what_cannot_be_said_is_failed_unsent_data();
    void what_cannot_be_said_is_failed_unsent();
    void answers_of_sending_data();
    void answers_of_sending();
    void refused_for_what_it_says_or_for_its_number_data();
    void refused_for_what_it_says_or_for_its_number();
    void refunds_are_read_whole();
    void answers_of_asking_data();
    void answers_of_asking();
    void known_to_it_is_never_not_found();
    void repairs_under_the_same_number();
    void repair_asks_for_the_id_that_is_missing();
    void asks_as_its_guide_says();
};

void WechatPayTest::request_is_the_bytes_that_are_signed()
{
    Rig rig;
    rig.http.answers = {signed_answer(200, refund_json("PROCESSING"))};
    QCOMPARE(rig.gateway->send_refund(call()).standing, Standing::Pending);
    const http::Request &request = rig.http.requests.front();
    QCOMPARE(request.method, http::Method::Post);
    QCOMPARE(request.url, std::string(refunds_url));
    QCOMPARE(request.body, std::string(R"({"out_trade_no":"ORDER20261124001","out_refund_no":"R20261124-0001",)"
                                       R"("reason":"商品损坏","notify_url":"https://shop.example/webhooks/wechatpay",)"
                                       R"("amount":{"refund":1250,"total":5000,"currency":"CNY"}})"));
    QCOMPARE(header_of(request, "Content-Type"), std::string("application/json"));
    QCOMPARE(header_of(request, "Accept"), std::string("application/json"));
    QCOMPARE(header_of(request, "Wechatpay-Serial"), std::string(platform_serial));

    const QRegularExpression form(
        QStringLiteral("^WECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\",nonce_str=\"([0-9a-f]{32})\","
                       "signature=\"([A-Za-z0-9+/=]+)\",timestamp=\"1795514400\","
                       "serial_no=\"5157F09EFDC096DE15EBE81A47057A7232F1B8E1\"$"));
    const auto match = form.match(QString::fromStdString(header_of(request, "Authorization")));
    QVERIFY(match.hasMatch());
    const std::string message = "POST\n/v3/refund/domestic/refunds\n1795514400\n" + match.captured(1).toStdString() +
                                "\n" + request.body + "\n";
    QVERIFY(RsaPublicKey::from_pem(merchant_pair().public_pem)
                ->verifies(message, from_base64(match.captured(2).toStdString()).value()));
}

void WechatPayTest::request_of_the_same_refund_has_the_same_body()
{
    WechatPayOptions without = options();
    without.notify_url.clear();
    without.base_url = "http://127.0.0.1:9/sandbox";
    Rig rig(without);
    for (int i = 0; i < 2; ++i)
        rig.gateway->send_refund(call());
    QCOMPARE(rig.http.requests.size(), std::size_t{2});
    QCOMPARE(rig.http.requests[0].body, rig.http.requests[1].body);
    QVERIFY(!has(rig.http.requests[0].body, "notify_url"));
    // A nonce is never used twice.
    QVERIFY(header_of(rig.http.requests[0], "Authorization") != header_of(rig.http.requests[1], "Authorization"));
    for (const auto &entry : text_table(ReasonCode{})) {
        RefundCall of_reason = call();
        of_reason.reason = entry.value;
        rig.gateway->send_refund(of_reason);
        QVERIFY(has(rig.http.requests.back().body, R"("reason":")") && !has(rig.http.requests.back().body, "0x01"));
    }
}

void WechatPayTest::question_is_signed_too()
{
    Rig rig;
    rig.http.answers = {signed_answer(200, refund_json("SUCCESS"))};
    QCOMPARE(rig.gateway->ask_refund(call()).standing, Standing::Success);
    const http::Request &request = rig.http.requests.front();
    QCOMPARE(request.method, http::Method::Get);
    QCOMPARE(request.url, std::string(refunds_url) + "/R20261124-0001");
    QVERIFY(request.body.empty());
    const QString written = QString::fromStdString(header_of(request, "Authorization"));
    const auto part = [&](const char *name) {
        const auto match =
            QRegularExpression(QString::fromLatin1(name) + QStringLiteral("=\"([^\"]*)\"")).match(written);
        return match.captured(1).toStdString();
    };
    QVERIFY(RsaPublicKey::from_pem(merchant_pair().public_pem)
                ->verifies("GET\n/v3/refund/domestic/refunds/R20261124-0001\n1795514400\n" + part("nonce_str") + "\n\n",
                           from_base64(part("signature")).value()));
    // A number with characters that an address would read as its own.
    rig.gateway->ask_refund(call("R1?x=*"));
    QCOMPARE(rig.http.requests.back().url, std::string(refunds_url) + "/R1%3Fx%3D%2A");
}

void WechatPayTest::what_cannot_be_said_is_failed_unsent_data()
{
    QTest::addColumn<QByteArray>("refund_no");
    QTest::addColumn<QByteArray>("payment");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<qint64>("minor");
    const auto row = [](const char *name, const char *refund_no, const char *payment, const char *currency,
                        qint64 minor) {
        QTest::newRow(name) << QByteArray(refund_no) << QByteArray(payment) << QByteArray(currency) << minor;
    };
    row("number", "R1.2", "ORDER1", "CNY", 1);
    row("no payment", "R1", "", "CNY", 1);
    row("payment too short", "R1", "ORDER", "CNY", 1);
    row("payment too long", "R1", "ORDER6789012345678901234567890123", "CNY", 1);
    row("payment with a quote", "R1", "ORDER\"1", "CNY", 1);
    row("currency", "R1", "ORDER1", "USD", 1);
    row("zero", "R1", "ORDER1", "CNY", 0);
    row("negative", "R1", "ORDER1", "CNY", -1);
}

void WechatPayTest::what_cannot_be_said_is_failed_unsent()
{
    QFETCH(const QByteArray, refund_no);
    QFETCH(const QByteArray, payment);
    QFETCH(const QByteArray, currency);
    QFETCH(const qint64, minor);
    Rig rig;
    RefundCall odd = call(refund_no.constData());
    odd.payment_external_id = payment.toStdString();
    odd.amount = Money::from_minor(minor, Currency::from_code(currency.toStdString()).value()).value();
    const RefundAnswer answer = rig.gateway->send_refund(odd);
    QCOMPARE(answer.standing, Standing::Fail);
    QVERIFY(!answer.words.empty() && !answer.repairable);
    QCOMPARE(rig.http.requests.size(), std::size_t{0});
}

void WechatPayTest::answers_of_sending_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("standing");
    const auto row = [](const char *name, int status, const std::string &body, Standing standing) {
        QTest::newRow(name) << status << QByteArray::fromStdString(body) << static_cast<int>(standing);
    };
    row("processing", 200, refund_json("PROCESSING"), Standing::Pending);
    row("success", 200, refund_json("SUCCESS"), Standing::Success);
    row("abnormal", 200, refund_json("ABNORMAL"), Standing::Fail);
    row("closed", 200, refund_json("CLOSED"), Standing::Closed);
    row("a status of tomorrow", 200, refund_json("WAITING"), Standing::Unknown);
    row("another refund", 200, refund_json("SUCCESS", "x", 1250, "R9"), Standing::Unknown);
    row("no id", 200, R"({"out_refund_no":"R20261124-0001","status":"SUCCESS"})", Standing::Unknown);
    row("truncated", 200, refund_json("SUCCESS").substr(0, 100), Standing::Unknown);
    row("HTML with 200", 200, "<html></html>", Standing::Unknown);
    row("empty", 200, "", Standing::Unknown);
    row("204", 204, "", Standing::Unknown);

    row("parameters", 400, error_json("PARAM_ERROR"), Standing::Fail);
    row("no such order", 404, error_json("RESOURCE_NOT_EXISTS"), Standing::Fail);
    row("account gone", 403, error_json("USER_ACCOUNT_ABNORMAL"), Standing::Fail);
    row("the merchant's balance", 403, error_json("NOT_ENOUGH"), Standing::Later);
    row("the merchant's balance, with 400", 400, error_json("NOT_ENOUGH"), Standing::Later);
    row("too often", 429, error_json("FREQUENCY_LIMITED"), Standing::Later);
    row("too often, with 403", 403, error_json("FREQUENCY_LIMITED"), Standing::Later);
    row("too often, with 400", 400, error_json("RATELIMIT_EXCEEDED"), Standing::Later);
    row("to be tried again", 400, error_json("BIZ_ERR_NEED_RETRY"), Standing::Later);
    row("signature", 401, error_json("SIGN_ERROR"), Standing::Later);
    row("no right", 403, error_json("NO_AUTH"), Standing::Later);
    row("an unknown 403", 403, error_json("SOMETHING"), Standing::Later);
    row("merchant", 400, error_json("MCH_NOT_EXISTS"), Standing::Later);
    row("system", 500, error_json("SYSTEM_ERROR"), Standing::Unknown);
    row("system, with 400", 400, error_json("SYSTEM_ERROR"), Standing::Unknown);
    row("bank", 400, error_json("BANK_ERROR"), Standing::Unknown);
    row("balance, but with 500", 500, error_json("NOT_ENOUGH"), Standing::Unknown);
    row("405", 405, error_json("PARAM_ERROR"), Standing::Unknown);
    for (int status : {302, 400, 401, 403, 404, 429, 500, 502, 503}) {
        QTest::addRow("HTML with %d", status)
            << status << QByteArray("<html>Blocked</html>") << static_cast<int>(Standing::Unknown);
    }
}

void WechatPayTest::answers_of_sending()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, standing);
    for (bool is_signed : {true, false}) {
        if (!is_signed && status < 300)
            continue;  // of those a signature is demanded
        Rig rig;
        rig.http.answers = {is_signed ? signed_answer(status, body.toStdString())
                                      : answered(status, body.toStdString())};
        const RefundAnswer answer = rig.gateway->send_refund(call());
        QCOMPARE(answer.standing, static_cast<Standing>(standing));
        QVERIFY(!answer.words.empty());
        QCOMPARE(answer.repairable, status == 200 && standing == static_cast<int>(Standing::Fail));
        QCOMPARE(rig.http.requests.size(), std::size_t{1});  // nothing is repeated
    }
}

// INVALID_REQUEST is said of a refund that asks too much and of a number that is there already
// with another amount: a question, which acts on nothing, tells which.
void WechatPayTest::refused_for_what_it_says_or_for_its_number_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("standing");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, int status, const std::string &body, Standing standing, const char *words) {
        QTest::newRow(name) << status << QByteArray::fromStdString(body) << static_cast<int>(standing)
                            << QByteArray(words);
    };
    row("not there", 404, error_json("RESOURCE_NOT_EXISTS"), Standing::Fail, "INVALID_REQUEST");
    row("there, the same", 200, refund_json("SUCCESS"), Standing::Success, "SUCCESS");
    row("there, processing", 200, refund_json("PROCESSING"), Standing::Pending, "PROCESSING");
    row("there, of another amount", 200, refund_json("SUCCESS", "x", 999), Standing::Unknown,
        "same number, other amount");
    row("not told", 500, error_json("SYSTEM_ERROR"), Standing::Unknown, "INVALID_REQUEST");
    row("told later", 429, error_json("FREQUENCY_LIMITED"), Standing::Unknown, "INVALID_REQUEST");
    row("HTML", 404, "<html>", Standing::Unknown, "INVALID_REQUEST");
}

void WechatPayTest::refused_for_what_it_says_or_for_its_number()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, standing);
    QFETCH(const QByteArray, words);
    Rig rig;
    rig.http.answers = {signed_answer(400, error_json("INVALID_REQUEST", "订单金额或退款金额与之前请求不一致")),
                        signed_answer(status, body.toStdString())};
    const RefundAnswer answer = rig.gateway->send_refund(call());
    QCOMPARE(answer.standing, static_cast<Standing>(standing));
    QVERIFY2(has(answer.words, words.constData()), answer.words.c_str());
    QCOMPARE(rig.http.requests.size(), std::size_t{2});
    QCOMPARE(rig.http.requests[1].method, http::Method::Get);
}

void WechatPayTest::refunds_are_read_whole()
{
    Rig rig;
    rig.http.answers = {signed_answer(200, refund_json("SUCCESS")), no_answer(http::Outcome::NotSent, "refused"),
                        no_answer(http::Outcome::Unknown, "timeout after 30 s")};
    const RefundAnswer answer = rig.gateway->send_refund(call());
    QCOMPARE(answer.external_refund_id, std::string("50000000382019052709732678859"));
    QCOMPARE(answer.amount, std::optional(fen(1250)));
    QCOMPARE(answer.words, std::string("SUCCESS: 招商银行信用卡0403"));
    QCOMPARE(rig.gateway->send_refund(call()), standing(Standing::NotSent, "refused"));
    QCOMPARE(rig.gateway->send_refund(call()), standing(Standing::Unknown, "timeout after 30 s"));
    QCOMPARE(rig.gateway->provider(), PaymentProvider::WechatPay);
}

void WechatPayTest::answers_of_asking_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("standing");
    const auto row = [](const char *name, int status, const std::string &body, Standing standing) {
        QTest::newRow(name) << status << QByteArray::fromStdString(body) << static_cast<int>(standing);
    };
    row("processing", 200, refund_json("PROCESSING"), Standing::Pending);
    row("abnormal", 200, refund_json("ABNORMAL"), Standing::Fail);
    row("closed", 200, refund_json("CLOSED"), Standing::Closed);
    row("not there", 404, error_json("RESOURCE_NOT_EXISTS"), Standing::NotFound);
    row("another 404", 404, error_json("MCH_NOT_EXISTS"), Standing::Later);
    row("an unknown 404", 404, error_json("NO_SUCH_PATH"), Standing::Unknown);
    row("HTML 404", 404, "<html>", Standing::Unknown);
    row("signature", 401, error_json("SIGN_ERROR"), Standing::Later);
    row("no right", 403, error_json("NO_AUTH"), Standing::Later);
    row("too often", 429, error_json("FREQUENCY_LIMITED"), Standing::Later);
    row("parameters", 400, error_json("PARAM_ERROR"), Standing::Unknown);
    row("invalid", 400, error_json("INVALID_REQUEST"), Standing::Unknown);
    row("system", 500, error_json("SYSTEM_ERROR"), Standing::Unknown);
}

void WechatPayTest::answers_of_asking()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, standing);
    Rig rig;
    rig.http.answers = {signed_answer(status, body.toStdString())};
    QCOMPARE(rig.gateway->ask_refund(call()).standing, static_cast<Standing>(standing));
    QCOMPARE(rig.http.requests.size(), std::size_t{1});
}

void WechatPayTest::known_to_it_is_never_not_found()
{
    Rig rig;
    rig.http.answers = {signed_answer(404, error_json("RESOURCE_NOT_EXISTS"))};
    QCOMPARE(rig.gateway->ask_refund(known_call()).standing, Standing::Unknown);
}

void WechatPayTest::repairs_under_the_same_number()
{
    Rig rig;
    rig.http.answers = {signed_answer(200, refund_json("PROCESSING"))};
    QCOMPARE(rig.gateway->repair_refund(known_call()).standing, Standing::Pending);
    QCOMPARE(rig.http.requests.size(), std::size_t{1});
    const http::Request &request = rig.http.requests.front();
    QCOMPARE(request.method, http::Method::Post);
    QCOMPARE(request.url, std::string(refunds_url) + "/50000000382019052709732678859/apply-abnormal-refund");
    QCOMPARE(request.body, std::string(R"({"out_refund_no":"R20261124-0001","type":"MERCHANT_BANK_CARD"})"));
    QVERIFY(has(header_of(request, "Authorization"), "WECHATPAY2-SHA256-RSA2048"));
    // Refused: it stays what it is, and may be repaired still.
    rig.http.answers = {signed_answer(400, error_json("INVALID_REQUEST"))};
    const RefundAnswer refused = rig.gateway->repair_refund(known_call());
    QCOMPARE(refused.standing, Standing::Fail);
    QVERIFY(refused.repairable);
    QCOMPARE(refused.external_refund_id, known_call().external_refund_id);
    rig.http.answers = {signed_answer(403, error_json("NOT_ENOUGH"))};
    QCOMPARE(rig.gateway->repair_refund(known_call()).standing, Standing::Later);
    rig.http.answers = {no_answer(http::Outcome::Unknown, "timeout after 30 s")};
    QCOMPARE(rig.gateway->repair_refund(known_call()).standing, Standing::Unknown);
}

void WechatPayTest::repair_asks_for_the_id_that_is_missing()
{
    Rig rig;
    rig.http.answers = {signed_answer(200, refund_json("ABNORMAL")), signed_answer(200, refund_json("PROCESSING"))};
    QCOMPARE(rig.gateway->repair_refund(call()).standing, Standing::Pending);
    QCOMPARE(rig.http.requests.size(), std::size_t{2});
    QVERIFY(has(rig.http.requests[1].url, "/50000000382019052709732678859/apply-abnormal-refund"));
    // It is not abnormal any more: there is nothing to repair.
    rig.http.requests.clear();
    rig.http.answers = {signed_answer(200, refund_json("SUCCESS"))};
    QCOMPARE(rig.gateway->repair_refund(call()).standing, Standing::Success);
    QCOMPARE(rig.http.requests.size(), std::size_t{1});
}

void WechatPayTest::asks_as_its_guide_says()
{
    Rig rig;
    using std::chrono::minutes;
    const std::vector<minutes> expected{minutes(1),  minutes(1),  minutes(1),  minutes(1), minutes(5),
                                        minutes(10), minutes(20), minutes(30), minutes(30)};
    for (std::size_t asked = 0; asked < expected.size(); ++asked)
        QCOMPARE(rig.gateway->ask_again_after(static_cast<int>(asked)), std::chrono::seconds(expected[asked]));
    QCOMPARE(rig.gateway->ask_again_after(1000), std::chrono::seconds(minutes(30)));
}

QTEST_GUILESS_MAIN(WechatPayTest)
#include "wechatpay_test.moc"
