// SPDX-License-Identifier: GPL-3.0-or-later
// What WeChat Pay signs and seals, answers and callbacks, and that no secret goes to tickets and logs.
#include <QtTest/QtTest>

#include "tests/gateway/wechatpay_fixture.h"

using namespace aftercharge;
using namespace aftercharge::wechatpay_test;

class WechatPayWebhookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void needs_its_keys();
    void answers_that_cannot_be_believed_data();
    void answers_that_cannot_be_believed();
    void repaired_to_the_merchant_is_not_paid_to_the_customer();
    void callbacks_that_tell_data();
    void callbacks_that_tell();
    void callbacks_about_nothing_of_ours();
    void callbacks_that_are_not_signed();
    void callbacks_that_do_not_open_data();
    void callbacks_that_do_not_open();
    void tells_no_secret();
};

void WechatPayWebhookTest::needs_its_keys()
{
    FakeHttpClient http;
    SettableClock clock{now};
    CountingRandom random;
    const auto refused = [&](const std::function<void(WechatPayOptions &)> &edit) {
        WechatPayOptions edited = options();
        edit(edited);
        const auto made = WechatPayGateway::make(edited, http, clock, random);
        return !made && made.error().code == ErrorCode::GatewayNotConfigured &&
               !has(made.error().detail, edited.api_v3_key.empty() ? "SECRET" : edited.api_v3_key);
    };
    QVERIFY(refused([](WechatPayOptions &o) { o.mchid.clear(); }));
    QVERIFY(refused([](WechatPayOptions &o) { o.mchid = "1\",nonce_str=\""; }));
    QVERIFY(refused([](WechatPayOptions &o) { o.merchant_serial_no.clear(); }));
    QVERIFY(refused([](WechatPayOptions &o) { o.platform_serial_no.clear(); }));
    QVERIFY(refused([](WechatPayOptions &o) { o.api_v3_key = "0123456789abcdefSECRET"; }));
    QVERIFY(refused([](WechatPayOptions &o) { o.api_v3_key.clear(); }));
    QVERIFY(refused([](WechatPayOptions &o) { o.merchant_private_key = o.platform_public_key; }));
    QVERIFY(refused([](WechatPayOptions &o) { o.platform_public_key = "nonsense"; }));
    QVERIFY(WechatPayGateway::make(options(), http, clock, random));
}

void WechatPayWebhookTest::answers_that_cannot_be_believed_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const char *how : {"unsigned", "another key", "another serial", "stale", "early", "tampered", "twice",
                            "not base64", "no nonce", "refusal with a bad signature"})
        QTest::newRow(how) << QByteArray(how);
}

void WechatPayWebhookTest::answers_that_cannot_be_believed()
{
    QFETCH(const QByteArray, how);
    const std::string body = refund_json("SUCCESS");
    http::Answer answer = signed_answer(200, body);
    if (how == "unsigned")
        answer.headers = {{"content-type", "application/json"}};
    else if (how == "another key")
        answer.headers = signed_headers(body, "1795514400", merchant_pair());
    else if (how == "another serial")
        answer.headers = signed_headers(body, "1795514400", platform_pair(), "5157F09E");
    else if (how == "stale")
        answer.headers = signed_headers(body, "1795514099");
    else if (how == "early")
        answer.headers = signed_headers(body, "1795514701");
    else if (how == "tampered")
        answer.body.replace(answer.body.find("SUCCESS"), 7, "CLOSED!");
    else if (how == "twice")
        answer.headers.push_back(answer.headers.back());
    else if (how == "not base64")
        answer.headers.back().second = "!!!!";
    else if (how == "no nonce")
        answer.headers.erase(answer.headers.begin() + 2);
    else
        answer = answered(400, error_json("PARAM_ERROR"), signed_headers("something else"));
    Rig rig;
    rig.http.reply = [&](const http::Request &) { return answer; };
    for (const RefundAnswer &read : {rig.gateway->send_refund(call()), rig.gateway->ask_refund(call()),
                                     rig.gateway->repair_refund(known_call())}) {
        QCOMPARE(read.standing, Standing::Unknown);
        QVERIFY(has(read.words, "cannot be believed"));
        QVERIFY(read.external_refund_id.empty());
    }
}

