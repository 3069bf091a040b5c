// SPDX-License-Identifier: GPL-3.0-or-later
// Each row of the table "Payment" for Stripe, from recorded shapes; no socket.
#include <QtTest/QtTest>

#include "tests/gateway/stripe_fixture.h"

using namespace aftercharge;
using namespace aftercharge::stripe_test;

class StripeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void request_is_the_same_every_time();
    void request_names_the_payment_by_its_kind();
    void request_names_a_reason_that_stripe_knows();
    void what_cannot_be_said_is_failed_unsent_data();
    void what_cannot_be_said_is_failed_unsent();
    void answers_of_sending_data();
    void answers_of_sending();
    void refunds_are_read_whole();
    void asks_by_id();
    void asks_by_id_what_is_not_known_any_more();
    void asks_by_list_over_pages();
    void answers_of_asking_data();
    void answers_of_asking();
    void repairs_nothing();
    void asks_less_and_less_often();
};

void StripeTest::request_is_the_same_every_time()
{
    Rig rig;
    rig.sent(answered(200, refund_json("pending")));
    rig.sent(answered(200, refund_json("pending")));
    QCOMPARE(rig.http.requests.size(), std::size_t{2});
    const http::Request &request = rig.http.requests[0];
    QCOMPARE(request.method, http::Method::Post);
    QCOMPARE(request.url, std::string("https://api.stripe.example/v1/refunds"));
    QCOMPARE(header_of(request, "Authorization"), std::string("Bearer ") + api_key);
    QCOMPARE(header_of(request, "Idempotency-Key"), std::string("R20261124-0001"));
    QCOMPARE(header_of(request, "Content-Type"), std::string("application/x-www-form-urlencoded"));
    QCOMPARE(request.body, std::string("charge=ch_3Mm&amount=1250&metadata%5Brefund_no%5D=R20261124-0001"
                                       "&metadata%5Breason%5D=CUSTOMER_REQUEST&reason=requested_by_customer"));
    QCOMPARE(rig.http.requests[1].body, request.body);
    QCOMPARE(rig.http.requests[1].headers, request.headers);
}

void StripeTest::request_names_the_payment_by_its_kind()
{
    Rig rig;
    rig.gateway.send_refund(call("py_3Mm"));
    rig.gateway.send_refund(call("pi_3Mm"));
    QVERIFY(rig.http.requests[0].body.rfind("charge=py_3Mm&", 0) == 0);
    QVERIFY(rig.http.requests[1].body.rfind("payment_intent=pi_3Mm&", 0) == 0);
}

void StripeTest::request_names_a_reason_that_stripe_knows()
{
    for (const auto &entry : text_table(ReasonCode{})) {
        Rig rig;
        RefundCall of_reason = call();
        of_reason.reason = entry.value;
        rig.gateway.send_refund(of_reason);
        const std::string &body = rig.http.requests.front().body;
        const bool wished = entry.value == ReasonCode::CustomerRequest || entry.value == ReasonCode::Returned;
        QCOMPARE(has(body, "&reason=requested_by_customer"), wished);
        QVERIFY(!has(body, "fraudulent") && !has(body, "duplicate") && !has(body, " "));
    }
}

void StripeTest::what_cannot_be_said_is_failed_unsent_data()
{
    QTest::addColumn<QByteArray>("payment");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("no payment") << QByteArray("") << QByteArray("USD") << qint64{1};
    QTest::newRow("WeChat's payment") << QByteArray("4200001") << QByteArray("USD") << qint64{1};
    QTest::newRow("more parameters") << QByteArray("ch_1&amount=9") << QByteArray("USD") << qint64{1};
    QTest::newRow("zero") << QByteArray("ch_1") << QByteArray("USD") << qint64{0};
    QTest::newRow("negative") << QByteArray("ch_1") << QByteArray("USD") << qint64{-5};
    QTest::newRow("a third decimal") << QByteArray("ch_1") << QByteArray("KWD") << qint64{1001};
}

