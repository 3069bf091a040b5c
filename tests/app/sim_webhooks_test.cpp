// SPDX-License-Identifier: GPL-3.0-or-later
// How the played payment services tell of a refund: each scripted way.
#include "tests/app/payment_stage.h"

using namespace aftercharge;
using namespace aftercharge::test;
using namespace std::chrono_literals;
using sim::Json;

namespace {

constexpr auto patience = Duration{10'000};

}  // namespace

class SimWebhooksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void webhooks_come_as_scripted_data();
    void webhooks_come_as_scripted();
    void webhook_comes_before_its_reply();
    void webhooks_change_places();
};

void SimWebhooksTest::webhooks_come_as_scripted_data()
{
    QTest::addColumn<std::string>("step");
    QTest::addColumn<int>("copies");
    QTest::addColumn<bool>("fresh");
    QTest::addColumn<bool>("genuine");
    QTest::newRow("once") << std::string("success") << 1 << true << true;
    QTest::newRow("twice") << std::string("duplicate_webhook") << 2 << true << true;
    QTest::newRow("never") << std::string("no_webhook") << 0 << true << true;
    QTest::newRow("stale") << std::string("stale_webhook") << 1 << false << true;
    QTest::newRow("forged") << std::string("wrong_signature") << 1 << true << false;
}

void SimWebhooksTest::webhooks_come_as_scripted()
{
    QFETCH(std::string, step);
    QFETCH(int, copies);
    QFETCH(bool, fresh);
    QFETCH(bool, genuine);
    PaymentStage stage;
    QVERIFY(stage.sandbox.script("ch_1", {step}));
    QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-1"), "R-1").status(), 200);
    QVERIFY(stage.sandbox.wait_for_webhooks(patience));
    const auto heard = stage.ear.heard();
    QCOMPARE(static_cast<int>(heard.size()), copies);
    for (const sim::HttpCall &call : heard) {
        QCOMPARE(call.path, std::string("/webhooks/stripe"));
        QCOMPARE(call.body, heard.front().body);
        const std::string signature = call.header("stripe-signature");
        const std::string time = signature.substr(2, signature.find(',') - 2);
        const std::string v1 = signature.substr(signature.find("v1=") + 3, 64);
        const auto now = std::chrono::system_clock::now().time_since_epoch() / 1s;
        QCOMPARE(now - std::stoll(time) < 300, fresh);
        QCOMPARE(v1 == sim::hmac_sha256_hex(stage.stripe().secret("webhook_secret"), time + '.' + call.body), genuine);
        QCOMPARE(sim::text_of(Json::parse(call.body), "type"), std::string("refund.created"));
    }
}

void SimWebhooksTest::webhook_comes_before_its_reply()
{
    PaymentStage stage;
    QVERIFY(stage.sandbox.script("T-1", {"webhook_before_reply"}));
    const auto made = stage.wechat().wechat_post(wechat_path, refund_body("T-1", "R-1", 400));
    QCOMPARE(made.text("status"), std::string("PROCESSING"));
    // It was heard when the reply came: nothing is waited for here.
    QCOMPARE(stage.ear.heard().size(), std::size_t{1});
    QCOMPARE(sim::text_of(Json::parse(stage.ear.heard()[0].body), "event_type"), std::string("REFUND.SUCCESS"));
}

void SimWebhooksTest::webhooks_change_places()
{
    PaymentStage stage;
    QVERIFY(stage.sandbox.script("ch_1", {"pending_then_success+reordered_webhooks"}));
    QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-1"), "R-1").status(), 200);
    QVERIFY(stage.sandbox.wait_for_webhooks(patience));
    QCOMPARE(stage.ear.heard().size(), std::size_t{0});
    stage.sandbox.advance(60s);
    QVERIFY(stage.sandbox.wait_for_webhooks(patience));
    const auto heard = stage.ear.heard();
    QCOMPARE(heard.size(), std::size_t{2});
    QCOMPARE(sim::text_of(Json::parse(heard[0].body), "type"), std::string("refund.updated"));
    QCOMPARE(sim::text_of(Json::parse(heard[1].body), "type"), std::string("refund.created"));
}

QTEST_GUILESS_MAIN(SimWebhooksTest)
#include "sim_webhooks_test.moc"
