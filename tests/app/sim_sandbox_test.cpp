// SPDX-License-Identifier: GPL-3.0-or-later
// The played payment services, spoken to without any adapter: each scripted outcome.
#include "tests/app/payment_stage.h"

using namespace aftercharge;
using namespace aftercharge::test;
using namespace std::chrono_literals;
using sim::Json;

namespace {

// How a refund stands in its answer, a minute later, and hours later.
void state_columns()
{
    for (const char *name : {"step", "first", "soon", "late"})
        QTest::addColumn<std::string>(name);
}

void state_row(const char *name, const std::string &step, const std::string &first, const std::string &soon,
               const std::string &late)
{
    QTest::newRow(name) << step << first << soon << late;
}

}  // namespace

class SimSandboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stripe_replays_what_its_key_keeps();
    void stripe_keeps_a_500();
    void stripe_refuses_what_exceeds();
    void stripe_lists_by_pages();
    void stripe_refunds_end_as_scripted_data();
    void stripe_refunds_end_as_scripted();
    void requests_get_lost_data();
    void requests_get_lost();
    void wechat_signs_and_verifies();
    void wechat_keeps_one_refund_a_number();
    void wechat_refunds_end_as_scripted_data();
    void wechat_refunds_end_as_scripted();
    void wechat_repairs_an_abnormal_refund();
    void is_controlled_over_http();
    void refuses_a_wrong_script();
};

void SimSandboxTest::stripe_replays_what_its_key_keeps()
{
    PaymentStage stage;
    const auto first = stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-1"), "R-1");
    QCOMPARE(first.status(), 200);
    QCOMPARE(first.text("status"), std::string("succeeded"));
    QCOMPARE(first.text("currency"), std::string("usd"));
    const auto again = stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-1"), "R-1");
    QCOMPARE(again.text("id"), first.text("id"));
    QCOMPARE(again.answer.header("idempotent-replayed"), std::string("true"));
    QVERIFY(first.answer.header("idempotent-replayed").empty());
    const auto other = stage.stripe().stripe_post("/v1/refunds", form("ch_1", 500, "R-1"), "R-1");
    QCOMPARE(other.status(), 400);
    QCOMPARE(other.error("type"), std::string("idempotency_error"));
    const auto charge = stage.stripe().stripe_get("/v1/charges/ch_1");
    QCOMPARE(sim::whole_of(charge.json, "amount_refunded").value_or(-1), 400);
    QCOMPARE(stage.sandbox.log().count("POST", "/v1/refunds", "R-1"), 3);
    GatewayAccount stranger = stage.stripe().account();
    stranger.secrets["api_key"] = "sk_test_other";
    QCOMPARE(SandboxClient(stranger).stripe_get("/v1/charges/ch_1").status(), 401);
}

void SimSandboxTest::stripe_keeps_a_500()
{
    PaymentStage stage;
    QVERIFY(stage.sandbox.script("ch_1", {"server_error", "rate_limited"}));
    QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-1"), "R-1").status(), 500);
    const auto again = stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-1"), "R-1");
    QCOMPARE(again.status(), 500);
    QCOMPARE(again.answer.header("idempotent-replayed"), std::string("true"));
    QCOMPARE(stage.stripe().stripe_get("/v1/refunds?charge=ch_1").json["data"].size(), std::size_t{0});
    // What was not begun is not kept.
    QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-2"), "R-2").status(), 429);
    QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-2"), "R-2").status(), 200);
}