void StripeTest::what_cannot_be_said_is_failed_unsent()
{
    QFETCH(const QByteArray, payment);
    QFETCH(const QByteArray, currency);
    QFETCH(const qint64, minor);
    Rig rig;
    RefundCall odd = call(payment.constData());
    odd.amount = Money::from_minor(minor, Currency::from_code(currency.toStdString()).value()).value();
    const RefundAnswer answer = rig.gateway.send_refund(odd);
    QCOMPARE(answer.standing, Standing::Fail);
    QVERIFY(!answer.words.empty() && !answer.repairable);
    QCOMPARE(rig.http.requests.size(), std::size_t{0});
}

void StripeTest::answers_of_sending_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("standing");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, int status, const std::string &body, Standing standing, const char *words) {
        QTest::newRow(name) << status << QByteArray::fromStdString(body) << static_cast<int>(standing)
                            << QByteArray(words);
    };
    row("pending", 200, refund_json("pending"), Standing::Pending, "pending");
    row("requires action", 200, refund_json("requires_action"), Standing::Pending, "requires_action");
    row("succeeded", 200, refund_json("succeeded"), Standing::Success, "succeeded");
    row("failed", 200, refund_json("failed"), Standing::Fail, "failed");
    row("canceled", 200, refund_json("canceled"), Standing::Closed, "canceled");
    row("a status of tomorrow", 200, refund_json("delayed"), Standing::Unknown, "delayed");
    row("no metadata", 200, refund_json("pending", ""), Standing::Pending, "pending");
    row("another refund", 200, refund_json("succeeded", "R9"), Standing::Unknown, "R9");
    row("not a refund", 200, R"({"id":"ch_1","object":"charge","status":"succeeded"})", Standing::Unknown, "not a");
    row("no id", 200, R"({"object":"refund","status":"succeeded"})", Standing::Unknown, "not a");
    row("an id that is a path", 200, refund_json("succeeded", "R20261124-0001", "../x"), Standing::Unknown, "not a");
    row("truncated", 200, refund_json("succeeded").substr(0, 80), Standing::Unknown, "cannot be read");
    row("HTML with 200", 200, "<html>Welcome</html>", Standing::Unknown,
        "Stripe answered with a web page instead of data (HTTP 200)");
    row("empty", 200, "", Standing::Unknown, "answered with nothing");
    row("a list", 200, "[]", Standing::Unknown, "not a");
    row("a name twice", 200, R"({"status":"failed","status":"succeeded"})", Standing::Unknown, "cannot be read");
    row("nested without end", 200, std::string(100'000, '['), Standing::Unknown, "cannot be read");

    row("already refunded", 400, error_json("invalid_request_error", "charge_already_refunded"), Standing::Fail,
        "charge_already_refunded");
    row("more than is left", 400, error_json("invalid_request_error", ""), Standing::Fail, "invalid_request_error");
    row("same number, other amount", 400, error_json("idempotency_error", ""), Standing::Unknown,
        "same number, other amount");
    row("request failed", 402, error_json("invalid_request_error", "insufficient_funds"), Standing::Fail, "funds");
    row("no such charge", 404, error_json("invalid_request_error", "resource_missing"), Standing::Fail, "missing");
    row("wrong key", 401, error_json("invalid_request_error", ""), Standing::Later, "401");
    row("no right", 403, error_json("invalid_request_error", ""), Standing::Later, "403");
    row("key in use", 409, error_json("idempotency_error", "idempotency_key_in_use"), Standing::Later, "in_use");
    row("too often", 429, error_json("invalid_request_error", "rate_limit"), Standing::Later, "rate_limit");
    row("405", 405, error_json("invalid_request_error", ""), Standing::Unknown, "405");
    row("424", 424, error_json("api_error", ""), Standing::Unknown, "424");
    for (int status : {500, 502, 503, 504}) {
        QTest::addRow("%d", status) << status << QByteArray::fromStdString(error_json("api_error", ""))
                                    << static_cast<int>(Standing::Unknown) << QByteArray::number(status);
    }
    for (int status : {301, 302, 307, 400, 401, 402, 403, 404, 409, 429, 500, 502, 503, 599}) {
        QTest::addRow("HTML with %d", status)
            << status << QByteArray("<html><h1>Blocked</h1></html>") << static_cast<int>(Standing::Unknown)
            << QByteArray("a web page instead of data (HTTP ");
    }
    row("another's JSON with 400", 400, R"({"message":"blocked"})", Standing::Unknown, "cannot be read");
}

void StripeTest::answers_of_sending()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, standing);
    QFETCH(const QByteArray, words);
    Rig rig;
    const RefundAnswer answer = rig.sent(answered(status, body.toStdString()));
    QCOMPARE(answer.standing, static_cast<Standing>(standing));
    QVERIFY2(has(answer.words, words.constData()), answer.words.c_str());
    QVERIFY(!answer.repairable);
    QCOMPARE(rig.http.requests.size(), std::size_t{1});  // nothing is repeated
}

