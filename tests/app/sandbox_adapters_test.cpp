// SPDX-License-Identifier: GPL-3.0-or-later
// Our adapters against the played gateways: what each outcome is to them.
#include <QtTest>

#include "app/sim/sandbox/carrier_sandbox.h"
#include "app/sim/sandbox/payment_sandbox.h"
#include "app/wiring/make_gateways.h"
#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/gateway/http/curl_client.h"
#include "tests/app/sandbox_client.h"

using namespace aftercharge;
using namespace aftercharge::test;
using namespace std::chrono_literals;
using payment::Standing;

namespace {

constexpr std::array providers{PaymentProvider::Stripe, PaymentProvider::WechatPay};
const std::string payment_id = "ch_0001";  // WeChat Pay takes no shorter one

payment::WebhookCall as_webhook(const sim::HttpCall &call)
{
    payment::WebhookCall out;
    for (const auto &[name, value] : call.headers)
        out.headers.emplace_back(name, value);
    out.body = call.body;
    return out;
}

struct Stage {
    Stage()
    {
        payment.set_webhook_base(ear.base());
        carrier.set_webhook_base(ear.base());
        if (!payment.start() || !carrier.start())
            qFatal("no port");
        payment.pay(payment_id, 10'000);
        auto accounts = payment.accounts();
        for (const GatewayAccount &account : carrier.accounts())
            accounts.push_back(account);
        made = make_gateways(accounts, {client, clock, random});
    }
    payment::PaymentGateway &gateway(PaymentProvider provider) { return *made.gateways.payment.at(provider); }
    carrier::CarrierGateway &easypost() { return *made.gateways.carrier.at(CarrierProvider::Easypost); }
    std::vector<sim::HttpCall> heard()
    {
        return payment.wait_for_webhooks(Duration{10'000}) && carrier.wait_for_webhooks(Duration{10'000})
                   ? ear.heard()
                   : std::vector<sim::HttpCall>();
    }

    WebhookEar ear;
    sim::PaymentSandbox payment;
    sim::CarrierSandbox carrier;
    http::CurlClient client;
    SystemClock clock;
    SystemRandom random;
    MadeGateways made;
};

Money yuan(std::int64_t minor)
{
    return *Money::from_minor(minor, *Currency::from_code("CNY"));
}

Money dollars(std::int64_t minor)
{
    return *Money::from_minor(minor, *Currency::from_code("USD"));
}

payment::RefundCall refund(PaymentProvider provider, const std::string &number, std::int64_t amount)
{
    payment::RefundCall call;
    call.refund_no = *RefundNo::from_text(number);
    call.provider = provider;
    call.payment_external_id = payment_id;
    call.amount = yuan(amount);
    call.paid = yuan(10'000);
    call.created_at = SystemClock().now();
    return call;
}

carrier::LabelCall label(const std::string &shipment_no, std::int64_t insured)
{
    carrier::LabelCall call;
    call.shipment_no = *ShipmentNo::from_text(shipment_no);
    call.to = {"Elizabeth Swan", "179 N Harbor Dr", "", "Redondo Beach", "CA", "90277", "US", "5555555555", ""};
    call.insure = dollars(insured);
    return call;
}

carrier::ClaimCall claim(const std::string &tracking_no, std::int64_t amount)
{
    carrier::ClaimCall call;
    call.claim_no = *ClaimNo::from_text("C-1");
    call.tracking_no = tracking_no;
    call.amount = dollars(amount);
    call.description = "It is broken";
    call.evidence = {{"box.png", "image/png", "not really a picture"}};
    call.opened_at = SystemClock().now();
    return call;
}

}  // namespace

class SandboxAdaptersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accounts_make_adapters();
    void refunds_are_heard_data();
    void refunds_are_heard();
    void refused_refunds_are_told_apart_data();
    void refused_refunds_are_told_apart();
    void one_number_is_one_refund();
    void abnormal_refund_is_repaired();
    void forged_answer_is_not_believed();
    void webhooks_are_read_data();
    void webhooks_are_read();
    void label_is_bought_and_found_again();
    void label_is_cancelled_data();
    void label_is_cancelled();
    void claim_is_led_to_its_end();
    void carrier_webhooks_are_read();
};

void SandboxAdaptersTest::accounts_make_adapters()
{
    Stage stage;
    QVERIFY(stage.made.problems.empty());
    QCOMPARE(stage.made.gateways.payment.size(), std::size_t{2});
    QCOMPARE(stage.made.gateways.carrier.size(), std::size_t{1});
}

void SandboxAdaptersTest::refunds_are_heard_data()
{
    QTest::addColumn<std::string>("step");
    QTest::addColumn<Standing>("first");
    QTest::addColumn<Standing>("asked");  // at once
    QTest::addColumn<Standing>("late");
    QTest::newRow("success") << std::string("success") << Standing::Success << Standing::Success << Standing::Success;
    QTest::newRow("pending") << std::string("pending_then_success") << Standing::Pending << Standing::Pending
                             << Standing::Success;
    QTest::newRow("fail") << std::string("fail") << Standing::Pending << Standing::Pending << Standing::Fail;
    QTest::newRow("closed") << std::string("closed") << Standing::Pending << Standing::Pending << Standing::Closed;
    QTest::newRow("reversal") << std::string("late_reversal") << Standing::Success << Standing::Success
                              << Standing::Closed;
    QTest::newRow("late fail") << std::string("late_fail_after_success") << Standing::Success << Standing::Success
                               << Standing::Fail;
    QTest::newRow("lost before") << std::string("lost_before") << Standing::Unknown << Standing::NotFound
                                 << Standing::NotFound;
    QTest::newRow("lost after") << std::string("lost_after") << Standing::Unknown << Standing::Success
                                << Standing::Success;
    QTest::newRow("html before") << std::string("html_before") << Standing::Unknown << Standing::NotFound
                                 << Standing::NotFound;
    QTest::newRow("html") << std::string("html+fail") << Standing::Unknown << Standing::Pending << Standing::Fail;
}

void SandboxAdaptersTest::refunds_are_heard()
{
    QFETCH(std::string, step);
    for (const PaymentProvider provider : providers) {
        Stage stage;
        QVERIFY(stage.payment.script(payment_id, {step}));
        payment::RefundCall call = refund(provider, "R-1", 400);
        const auto first = stage.gateway(provider).send_refund(call);
        QTEST(first.standing, "first");
        call.external_refund_id = first.external_refund_id;
        QTEST(stage.gateway(provider).ask_refund(call).standing, "asked");
        stage.payment.advance(2h);
        const auto late = stage.gateway(provider).ask_refund(call);
        QTEST(late.standing, "late");
        if (late.standing != Standing::NotFound)
            QCOMPARE(late.amount.value_or(Money()), yuan(400));
        QCOMPARE(late.standing == Standing::Fail && late.repairable,
                 late.standing == Standing::Fail && provider == PaymentProvider::WechatPay);
    }
}

void SandboxAdaptersTest::refused_refunds_are_told_apart_data()
{
    QTest::addColumn<std::string>("step");
    QTest::addColumn<int>("amount");
    QTest::addColumn<Standing>("stripe");
    QTest::addColumn<Standing>("wechat");
    QTest::newRow("rate") << std::string("rate_limited") << 400 << Standing::Later << Standing::Later;
    QTest::newRow("too much") << std::string("success") << 10'001 << Standing::Fail << Standing::Fail;
    QTest::newRow("balance") << std::string("not_enough") << 400 << Standing::Fail << Standing::Later;
}

void SandboxAdaptersTest::refused_refunds_are_told_apart()
{
    QFETCH(std::string, step);
    QFETCH(int, amount);
    Stage stage;
    QVERIFY(stage.payment.script(payment_id, {step, step}));
    QTEST(stage.gateway(PaymentProvider::Stripe).send_refund(refund(PaymentProvider::Stripe, "R-1", amount)).standing,
          "stripe");
    QTEST(stage.gateway(PaymentProvider::WechatPay)
              .send_refund(refund(PaymentProvider::WechatPay, "R-1", amount))
              .standing,
          "wechat");
}

void SandboxAdaptersTest::one_number_is_one_refund()
{
    for (const PaymentProvider provider : providers) {
        Stage stage;
        QVERIFY(stage.payment.script(payment_id, {"lost_after", "lost_after"}));
        const auto call = refund(provider, "R-1", 400);
        QCOMPARE(stage.gateway(provider).send_refund(call).standing, Standing::Unknown);
        const auto asked = stage.gateway(provider).ask_refund(call);
        const auto again = stage.gateway(provider).send_refund(call);
        QCOMPARE(again.standing, Standing::Success);
        QCOMPARE(again.external_refund_id, asked.external_refund_id);
        // Another payment's worth of money would be gone otherwise: 400 of 10,000 went once.
        QCOMPARE(stage.gateway(provider).send_refund(refund(provider, "R-2", 9'600)).standing, Standing::Unknown);
        QCOMPARE(stage.gateway(provider).ask_refund(refund(provider, "R-2", 9'600)).standing, Standing::Success);
    }
}

void SandboxAdaptersTest::abnormal_refund_is_repaired()
{
    Stage stage;
    QVERIFY(stage.payment.script(payment_id, {"fail"}));
    auto &gateway = stage.gateway(PaymentProvider::WechatPay);
    payment::RefundCall call = refund(PaymentProvider::WechatPay, "R-1", 400);
    call.external_refund_id = gateway.send_refund(call).external_refund_id;
    stage.payment.advance(60s);
    QVERIFY(gateway.ask_refund(call).repairable);
    QCOMPARE(gateway.repair_refund(call).standing, Standing::Pending);
    stage.payment.advance(60s);
    QCOMPARE(gateway.ask_refund(call).standing, Standing::Closed);
}

void SandboxAdaptersTest::forged_answer_is_not_believed()
{
    Stage stage;
    QVERIFY(stage.payment.script(payment_id, {"bad_signature"}));
    auto &gateway = stage.gateway(PaymentProvider::WechatPay);
    const auto call = refund(PaymentProvider::WechatPay, "R-1", 400);
    QCOMPARE(gateway.send_refund(call).standing, Standing::Unknown);
    QCOMPARE(gateway.ask_refund(call).standing, Standing::Success);
}

void SandboxAdaptersTest::webhooks_are_read_data()
{
    QTest::addColumn<std::string>("step");
    QTest::addColumn<bool>("believed");
    QTest::addColumn<ErrorCode>("refusal");
    QTest::newRow("good") << std::string("success") << true << ErrorCode::Internal;
    QTest::newRow("stale") << std::string("stale_webhook") << false << ErrorCode::WebhookStale;
    QTest::newRow("forged") << std::string("wrong_signature") << false << ErrorCode::WebhookSignatureInvalid;
}

void SandboxAdaptersTest::webhooks_are_read()
{
    QFETCH(std::string, step);
    QFETCH(bool, believed);
    QFETCH(ErrorCode, refusal);
    for (const PaymentProvider provider : providers) {
        Stage stage;
        QVERIFY(stage.payment.script(payment_id, {step}));
        const auto sent = stage.gateway(provider).send_refund(refund(provider, "R-1", 400));
        const auto heard = stage.heard();
        QCOMPARE(heard.size(), std::size_t{1});
        const auto news = stage.gateway(provider).read_webhook(as_webhook(heard[0]), stage.clock.now());
        QCOMPARE(news.has_value(), believed);
        if (!believed) {
            QCOMPARE(news.error().code, refusal);
            continue;
        }
        QVERIFY(news->has_value());
        QCOMPARE((*news)->refund_no.text(), std::string("R-1"));
        QCOMPARE((*news)->external_refund_id, sent.external_refund_id);
        QCOMPARE((*news)->answer.standing, Standing::Success);
    }
}

void SandboxAdaptersTest::label_is_bought_and_found_again()
{
    Stage stage;
    const auto bought = stage.easypost().buy_label(label("S-1", 5'000));
    QCOMPARE(bought.outcome, carrier::Outcome::Done);
    QVERIFY(!bought.tracking_no.empty());
    QCOMPARE(bought.insured, dollars(5'000));
    QVERIFY(stage.carrier.script("S-2", {"lost_after"}));
    QCOMPARE(stage.easypost().buy_label(label("S-2", 0)).outcome, carrier::Outcome::Unknown);
    const auto found = stage.easypost().ask_label(label("S-2", 0));
    QCOMPARE(found.outcome, carrier::Outcome::Done);
    QVERIFY(!found.tracking_no.empty());
    QCOMPARE(stage.easypost().ask_label(label("S-3", 0)).outcome, carrier::Outcome::NotFound);
    QVERIFY(stage.carrier.move(bought.tracking_no, "delivered"));
    QCOMPARE(stage.easypost().track(bought.tracking_no).event.value_or(ShipmentEvent::Lost), ShipmentEvent::Delivered);
}

void SandboxAdaptersTest::label_is_cancelled_data()
{
    QTest::addColumn<std::string>("step");
    QTest::addColumn<LabelRefund>("first");
    QTest::addColumn<LabelRefund>("later");
    QTest::newRow("refunded") << std::string("label_refunded") << LabelRefund::Refunded << LabelRefund::Refunded;
    QTest::newRow("submitted") << std::string("label_submitted") << LabelRefund::Submitted << LabelRefund::Submitted;
    QTest::newRow("rejected") << std::string("label_rejected") << LabelRefund::Submitted << LabelRefund::Rejected;
    QTest::newRow("none") << std::string("label_not_applicable") << LabelRefund::NotApplicable
                          << LabelRefund::NotApplicable;
}

void SandboxAdaptersTest::label_is_cancelled()
{
    QFETCH(std::string, step);
    Stage stage;
    const auto bought = stage.easypost().buy_label(label("S-1", 0));
    QVERIFY(stage.carrier.script("S-1", {step}));
    QTEST(stage.easypost().cancel_label(bought.ext_external_id).label_refund, "first");
    stage.carrier.advance(60s);
    QTEST(stage.easypost().ask_label_refund(bought.ext_external_id).label_refund, "later");
}

void SandboxAdaptersTest::claim_is_led_to_its_end()
{
    Stage stage;
    const std::string code = stage.easypost().buy_label(label("S-1", 5'000)).tracking_no;
    QVERIFY(stage.carrier.load(R"({"parcels": {"S-1": {"steps": [{"do": "claim_asks+claim_approve_partial+lost_after",
        "amount": "12.00"}]}}})"));
    carrier::ClaimCall call = claim(code, 5'000);
    QCOMPARE(stage.easypost().open_claim(call).outcome, carrier::Outcome::Unknown);
    call.external_id = stage.easypost().find_claim(call).external_id;
    QVERIFY(!call.external_id.empty());
    stage.carrier.advance(60s);
    QCOMPARE(stage.easypost().ask_claim(call).event.value_or(ClaimEvent::Denied), ClaimEvent::AskedForEvidence);
    QCOMPARE(stage.easypost().send_evidence(call).outcome, carrier::Outcome::ByHand);
    QVERIFY(stage.carrier.receive_evidence(code));
    stage.carrier.advance(60s);
    const auto decided = stage.easypost().ask_claim(call);
    QCOMPARE(decided.event.value_or(ClaimEvent::Denied), ClaimEvent::ApprovedInPart);
    QCOMPARE(decided.approved.value_or(Money()), dollars(1'200));
    const std::string bare = stage.easypost().buy_label(label("S-2", 0)).tracking_no;
    const auto refused = stage.easypost().open_claim(claim(bare, 100));
    QVERIFY(refused.outcome == carrier::Outcome::Refused || refused.outcome == carrier::Outcome::NotFound);
}

void SandboxAdaptersTest::carrier_webhooks_are_read()
{
    Stage stage;
    const auto bought = stage.easypost().buy_label(label("S-1", 5'000));
    QVERIFY(stage.carrier.script("S-1", {"claim_deny", "label_refunded"}));
    QCOMPARE(stage.easypost().open_claim(claim(bought.tracking_no, 5'000)).outcome, carrier::Outcome::Done);
    stage.easypost().cancel_label(bought.ext_external_id);
    stage.carrier.advance(60s);
    int denied = 0;
    int refunded = 0;
    for (const sim::HttpCall &call : stage.heard()) {
        const auto news = stage.easypost().read_webhook(as_webhook(call));
        QVERIFY2(news.has_value(), call.body.c_str());
        if (!news->has_value())
            continue;
        denied += (*news)->claim && (*news)->claim->event == ClaimEvent::Denied ? 1 : 0;
        refunded += (*news)->label && (*news)->label->label_refund == LabelRefund::Refunded ? 1 : 0;
        payment::WebhookCall forged = as_webhook(call);
        forged.body += ' ';
        QCOMPARE(stage.easypost().read_webhook(forged).error().code, ErrorCode::WebhookSignatureInvalid);
    }
    QCOMPARE(denied, 1);
    QCOMPARE(refunded, 1);
}

QTEST_GUILESS_MAIN(SandboxAdaptersTest)
#include "sandbox_adapters_test.moc"