void WechatPayWebhookTest::repaired_to_the_merchant_is_not_paid_to_the_customer()
{
    for (const char *account : {"商户基本账户", "商户结算银行账户"}) {
        Rig rig;
        rig.http.answers = {signed_answer(200, refund_json("SUCCESS", account))};
        const RefundAnswer answer = rig.gateway->ask_refund(known_call());
        QCOMPARE(answer.standing, Standing::Closed);
        QVERIFY(has(answer.words, "not to the customer"));
        const std::string body = callback_json("REFUND.SUCCESS", resource_json("SUCCESS", "1900000109", account));
        const auto news = rig.gateway->read_webhook({signed_headers(body), body}, now);
        QCOMPARE((*news)->answer.standing, Standing::Closed);
    }
    Rig rig;
    rig.http.answers = {signed_answer(200, refund_json("PROCESSING", "商户基本账户"))};
    QCOMPARE(rig.gateway->ask_refund(known_call()).standing, Standing::Pending);
}

void WechatPayWebhookTest::callbacks_that_tell_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<int>("standing");
    QTest::newRow("success") << QByteArray("SUCCESS") << static_cast<int>(Standing::Success);
    QTest::newRow("abnormal") << QByteArray("ABNORMAL") << static_cast<int>(Standing::Fail);
    QTest::newRow("closed") << QByteArray("CLOSED") << static_cast<int>(Standing::Closed);
}

void WechatPayWebhookTest::callbacks_that_tell()
{
    QFETCH(const QByteArray, state);
    QFETCH(const int, standing);
    Rig rig;
    const std::string body = callback_json("REFUND." + state.toStdString(), resource_json(state.toStdString()));
    const auto news = rig.gateway->read_webhook({signed_headers(body), body}, now);
    QVERIFY2(news && *news, news ? "nothing of ours" : to_line(news.error()).c_str());
    QCOMPARE((*news)->event_id, std::string("EV-2018022511223320873"));
    QCOMPARE((*news)->refund_no, call().refund_no);
    QCOMPARE((*news)->external_refund_id, known_call().external_refund_id);
    QCOMPARE((*news)->answer.standing, static_cast<Standing>(standing));
    QCOMPARE((*news)->answer.repairable, state == "ABNORMAL");
    QCOMPARE((*news)->answer.amount, std::optional(fen(1250)));
    QCOMPARE(rig.http.requests.size(), std::size_t{0});
}

void WechatPayWebhookTest::callbacks_about_nothing_of_ours()
{
    Rig rig;
    for (const char *type : {"TRANSACTION.SUCCESS", "REFUND.PROCESSING", "REFUND"}) {
        const std::string body = callback_json(type, resource_json("SUCCESS"));
        const auto news = rig.gateway->read_webhook({signed_headers(body), body}, now);
        QVERIFY2(news && !*news, type);
    }
}

void WechatPayWebhookTest::callbacks_that_are_not_signed()
{
    Rig rig;
    const std::string body = callback_json("REFUND.SUCCESS", resource_json("SUCCESS"));
    const auto code = [&](const http::Headers &headers, const std::string &text) {
        return rig.gateway->read_webhook({headers, text}, now).error().code;
    };
    const auto invalid = ErrorCode::WebhookSignatureInvalid;
    QCOMPARE(code({}, body), invalid);
    QCOMPARE(code(signed_headers(body), body + "\n"), invalid);
    QCOMPARE(code(signed_headers(body, "1795514400", merchant_pair()), body), invalid);
    QCOMPARE(code(signed_headers(body, "1795514400", platform_pair(), "OTHER"), body), invalid);
    QCOMPARE(code(signed_headers(body, "now"), body), invalid);
    for (std::size_t at = 0; at < 4; ++at) {
        http::Headers twice = signed_headers(body);
        twice.push_back(twice[at]);
        QCOMPARE(code(twice, body), invalid);
        http::Headers missing = signed_headers(body);
        missing.erase(missing.begin() + static_cast<long>(at));
        QCOMPARE(code(missing, body), invalid);
        http::Headers bent = signed_headers(body);
        bent[at].second[0] = bent[at].second[0] == 'A' ? 'B' : 'A';
        QCOMPARE(code(bent, body), invalid);
    }
    // How WeChat Pay tests that signatures are looked at.
    http::Headers probe = signed_headers(body);
    probe[3].second = "WECHATPAY/SIGNTEST/" + probe[3].second;
    QCOMPARE(code(probe, body), invalid);
    QCOMPARE(code(signed_headers(body, "1795514099"), body), ErrorCode::WebhookStale);
    QCOMPARE(code(signed_headers(body, "1795514701"), body), ErrorCode::WebhookStale);
    QVERIFY(rig.gateway->read_webhook({signed_headers(body, "1795514100"), body}, now));
}