void StripeTest::refunds_are_read_whole()
{
    Rig rig;
    const RefundAnswer answer = rig.sent(answered(200, refund_json("succeeded")));
    QCOMPARE(answer.external_refund_id, std::string("re_1"));
    QCOMPARE(answer.amount, std::optional(call().amount));
    const RefundAnswer failed = rig.sent(answered(
        200, R"({"id":"re_2","object":"refund","status":"failed","failure_reason":"expired_or_canceled_card"})"));
    QCOMPARE(failed.words, std::string("failed: expired_or_canceled_card"));
    QVERIFY(!failed.amount);
    const RefundAnswer replayed = rig.sent(
        answered(500, error_json("api_error", ""), {{"idempotent-replayed", "true"}}));
    QCOMPARE(replayed.standing, Standing::Unknown);
    QVERIFY(has(replayed.words, "replayed"));
    const RefundAnswer unsent = rig.sent(no_answer(http::Outcome::NotSent, "refused"));
    QCOMPARE(unsent, standing(Standing::NotSent, "refused"));
    const RefundAnswer unknown = rig.sent(no_answer(http::Outcome::Unknown, "timeout after 30 s"));
    QCOMPARE(unknown, standing(Standing::Unknown, "timeout after 30 s"));
}

void StripeTest::asks_by_id()
{
    Rig rig;
    RefundCall known = call();
    known.external_refund_id = "re_1";
    rig.http.answers = {answered(200, refund_json("succeeded"))};
    QCOMPARE(rig.gateway.ask_refund(known).standing, Standing::Success);
    QCOMPARE(rig.http.requests.front().method, http::Method::Get);
    QCOMPARE(rig.http.requests.front().url, std::string("https://api.stripe.example/v1/refunds/re_1"));
    QCOMPARE(header_of(rig.http.requests.front(), "Idempotency-Key"), std::string());
    rig.http.answers = {answered(200, refund_json("succeeded", "R9"))};
    QCOMPARE(rig.gateway.ask_refund(known).standing, Standing::Unknown);
}

// Its own id and it does not know it: wrong account, perhaps. Never "send it again".
void StripeTest::asks_by_id_what_is_not_known_any_more()
{
    Rig rig;
    RefundCall known = call();
    known.external_refund_id = "re_1";
    const http::Answer missing = answered(404, error_json("invalid_request_error", "resource_missing"));
    rig.http.answers = {missing, answered(200, list_json({}, false))};
    QCOMPARE(rig.gateway.ask_refund(known).standing, Standing::Unknown);
    QCOMPARE(rig.http.requests.size(), std::size_t{2});
    rig.http.answers = {missing, answered(200, list_json({refund_json("pending")}, false))};
    QCOMPARE(rig.gateway.ask_refund(known).standing, Standing::Pending);
    // What is no id is not put into an address.
    known.external_refund_id = "../charges/ch_1";
    rig.http.answers = {answered(200, list_json({}, false))};
    rig.http.requests.clear();
    QCOMPARE(rig.gateway.ask_refund(known).standing, Standing::NotFound);
    QCOMPARE(rig.http.requests.front().url,
             std::string("https://api.stripe.example/v1/refunds?charge=ch_3Mm&limit=100"));
}

