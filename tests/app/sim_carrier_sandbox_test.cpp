// SPDX-License-Identifier: GPL-3.0-or-later
// The played carrier, spoken to without any adapter: labels, trackers, claims.
#include <QtTest>

#include "app/sim/sandbox/carrier_sandbox.h"
#include "tests/app/sandbox_client.h"

using namespace aftercharge;
using namespace aftercharge::test;
using namespace std::chrono_literals;
using sim::Json;

namespace {

Json address()
{
    return {{"name", "Elizabeth Swan"}, {"street1", "179 N Harbor Dr"},
            {"city", "Redondo Beach"},  {"state", "CA"},
            {"zip", "90277"},           {"country", "US"}};
}

struct Stage {
    Stage()
    {
        sandbox.set_webhook_base(ear.base());
        QVERIFY(sandbox.start());
    }
    SandboxClient client() const { return SandboxClient(sandbox.accounts().at(0)); }
    Spoken ship(const std::string &reference) const
    {
        return client().easypost_post("/v2/shipments", {{"shipment",
                                                         {{"reference", reference},
                                                          {"from_address", address()},
                                                          {"to_address", address()},
                                                          {"parcel", {{"weight", 20}}}}}});
    }
    Spoken buy(const Spoken &shipment, const std::string &insurance) const
    {
        Json body{{"rate", {{"id", sim::text_of(shipment.json["rates"][0], "id")}}}};
        if (!insurance.empty())
            body["insurance"] = insurance;
        return client().easypost_post("/v2/shipments/" + shipment.text("id") + "/buy", body);
    }
    Spoken claim(const std::string &code, const Json &amount) const
    {
        return client().easypost_post("/v2/claims", {{"type", "damage"},
                                                     {"tracking_code", code},
                                                     {"amount", amount},
                                                     {"description", "It is broken"},
                                                     {"contact_email", "claims@example.com"},
                                                     {"invoice_attachments", {"data:image/png;base64,aGk="}}});
    }
    std::vector<std::string> told()
    {
        std::vector<std::string> kinds;
        if (sandbox.wait_for_webhooks(Duration{10'000})) {
            for (const sim::HttpCall &call : ear.heard())
                kinds.push_back(sim::text_of(Json::parse(call.body), "description"));
        }
        return kinds;
    }

    WebhookEar ear;
    sim::CarrierSandbox sandbox;
};

}  // namespace

class SimCarrierSandboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sells_a_label_once();
    void loses_what_it_is_told_to();
    void cancels_labels_as_scripted_data();
    void cancels_labels_as_scripted();
    void moves_parcels();
    void pays_claims_of_what_is_insured_only();
    void asks_before_it_decides();
    void denies();
};

void SimCarrierSandboxTest::sells_a_label_once()
{
    Stage stage;
    const auto shipment = stage.ship("S-1");
    QCOMPARE(shipment.status(), 201);
    QVERIFY(shipment.json["tracking_code"].is_null());
    QCOMPARE(shipment.json["rates"].size(), std::size_t{3});
    const auto bought = stage.buy(shipment, "100");
    QCOMPARE(bought.status(), 200);
    QCOMPARE(bought.text("insurance"), std::string("100.00"));
    QVERIFY(!bought.text("tracking_code").empty());
    QCOMPARE(stage.buy(shipment, "100").status(), 422);
    QCOMPARE(stage.client().easypost_get("/v2/shipments/S-1").text("id"), shipment.text("id"));
    QCOMPARE(stage.client().easypost_get("/v2/shipments").json["shipments"].size(), std::size_t{1});
    QCOMPARE(stage.sandbox.log().count("POST", "/v2/shipments", "S-1"), 3);
    GatewayAccount stranger = stage.client().account();
    stranger.secrets["api_key"] = "other";
    QCOMPARE(SandboxClient(stranger).easypost_get("/v2/shipments").status(), 401);
}

void SimCarrierSandboxTest::loses_what_it_is_told_to()
{
    Stage stage;
    QVERIFY(stage.sandbox.script("S-1", {"lost_before", "lost_after"}));
    const auto shipment = stage.ship("S-1");
    QVERIFY(stage.buy(shipment, {}).lost());
    QVERIFY(stage.client().easypost_get("/v2/shipments/S-1").json["tracking_code"].is_null());
    QVERIFY(stage.buy(shipment, {}).lost());
    QVERIFY(stage.client().easypost_get("/v2/shipments/S-1").json["tracking_code"].is_string());
}

void SimCarrierSandboxTest::cancels_labels_as_scripted_data()
{
    QTest::addColumn<std::string>("step");
    QTest::addColumn<std::string>("first");
    QTest::addColumn<std::string>("later");
    QTest::newRow("refunded") << std::string() << std::string("submitted") << std::string("refunded");
    QTest::newRow("at once") << std::string("label_refunded") << std::string("refunded") << std::string("refunded");
    QTest::newRow("rejected") << std::string("label_rejected") << std::string("submitted") << std::string("rejected");
    QTest::newRow("submitted") << std::string("label_submitted") << std::string("submitted")
                               << std::string("submitted");
    QTest::newRow("none") << std::string("label_not_applicable") << std::string("not_applicable")
                          << std::string("not_applicable");
}

void SimCarrierSandboxTest::cancels_labels_as_scripted()
{
    QFETCH(std::string, step);
    Stage stage;
    if (!step.empty())
        QVERIFY(stage.sandbox.script("S-1", {step}));
    const auto shipment = stage.ship("S-1");
    const std::string refund = "/v2/shipments/" + shipment.text("id") + "/refund";
    QCOMPARE(stage.client().easypost_post(refund, Json::object()).status(), 422);
    stage.buy(shipment, {});
    if (!step.empty())
        QVERIFY(stage.sandbox.script("S-1", {step}));
    QTEST(stage.client().easypost_post(refund, Json::object()).text("refund_status"), "first");
    stage.sandbox.advance(60s);
    const auto now = stage.client().easypost_get("/v2/shipments/S-1").text("refund_status");
    QTEST(now, "later");
    const auto told = stage.told();
    QCOMPARE(std::count(told.begin(), told.end(), "refund.successful"), now == "refunded" ? 1 : 0);
}

void SimCarrierSandboxTest::moves_parcels()
{
    Stage stage;
    QVERIFY(stage.sandbox.load(R"({"parcels": {"S-1": {"track": [{"after_s": 30, "status": "in_transit"}]}}})"));
    const auto bought = stage.buy(stage.ship("S-1"), {});
    const std::string code = bought.text("tracking_code");
    const auto status = [&] {
        const auto found = stage.client().easypost_get("/v2/trackers?tracking_code=" + code);
        return sim::text_of(found.json["trackers"][0], "status");
    };
    QCOMPARE(status(), std::string("unknown"));
    stage.sandbox.advance(10s);
    QCOMPARE(status(), std::string("pre_transit"));
    stage.sandbox.advance(60s);
    QCOMPARE(status(), std::string("in_transit"));
    QVERIFY(stage.sandbox.move(code, "delivered"));
    QCOMPARE(status(), std::string("delivered"));
    QVERIFY(!stage.sandbox.move(code, "flown_away"));
    QVERIFY(!stage.sandbox.move("none", "delivered"));
    QCOMPARE(stage.told(),
             (std::vector<std::string>{"tracker.created", "tracker.updated", "tracker.updated", "tracker.updated"}));
    const sim::HttpCall last = stage.ear.heard().back();
    QCOMPARE(last.header("x-hmac-signature"),
             "hmac-sha256-hex=" + sim::hmac_sha256_hex(stage.client().secret("webhook_secret"), last.body));
    // What has left is not taken back.
    const auto refused = stage.client().easypost_post("/v2/shipments/" + bought.text("id") + "/refund", Json::object());
    stage.sandbox.advance(60s);
    QCOMPARE(refused.text("refund_status"), std::string("submitted"));
    QCOMPARE(stage.client().easypost_get("/v2/shipments/S-1").text("refund_status"), std::string("rejected"));
}

void SimCarrierSandboxTest::pays_claims_of_what_is_insured_only()
{
    Stage stage;
    const auto bare = stage.buy(stage.ship("S-1"), {});
    const auto refused = stage.claim(bare.text("tracking_code"), "1.00");
    QCOMPARE(refused.status(), 404);
    QCOMPARE(refused.error("message"), std::string("No eligible insurance found with provided tracking code."));
    const auto insured = stage.buy(stage.ship("S-2"), "100.00");
    QCOMPARE(stage.claim(insured.text("tracking_code"), "100.01").status(), 422);
    QVERIFY(stage.sandbox.script("S-2", {"claim_approve"}));
    const auto claim = stage.claim(insured.text("tracking_code"), 99.5);
    QCOMPARE(claim.status(), 201);
    QCOMPARE(claim.text("status"), std::string("submitted"));
    QCOMPARE(claim.text("requested_amount"), std::string("99.50"));
    QCOMPARE(stage.claim(insured.text("tracking_code"), "1.00").status(), 422);
    stage.sandbox.advance(60s);
    const auto decided = stage.client().easypost_get("/v2/claims/" + claim.text("id"));
    QCOMPARE(decided.text("status"), std::string("approved"));
    QCOMPARE(decided.text("approved_amount"), std::string("99.50"));
    QCOMPARE(stage.client().easypost_get("/v2/claims?page_size=1").json["claims"].size(), std::size_t{1});
}

void SimCarrierSandboxTest::asks_before_it_decides()
{
    Stage stage;
    stage.sandbox.add_parcel("S-1", "9400100000000000000001", 10'000);
    QVERIFY(stage.sandbox.load(R"({"parcels": {"S-1": {"steps": [{"do": "claim_asks+claim_approve_partial",
        "asks": 2, "amount": "12.00", "reason": "Photos of the box, please."}]}}})"));
    const std::string code = "9400100000000000000001";
    const auto claim = stage.claim(code, "50.00");
    const auto now = [&] { return stage.client().easypost_get("/v2/claims/" + claim.text("id")); };
    for (int round = 0; round < 2; ++round) {
        QVERIFY(!stage.sandbox.receive_evidence(code));
        stage.sandbox.advance(60s);
        QCOMPARE(now().text("status"), std::string("needs_action"));
        QCOMPARE(now().text("status_detail"), std::string("Photos of the box, please."));
        QVERIFY(stage.sandbox.receive_evidence(code));
        QCOMPARE(now().text("status"), std::string("in_review"));
    }
    stage.sandbox.advance(60s);
    QCOMPARE(now().text("status"), std::string("approved_partial"));
    QCOMPARE(now().text("approved_amount"), std::string("12.00"));
    const auto told = stage.told();
    QCOMPARE(std::count(told.begin(), told.end(), "claim.message"), 4);
    QCOMPARE(told.back(), std::string("claim.approved"));
}

void SimCarrierSandboxTest::denies()
{
    Stage stage;
    stage.sandbox.add_parcel("S-1", "9400100000000000000001", 10'000);
    QVERIFY(stage.sandbox.load(R"({"parcels": {"9400100000000000000001": {"steps": [{"do": "claim_deny",
        "reason": "Not packed well."}]}}})"));
    const auto claim = stage.claim("9400100000000000000001", 50);
    stage.sandbox.advance(60s);
    const auto now = stage.client().easypost_get("/v2/claims/" + claim.text("id"));
    QCOMPARE(now.text("status"), std::string("rejected"));
    QCOMPARE(now.text("status_detail"), std::string("Not packed well."));
    QCOMPARE(stage.told().back(), std::string("claim.rejected"));
}

QTEST_GUILESS_MAIN(SimCarrierSandboxTest)
#include "sim_carrier_sandbox_test.moc"