void WechatPayWebhookTest::callbacks_that_do_not_open_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const std::string &body) {
        QTest::newRow(name) << QByteArray::fromStdString(body);
    };
    const std::string good = callback_json("REFUND.SUCCESS", resource_json("SUCCESS"));
    row("not JSON", "<html>");
    row("empty", "");
    row("no id", R"({"event_type":"REFUND.SUCCESS"})");
    row("no resource", R"({"id":"EV-1","event_type":"REFUND.SUCCESS"})");
    row("another key", callback_json("REFUND.SUCCESS", resource_json("SUCCESS"), "0123456789abcdefOTHERkey12345678"));
    std::string algorithm = good;
    algorithm.replace(algorithm.find("AEAD_AES_256_GCM"), 16, "AEAD_SM4_GCM____");
    row("another algorithm", algorithm);
    std::string data = good;
    data.replace(data.find("\"associated_data\":\"refund\""), 26, "\"associated_data\":\"transa\"");
    row("other associated data", data);
    std::string sealed = good;
    sealed.insert(sealed.find("\"ciphertext\":\"") + 14, "!");
    row("not base64", sealed);
    row("not JSON inside", callback_json("REFUND.SUCCESS", "<html>"));
    row("another merchant", callback_json("REFUND.SUCCESS", resource_json("SUCCESS", "1900000110")));
    row("state and event differ", callback_json("REFUND.SUCCESS", resource_json("CLOSED")));
    row("no number", callback_json("REFUND.SUCCESS", R"({"mchid":"1900000109","refund_status":"SUCCESS",)"
                                                     R"("refund_id":"5"})"));
    row("no refund id", callback_json("REFUND.SUCCESS", R"({"mchid":"1900000109","refund_status":"SUCCESS",)"
                                                        R"("out_refund_no":"R1"})"));
}

void WechatPayWebhookTest::callbacks_that_do_not_open()
{
    QFETCH(const QByteArray, body);
    Rig rig;
    const std::string text = body.toStdString();
    const auto news = rig.gateway->read_webhook({signed_headers(text), text}, now);
    QVERIFY(!news);
    QCOMPARE(news.error().code, ErrorCode::WebhookInvalid);
}

// Whatever the other side echoes and wherever it fails, what goes to tickets and logs has none
// of the secrets in it, nor does any request.
void WechatPayWebhookTest::tells_no_secret()
{
    const std::string key_line = merchant_pair().private_pem.substr(100, 40);
    const std::string whole_line = merchant_pair().private_pem.substr(28, 64);
    const std::string echo = std::string("You have ") + api_v3_key + " and " + whole_line;
    std::vector<std::string> said;
    std::vector<http::Answer> answers{no_answer(http::Outcome::NotSent, echo),
                                      no_answer(http::Outcome::Unknown, echo),
                                      signed_answer(200, refund_json(echo)),
                                      signed_answer(200, echo),
                                      signed_answer(200, refund_json("SUCCESS", echo)),
                                      answered(200, echo)};
    for (int status : {400, 401, 403, 404, 429, 500}) {
        for (const char *code : {"INVALID_REQUEST", "NOT_ENOUGH", "PARAM_ERROR", "RESOURCE_NOT_EXISTS", api_v3_key})
            answers.push_back(signed_answer(status, error_json(code, echo)));
    }
    for (const http::Answer &answer : answers) {
        Rig rig;
        rig.http.reply = [&](const http::Request &) { return answer; };
        for (const RefundAnswer &read : {rig.gateway->send_refund(call()), rig.gateway->ask_refund(call()),
                                         rig.gateway->repair_refund(call()), rig.gateway->repair_refund(known_call())})
            said.push_back(read.words);
        for (const http::Request &request : rig.http.requests) {
            std::string all = request.url + request.body;
            for (const auto &[name, value] : request.headers)
                all += name + value;
            said.push_back(all);
        }
    }
    Rig rig;
    for (const std::string &body :
         {echo, callback_json("REFUND.SUCCESS", echo), callback_json("REFUND.SUCCESS", resource_json(api_v3_key))})
        said.push_back(to_line(rig.gateway->read_webhook({signed_headers(body), body}, now).error()));
    for (const std::string &words : said)
        QVERIFY2(!has(words, api_v3_key) && !has(words, whole_line) && !has(words, key_line), words.c_str());
    QVERIFY(said.size() > 200);
}

QTEST_GUILESS_MAIN(WechatPayWebhookTest)
#include "wechatpay_webhook_test.moc"