void StripeTest::asks_by_list_over_pages()
{
    Rig rig;
    rig.http.answers = {
        answered(200, list_json({refund_json("succeeded", "R1", "re_11"), refund_json("failed", "", "re_12")}, true)),
        answered(200, list_json({refund_json("canceled", "R2", "re_13"), refund_json("pending")}, true))};
    const RefundAnswer found = rig.gateway.ask_refund(call("pi_1"));
    QCOMPARE(found.standing, Standing::Pending);
    QCOMPARE(found.external_refund_id, std::string("re_1"));
    QCOMPARE(rig.http.requests.size(), std::size_t{2});
    QCOMPARE(rig.http.requests[0].url,
             std::string("https://api.stripe.example/v1/refunds?payment_intent=pi_1&limit=100"));
    QCOMPARE(rig.http.requests[1].url, rig.http.requests[0].url + "&starting_after=re_12");

    rig.http.answers = {answered(200, list_json({refund_json("succeeded", "R1", "re_11")}, false))};
    QCOMPARE(rig.gateway.ask_refund(call()).standing, Standing::NotFound);

    // A second page that is not there leaves it open, and a list without end ends.
    rig.http.answers = {answered(200, list_json({refund_json("succeeded", "R1", "re_11")}, true)),
                        no_answer(http::Outcome::Unknown, "timeout after 30 s")};
    QCOMPARE(rig.gateway.ask_refund(call()).standing, Standing::Unknown);
    rig.http.requests.clear();
    rig.http.reply = [](const http::Request &) {
        return answered(200, list_json({refund_json("succeeded", "R1", "re_11")}, true));
    };
    QCOMPARE(rig.gateway.ask_refund(call()).standing, Standing::Unknown);
    QCOMPARE(rig.http.requests.size(), std::size_t{50});
}

void StripeTest::answers_of_asking_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("standing");
    const auto row = [](const char *name, int status, const std::string &body, Standing standing) {
        QTest::newRow(name) << status << QByteArray::fromStdString(body) << static_cast<int>(standing);
    };
    const std::string error = error_json("invalid_request_error", "");
    row("none", 200, list_json({}, false), Standing::NotFound);
    row("more, of nothing", 200, list_json({}, true), Standing::Unknown);
    row("has_more is missing", 200, R"({"data":[]})", Standing::Unknown);
    row("two of one number", 200, list_json({refund_json("failed"), refund_json("succeeded")}, false),
        Standing::Unknown);
    row("HTML", 200, "<html>", Standing::Unknown);
    row("truncated", 200, R"({"data":[)", Standing::Unknown);
    row("401", 401, error, Standing::Later);
    row("429", 429, error, Standing::Later);
    // A question that is refused says nothing of the refund.
    row("400", 400, error, Standing::Unknown);
    row("402", 402, error, Standing::Unknown);
    row("404", 404, error, Standing::Unknown);
    row("500", 500, error, Standing::Unknown);
}

void StripeTest::answers_of_asking()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, standing);
    Rig rig;
    rig.http.answers = {answered(status, body.toStdString())};
    QCOMPARE(rig.gateway.ask_refund(call()).standing, static_cast<Standing>(standing));
}

void StripeTest::repairs_nothing()
{
    Rig rig;
    const RefundAnswer answer = rig.gateway.repair_refund(call());
    QCOMPARE(answer.standing, Standing::Fail);
    QVERIFY(!answer.repairable);
    QCOMPARE(rig.http.requests.size(), std::size_t{0});
}

void StripeTest::asks_less_and_less_often()
{
    Rig rig;
    QCOMPARE(rig.gateway.provider(), PaymentProvider::Stripe);
    std::chrono::seconds last{0};
    for (int asked = 0; asked < 100; ++asked) {
        const auto next = rig.gateway.ask_again_after(asked);
        QVERIFY(next >= last && next >= std::chrono::minutes(1) && next <= std::chrono::hours(6));
        last = next;
    }
    QCOMPARE(last, std::chrono::seconds(std::chrono::hours(6)));
}

QTEST_GUILESS_MAIN(StripeTest)
#include "stripe_test.moc"
