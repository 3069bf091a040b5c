// SPDX-License-Identifier: GPL-3.0-or-later
// What is posted to the Stripe intake, and that no secret goes to tickets and logs.
#include <QtTest/QtTest>

#include "tests/gateway/stripe_fixture.h"

using namespace aftercharge;
using namespace aftercharge::stripe_test;

class StripeWebhookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void webhooks_that_tell_data();
    void webhooks_that_tell();
    void webhooks_about_nothing_of_ours();
    void webhooks_that_are_refused_data();
    void webhooks_that_are_refused();
    void webhook_of_several_signatures();
    void webhook_without_a_secret_is_never_believed();
    void tells_no_secret();
};

void StripeWebhookTest::webhooks_that_tell_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("standing");
    const auto row = [](const char *type, const char *status, Standing standing) {
        QTest::addRow("%s %s", type, status) << QByteArray(type) << QByteArray(status) << static_cast<int>(standing);
    };
    row("refund.created", "pending", Standing::Pending);
    row("refund.created", "succeeded", Standing::Success);
    row("refund.updated", "succeeded", Standing::Success);
    row("refund.updated", "canceled", Standing::Closed);
    row("refund.failed", "failed", Standing::Fail);
    row("charge.refund.updated", "failed", Standing::Fail);
    row("charge.refund.updated", "requires_action", Standing::Pending);
}

void StripeWebhookTest::webhooks_that_tell()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, status);
    QFETCH(const int, standing);
    Rig rig;
    const auto news = rig.gateway.read_webhook(
        webhook(event_json(type.toStdString(), refund_json(status.toStdString()))), now);
    QVERIFY2(news && *news, news ? "nothing of ours" : to_line(news.error()).c_str());
    QCOMPARE((*news)->event_id, std::string("evt_1"));
    QCOMPARE((*news)->refund_no, call().refund_no);
    QCOMPARE((*news)->external_refund_id, std::string("re_1"));
    QCOMPARE((*news)->answer.standing, static_cast<Standing>(standing));
    QCOMPARE((*news)->answer.amount, std::optional(call().amount));
    QCOMPARE(rig.http.requests.size(), std::size_t{0});
}

void StripeWebhookTest::webhooks_about_nothing_of_ours()
{
    Rig rig;
    for (const char *type : {"charge.refunded", "charge.succeeded", "payout.paid", "refund.reviewed"}) {
        const auto news = rig.gateway.read_webhook(webhook(event_json(type, R"({"id":"x"})")), now);
        QVERIFY2(news && !*news, type);
    }
    // Made by hand in Stripe's dashboard: a refund, without a number of ours.
    const auto foreign = rig.gateway.read_webhook(
        webhook(event_json("refund.created", refund_json("succeeded", "", "re_9"))), now);
    QVERIFY(foreign && *foreign);
    QVERIFY((*foreign)->refund_no.is_empty());
    QCOMPARE((*foreign)->external_refund_id, std::string("re_9"));
}

void StripeWebhookTest::webhooks_that_are_refused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("code");
    const std::string body = event_json("refund.updated", refund_json("succeeded"));
    const auto row = [&](const char *name, const std::string &text, const std::string &header, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray::fromStdString(header)
                            << static_cast<int>(code);
    };
    const auto invalid = ErrorCode::WebhookSignatureInvalid;
    const std::string time = "1795514400";
    const std::string good = "t=" + time + ",v1=" + v1(time, body);
    std::string tampered = body;
    tampered.replace(tampered.find("1250"), 4, "9250");
    row("tampered body", tampered, good, invalid);
    row("a byte more", body + " ", good, invalid);
    row("another secret", body, "t=" + time + ",v1=" + v1(time, body, "whsec_other"), invalid);
    row("another time", body, "t=1795514401,v1=" + v1(time, body), invalid);
    row("only v0", body, "t=" + time + ",v0=" + v1(time, body), invalid);
    row("no time", body, "v1=" + v1(time, body), invalid);
    row("two times", body, good + ",t=" + time, invalid);
    row("no signature", body, "t=" + time, invalid);
    row("empty signature", body, "t=" + time + ",v1=", invalid);
    row("half a signature", body, good.substr(0, good.size() - 2), invalid);
    row("empty header", body, "", invalid);
    row("a header without end", body, good + std::string(5000, ','), invalid);
    row("a time that is none", body, "t=now,v1=" + v1("now", body), invalid);
    const std::string old = "1795514099";
    row("301 s old", body, "t=" + old + ",v1=" + v1(old, body), ErrorCode::WebhookStale);
    const std::string early = "1795514701";
    row("301 s early", body, "t=" + early + ",v1=" + v1(early, body), ErrorCode::WebhookStale);
    row("stale and forged", body, "t=" + old + ",v1=" + v1(old, body, "x"), invalid);
    const auto said = [&](const char *name, const std::string &text) {
        row(name, text, "t=" + time + ",v1=" + v1(time, text), ErrorCode::WebhookInvalid);
    };
    said("not JSON", "<html>");
    said("empty", "");
    said("truncated", body.substr(0, body.size() - 3));
    said("no event id", R"({"type":"refund.updated","data":{"object":{}}})");
    said("no object", R"({"id":"evt_1","type":"refund.updated","data":{}})");
    said("a charge as object", event_json("refund.updated", R"({"id":"ch_1","object":"charge","status":"succeeded"})"));
    said("a status of tomorrow", event_json("refund.updated", refund_json("delayed")));
}