void SimSandboxTest::stripe_refuses_what_exceeds()
{
    PaymentStage stage;
    QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_none", 1, "R-0"), "R-0").status(), 404);
    const auto too_much = stage.stripe().stripe_post("/v1/refunds", form("ch_1", 10'001, "R-1"), "R-1");
    QCOMPARE(too_much.status(), 400);
    QCOMPARE(too_much.error("param"), std::string("amount"));
    QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_1", 10'000, "R-2"), "R-2").status(), 200);
    const auto nothing_left = stage.stripe().stripe_post("/v1/refunds", form("ch_1", 1, "R-3"), "R-3");
    QCOMPARE(nothing_left.status(), 400);
    QCOMPARE(nothing_left.error("code"), std::string("charge_already_refunded"));
    const auto no_amount = stage.stripe().stripe_post("/v1/refunds", "charge=ch_1&amount=1.5", "R-4");
    QCOMPARE(no_amount.error("code"), std::string("parameter_invalid_integer"));
}

void SimSandboxTest::stripe_lists_by_pages()
{
    PaymentStage stage;
    for (int i = 1; i <= 5; ++i) {
        const std::string number = "R-" + std::to_string(i);
        QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_1", i, number), number).status(), 200);
    }
    std::vector<std::string> numbers;
    std::string after;
    for (bool more = true; more;) {
        const auto page = stage.stripe().stripe_get("/v1/refunds?payment_intent=pi_1&limit=2" + after);
        for (const Json &refund : page.json["data"])
            numbers.push_back(sim::text_of(refund["metadata"], "refund_no"));
        more = page.json["has_more"].get<bool>();
        after = "&starting_after=" + sim::text_of(page.json["data"].back(), "id");
    }
    QCOMPARE(numbers, (std::vector<std::string>{"R-5", "R-4", "R-3", "R-2", "R-1"}));
}

void SimSandboxTest::stripe_refunds_end_as_scripted_data()
{
    state_columns();
    state_row("success", "success", "succeeded", "succeeded", "succeeded");
    state_row("pending", "pending_then_success", "pending", "succeeded", "succeeded");
    state_row("fail", "fail", "pending", "failed", "failed");
    state_row("closed", "closed", "pending", "canceled", "canceled");
    state_row("reversal", "late_reversal", "succeeded", "succeeded", "canceled");
    state_row("late fail", "late_fail_after_success+pending_then_success", "pending", "succeeded", "failed");
}

void SimSandboxTest::stripe_refunds_end_as_scripted()
{
    QFETCH(std::string, step);
    PaymentStage stage;
    QVERIFY(stage.sandbox.script("ch_1", {step}));
    const auto made = stage.stripe().stripe_post("/v1/refunds", form("ch_1", 10'000, "R-1"), "R-1");
    const auto status = [&] { return stage.stripe().stripe_get("/v1/refunds/" + made.text("id")).text("status"); };
    QTEST(made.text("status"), "first");
    stage.sandbox.advance(60s);
    QTEST(status(), "soon");
    stage.sandbox.advance(2h);
    QTEST(status(), "late");
    // What failed or was canceled can be refunded again.
    const bool gave_back = status() != "succeeded";
    QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_1", 10'000, "R-2"), "R-2").status(),
             gave_back ? 200 : 400);
}

void SimSandboxTest::requests_get_lost_data()
{
    QTest::addColumn<std::string>("step");
    QTest::addColumn<bool>("answered");
    QTest::addColumn<int>("done");
    QTest::newRow("before") << std::string("lost_before") << false << 0;
    QTest::newRow("after") << std::string("lost_after") << false << 1;
    QTest::newRow("html") << std::string("html") << true << 1;
    QTest::newRow("html before") << std::string("html_before") << true << 0;
}

void SimSandboxTest::requests_get_lost()
{
    QFETCH(std::string, step);
    QFETCH(bool, answered);
    QFETCH(int, done);
    PaymentStage stage;
    QVERIFY(stage.sandbox.script("ch_1", {step}));
    QVERIFY(stage.sandbox.script("T-1", {step}));
    const auto stripe = stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-1"), "R-1");
    const auto wechat = stage.wechat().wechat_post(wechat_path, refund_body("T-1", "R-1", 400));
    for (const Spoken &spoken : {stripe, wechat}) {
        QCOMPARE(spoken.lost(), !answered);
        QVERIFY(!answered || (spoken.status() == 502 && spoken.json.is_discarded()));
    }
    const auto listed = stage.stripe().stripe_get("/v1/refunds?charge=ch_1");
    QCOMPARE(static_cast<int>(listed.json["data"].size()), done);
    QCOMPARE(stage.wechat().wechat_get(wechat_path + "/R-1").status(), done == 1 ? 200 : 404);
    // The same again is done once, whatever became of the first.
    QCOMPARE(stage.stripe().stripe_post("/v1/refunds", form("ch_1", 400, "R-1"), "R-1").status(), 200);
    QCOMPARE(stage.wechat().wechat_post(wechat_path, refund_body("T-1", "R-1", 400)).status(), 200);
    const auto charge = stage.stripe().stripe_get("/v1/charges/ch_1");
    QCOMPARE(sim::whole_of(charge.json, "amount_refunded").value_or(-1), 400);
}

void SimSandboxTest::wechat_signs_and_verifies()
{
    PaymentStage stage;
    const SandboxClient client = stage.wechat();
    const auto done = client.wechat_post(wechat_path, refund_body("T-1", "R-1", 400));
    QCOMPARE(done.status(), 200);
    QCOMPARE(done.text("status"), std::string("SUCCESS"));
    QVERIFY(client.is_signed(done.answer));
    http::Answer changed = done.answer;
    changed.body += ' ';
    QVERIFY(!client.is_signed(changed));
    // Refusals are signed as well.
    const auto none = client.wechat_get(wechat_path + "/R-none");
    QCOMPARE(none.text("code"), std::string("RESOURCE_NOT_EXISTS"));
    QVERIFY(client.is_signed(none.answer));
    // A body that is not the one that was signed.
    const auto headers = client.wechat_headers("POST", wechat_path, refund_body("T-1", "R-2", 1).dump());
    const auto forged = client.send(http::Method::Post, wechat_path, headers, refund_body("T-1", "R-2", 2).dump());
    QCOMPARE(forged.status(), 401);
    QCOMPARE(forged.text("code"), std::string("SIGN_ERROR"));
    QVERIFY(stage.sandbox.script("T-1", {"bad_signature"}));
    const auto unbelievable = client.wechat_post(wechat_path, refund_body("T-1", "R-3", 1));
    QCOMPARE(unbelievable.status(), 200);
    QVERIFY(!client.is_signed(unbelievable.answer));
    const auto certificates = client.wechat_get("/v3/certificates");
    QCOMPARE(sim::text_of(certificates.json["data"][0], "serial_no"),
             client.account().settings.at("platform_serial_no"));
}

void SimSandboxTest::wechat_keeps_one_refund_a_number()
{
    PaymentStage stage;
    const SandboxClient client = stage.wechat();
    QVERIFY(stage.sandbox.script("T-1", {"not_enough", "rate_limited", "server_error"}));
    const auto poor = client.wechat_post(wechat_path, refund_body("T-1", "R-1", 400));
    QCOMPARE(poor.status(), 403);
    QCOMPARE(poor.text("code"), std::string("NOT_ENOUGH"));
    QCOMPARE(client.wechat_post(wechat_path, refund_body("T-1", "R-1", 400)).status(), 429);
    QCOMPARE(client.wechat_post(wechat_path, refund_body("T-1", "R-1", 400)).text("code"), std::string("SYSTEM_ERROR"));
    const auto first = client.wechat_post(wechat_path, refund_body("T-1", "R-1", 400));
    const auto again = client.wechat_post(wechat_path, refund_body("T-1", "R-1", 400));
    QVERIFY(!first.text("refund_id").empty());
    QCOMPARE(again.text("refund_id"), first.text("refund_id"));
    QCOMPARE(client.wechat_post(wechat_path, refund_body("T-1", "R-1", 401)).text("code"),
             std::string("INVALID_REQUEST"));
    QCOMPARE(client.wechat_post(wechat_path, refund_body("T-1", "R-2", 9'601)).text("code"),
             std::string("INVALID_REQUEST"));
    QCOMPARE(client.wechat_post(wechat_path, refund_body("T-1", "R-3", 1, 9'999)).status(), 400);
}

void SimSandboxTest::wechat_refunds_end_as_scripted_data()
{
    state_columns();
    state_row("pending", "pending_then_success", "PROCESSING", "SUCCESS", "SUCCESS");
    state_row("fail", "fail", "PROCESSING", "ABNORMAL", "ABNORMAL");
    state_row("closed", "closed", "PROCESSING", "CLOSED", "CLOSED");
    state_row("reversal", "late_reversal", "SUCCESS", "SUCCESS", "CLOSED");
    state_row("late fail", "late_fail_after_success", "SUCCESS", "SUCCESS", "ABNORMAL");
}

void SimSandboxTest::wechat_refunds_end_as_scripted()
{
    QFETCH(std::string, step);
    PaymentStage stage;
    QVERIFY(stage.sandbox.script("T-1", {step}));
    const auto made = stage.wechat().wechat_post(wechat_path, refund_body("T-1", "R-1", 10'000));
    const auto status = [&] { return stage.wechat().wechat_get(wechat_path + "/R-1").text("status"); };
    QTEST(made.text("status"), "first");
    stage.sandbox.advance(60s);
    QTEST(status(), "soon");
    stage.sandbox.advance(2h);
    QTEST(status(), "late");
    // Only what was closed can be refunded again: an abnormal one is repaired.
    QCOMPARE(stage.wechat().wechat_post(wechat_path, refund_body("T-1", "R-2", 1)).status(),
             status() == "CLOSED" ? 200 : 400);
}

void SimSandboxTest::wechat_repairs_an_abnormal_refund()
{
    PaymentStage stage;
    const SandboxClient client = stage.wechat();
    QVERIFY(stage.sandbox.script("T-1", {"fail"}));
    const auto made = client.wechat_post(wechat_path, refund_body("T-1", "R-1", 400));
    const std::string repair = wechat_path + '/' + made.text("refund_id") + "/apply-abnormal-refund";
    const Json body{{"out_refund_no", "R-1"}, {"type", "USER_BANK_CARD"}};
    QCOMPARE(client.wechat_post(repair, body).text("code"), std::string("INVALID_REQUEST"));
    stage.sandbox.advance(60s);
    QCOMPARE(client.wechat_post(repair, body).text("status"), std::string("PROCESSING"));
    stage.sandbox.advance(60s);
    QCOMPARE(client.wechat_get(wechat_path + "/R-1").text("status"), std::string("SUCCESS"));
}

void SimSandboxTest::is_controlled_over_http()
{
    PaymentStage stage;
    const SandboxClient client = stage.stripe();
    const auto post = [&client](const std::string &path, const std::string &body) {
        return client.send(http::Method::Post, path, {}, body).status();
    };
    QCOMPARE(
        post("/_sandbox/script",
             R"({"payments": {"ch_9": {"paid": 500, "currency": "USD", "steps": [{"do": "fail", "after_s": 5}]}}})"),
        200);
    QCOMPARE(client.stripe_post("/v1/refunds", form("ch_9", 500, "R-9"), "R-9").text("status"), std::string("pending"));
    QCOMPARE(post("/_sandbox/advance", R"({"seconds": 5})"), 200);
    const auto listed = client.stripe_get("/v1/refunds?charge=ch_9");
    QCOMPARE(sim::text_of(listed.json["data"][0], "status"), std::string("failed"));
    const auto log = client.send(http::Method::Get, "/_sandbox/log", {});
    QCOMPARE(log.json["posts"]["R-9"].get<int>(), 1);
    QCOMPARE(log.json["counters"]["POST /v1/refunds"].get<int>(), 1);
    QCOMPARE(client.send(http::Method::Get, "/_sandbox/log", {{"Origin", "http://x.example"}}).status(), 400);
}

void SimSandboxTest::refuses_a_wrong_script()
{
    PaymentStage stage;
    QCOMPARE(stage.sandbox.script("ch_1", {"sucess"}).error().code, ErrorCode::InputInvalid);
    QCOMPARE(stage.sandbox.load("{").error().code, ErrorCode::InputInvalid);
    QCOMPARE(stage.sandbox.load(R"({"payments": {"a": {"steps": [1]}}})").error().code, ErrorCode::InputInvalid);
}

QTEST_GUILESS_MAIN(SimSandboxTest)
#include "sim_sandbox_test.moc"