void StripeWebhookTest::webhooks_that_are_refused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, header);
    QFETCH(const int, code);
    Rig rig;
    const auto news = rig.gateway.read_webhook({{{"stripe-signature", header.toStdString()}}, body.toStdString()}, now);
    QVERIFY(!news);
    QCOMPARE(news.error().code, static_cast<ErrorCode>(code));
}

void StripeWebhookTest::webhook_of_several_signatures()
{
    Rig rig;
    const std::string body = event_json("refund.updated", refund_json("succeeded"));
    const std::string time = "1795514100";  // 300 s old: just fresh
    const std::string good = v1(time, body);
    const std::string other = v1(time, body, "whsec_before");
    const auto with = [&](const http::Headers &headers) { return rig.gateway.read_webhook({headers, body}, now); };
    QVERIFY(with({{"stripe-signature", "t=" + time + ",v1=" + other + ",v1=" + good + ",v0=" + other}}));
    QVERIFY(with({{"stripe-signature", "v1=" + good + ",t=" + time + ",v1=" + other}}));
    // Two headers: neither is chosen, though one is good.
    const std::string header = "t=" + time + ",v1=" + good;
    const auto twice = with({{"stripe-signature", header}, {"stripe-signature", header}});
    QCOMPARE(twice.error().code, ErrorCode::WebhookSignatureInvalid);
    QCOMPARE(with({}).error().code, ErrorCode::WebhookSignatureInvalid);
}

void StripeWebhookTest::webhook_without_a_secret_is_never_believed()
{
    FakeHttpClient http;
    StripeOptions without = options();
    without.webhook_secret.clear();
    StripeGateway gateway(without, http);
    const std::string body = event_json("refund.updated", refund_json("succeeded"));
    QCOMPARE(gateway.read_webhook(webhook(body, "1795514400", ""), now).error().code,
             ErrorCode::WebhookSignatureInvalid);
}

// Whatever the other side echoes and wherever it fails: what goes to tickets and logs has none
// of the secrets in it, and no request carries the webhook's.
void StripeWebhookTest::tells_no_secret()
{
    const std::string echo = std::string("You sent ") + api_key + " and " + webhook_secret;
    std::vector<http::Answer> answers{no_answer(http::Outcome::NotSent, echo), no_answer(http::Outcome::Unknown, echo),
                                      answered(200, refund_json(api_key)),
                                      answered(200, refund_json("failed", api_key)), answered(200, echo)};
    for (int status : {400, 401, 402, 403, 404, 409, 429, 500})
        answers.push_back(answered(status, error_json(api_key, webhook_secret, echo)));
    answers.push_back(answered(400, error_json("idempotency_error", api_key, echo)));
    answers.push_back(
        answered(200, R"({"id":"re_1","object":"refund","status":"failed","failure_reason":")" + echo + "\"}"));
    std::vector<std::string> said;
    for (const http::Answer &answer : answers) {
        Rig rig;
        rig.http.reply = [&](const http::Request &) { return answer; };
        RefundCall known = call();
        known.external_refund_id = "re_1";
        for (const RefundAnswer &read : {rig.gateway.send_refund(call()), rig.gateway.ask_refund(call()),
                                         rig.gateway.ask_refund(known), rig.gateway.repair_refund(call())}) {
            said.push_back(read.words);
            said.push_back(read.external_refund_id);
        }
        for (const http::Request &request : rig.http.requests) {
            QVERIFY(!has(request.url, api_key) && !has(request.body, api_key));
            QVERIFY(!has(request.url + request.body, webhook_secret));
        }
    }
    Rig rig;
    for (const std::string &body : {echo, event_json("refund.updated", refund_json(api_key))})
        said.push_back(to_line(rig.gateway.read_webhook(webhook(body), now).error()));
    said.push_back(to_line(rig.gateway.read_webhook({{{"stripe-signature", echo}}, echo}, now).error()));
    for (const std::string &words : said)
        QVERIFY2(!has(words, api_key) && !has(words, webhook_secret), words.c_str());
    QVERIFY(said.size() > 100);
}

QTEST_GUILESS_MAIN(StripeWebhookTest)
#include "stripe_webhook_test.moc"
