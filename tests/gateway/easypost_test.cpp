// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "tests/gateway/easypost_fixture.h"

using namespace aftercharge;
using namespace aftercharge::carrier;

namespace {

LabelCall label_call(const char *insure = "100.00")
{
    LabelCall call;
    call.shipment_no = *ShipmentNo::from_text("S20261124-0001");
    call.to = {.name = "Élodie",
               .street1 = "179 N Harbor Dr",
               .street2 = {},
               .city = "Redondo Beach",
               .state = "CA",
               .zip = "90277",
               .country = "US",
               .phone = {},
               .email = {}};
    call.insure = dollars(insure);
    return call;
}

const std::string three_rates = rate("rate_1", "6.90") + "," + rate("rate_2", "5.93") + "," +
                                rate("rate_cad", "1.00", "CAD") + "," + rate("rate_3", "33.10");

}  // namespace

class EasypostTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        client_ = std::make_unique<test::FakeHttpClient>();
        gateway_ = std::make_unique<EasypostGateway>(*client_, options());
    }

    void buys_the_cheapest_rate_with_insurance()
    {
        reply(201, shipment("shp_1", "S20261124-0001", {}, {}, three_rates));
        reply(200, shipment("shp_1", "S20261124-0001", "TRACK-1", {}, three_rates));
        const LabelAnswer answer = gateway_->buy_label(label_call());
        QCOMPARE(answer.outcome, Outcome::Done);
        QCOMPARE(answer.ext_external_id, std::string("shp_1"));
        QCOMPARE(answer.tracking_no, std::string("TRACK-1"));
        QCOMPARE(answer.label_url, std::string("https://labels.example/shp_1.png"));
        QCOMPARE(answer.insured, dollars("100.00"));

        QCOMPARE(client_->requests.size(), std::size_t{2});
        const http::Request &create = client_->requests[0];
        QCOMPARE(create.method, http::Method::Post);
        QCOMPARE(create.url, std::string("https://api.example/v2/shipments"));
        QCOMPARE(test::header_of(create, "Authorization"), std::string("Basic RVpUSy1zZWNyZXQ6"));
        QCOMPARE(test::header_of(create, "Content-Type"), std::string("application/json"));
        const QJsonObject shipment = json_of(create)[u"shipment"].toObject();
        QCOMPARE(shipment[u"reference"].toString(), QStringLiteral("S20261124-0001"));
        QCOMPARE(shipment[u"to_address"].toObject()[u"name"].toString(), QStringLiteral("Élodie"));
        QVERIFY(!shipment[u"to_address"].toObject().contains(u"phone"));
        QCOMPARE(shipment[u"from_address"].toObject()[u"zip"].toString(), QStringLiteral("78701"));
        QCOMPARE(shipment[u"parcel"].toObject()[u"weight"].toDouble(), 15.4);
        QCOMPARE(shipment[u"options"].toObject()[u"currency"].toString(), QStringLiteral("USD"));
        QCOMPARE(client_->requests[1].url, std::string("https://api.example/v2/shipments/shp_1/buy"));
        QCOMPARE(QString::fromStdString(client_->requests[1].body),
                 QStringLiteral(R"({"insurance":"100.00","rate":{"id":"rate_2"}})"));
    }

    void buys_without_insurance_when_nothing_is_insured()
    {
        reply(201, shipment("shp_1", "S20261124-0001", {}, {}, three_rates));
        reply(200, shipment("shp_1", "S20261124-0001", "TRACK-1", {}, three_rates));
        QCOMPARE(gateway_->buy_label(label_call("0")).outcome, Outcome::Done);
        QVERIFY(!json_of(client_->requests[1]).contains(u"insurance"));
    }

    void buying_ends_as_the_first_answer_that_is_not_done()
    {
        lose(http::Outcome::Unknown);
        QCOMPARE(gateway_->buy_label(label_call()).outcome, Outcome::Unknown);
        lose(http::Outcome::NotSent);
        QCOMPARE(gateway_->buy_label(label_call()).outcome, Outcome::NotSent);
        QCOMPARE(client_->requests.size(), std::size_t{2});

        reply(201, shipment("shp_1", "S20261124-0001", {}, {}, three_rates));
        lose(http::Outcome::Unknown);
        const LabelAnswer lost = gateway_->buy_label(label_call());
        QCOMPARE(lost.outcome, Outcome::Unknown);
        QCOMPARE(lost.ext_external_id, std::string("shp_1"));
        QVERIFY(lost.tracking_no.empty());

        reply(201, shipment("shp_1", "S20261124-0001", {}, {}, three_rates));
        reply(200, shipment("shp_1", "S20261124-0001", {}, {}, three_rates));
        QCOMPARE(gateway_->buy_label(label_call()).outcome, Outcome::Unknown);
    }

    void refuses_without_a_rate_in_the_account_s_currency()
    {
        reply(201, shipment("shp_1", "S20261124-0001", {}, {}, rate("rate_cad", "1.00", "CAD")));
        const LabelAnswer answer = gateway_->buy_label(label_call());
        QCOMPARE(answer.outcome, Outcome::Refused);
        QCOMPARE(answer.words, std::string("no rate in USD"));
        QCOMPARE(client_->requests.size(), std::size_t{1});
    }

    void sends_nothing_for_insurance_in_another_currency()
    {
        LabelCall call = label_call();
        call.insure = *Money::from_text("100.00", *Currency::from_code("CNY"));
        const LabelAnswer answer = gateway_->buy_label(call);
        QCOMPARE(answer.outcome, Outcome::Refused);
        QVERIFY(answer.words.find("CNY") != std::string::npos);
        QVERIFY(client_->requests.empty());
    }

    void tells_apart_what_an_answer_means_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::addColumn<Outcome>("acting");
        QTest::addColumn<Outcome>("asking");
        const QString refusal = QString::fromStdString(error("X", "No.", json("{'field':'zip','message':'is wrong'}")));
        const QString html = QStringLiteral("<html>502 Bad Gateway</html>");
        QTest::newRow("401") << 401 << refusal << Outcome::Later << Outcome::Later;
        QTest::newRow("402") << 402 << refusal << Outcome::Later << Outcome::Later;
        QTest::newRow("403 of a proxy") << 403 << html << Outcome::Later << Outcome::Later;
        QTest::newRow("429") << 429 << QString() << Outcome::Later << Outcome::Later;
        QTest::newRow("404") << 404 << refusal << Outcome::Refused << Outcome::NotFound;
        QTest::newRow("404 of a proxy") << 404 << html << Outcome::Unknown << Outcome::Unknown;
        QTest::newRow("400") << 400 << refusal << Outcome::Refused << Outcome::Refused;
        QTest::newRow("408") << 408 << refusal << Outcome::Unknown << Outcome::Unknown;
        QTest::newRow("422") << 422 << refusal << Outcome::Refused << Outcome::Refused;
        QTest::newRow("500") << 500 << refusal << Outcome::Unknown << Outcome::Unknown;
        QTest::newRow("502 HTML") << 502 << html << Outcome::Unknown << Outcome::Unknown;
        QTest::newRow("200 HTML") << 200 << html << Outcome::Unknown << Outcome::Unknown;
        QTest::newRow("200 empty") << 200 << QString() << Outcome::Unknown << Outcome::Unknown;
        QTest::newRow("200 array") << 200 << QStringLiteral("[]") << Outcome::Unknown << Outcome::Unknown;
        QTest::newRow("302") << 302 << html << Outcome::Unknown << Outcome::Unknown;
    }

    void tells_apart_what_an_answer_means()
    {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(Outcome, acting);
        QFETCH(Outcome, asking);
        reply(status, body.toStdString());
        reply(status, body.toStdString());
        reply(status, body.toStdString());
        QCOMPARE(gateway_->buy_label(label_call()).outcome, acting);
        QCOMPARE(gateway_->cancel_label("shp_1").outcome, acting);
        QCOMPARE(gateway_->ask_claim(claim_call()).outcome, asking);
        QCOMPARE(client_->requests.size(), std::size_t{3});
    }

    void repeats_what_was_refused_without_a_secret()
    {
        reply(422, error("SHIPMENT.INVALID_PARAMS", "Unable to create.",
                         json("{'field':'zip','message':'is wrong'},'and more'")));
        QCOMPARE(gateway_->buy_label(label_call()).words,
                 std::string("HTTP 422 SHIPMENT.INVALID_PARAMS: Unable to create. (zip is wrong; and more)"));
        reply(500, "<html>Authorization: Basic RVpUSy1zZWNyZXQ6</html>");
        QCOMPARE(gateway_->buy_label(label_call()).words,
                 std::string("EasyPost answered with a web page instead of data (HTTP 500)"));
    }

    void finds_a_label_by_its_id()
    {
        LabelCall call = label_call();
        call.ext_external_id = "shp_1/../x";
        reply(200, shipment("shp_1", "S20261124-0001", "TRACK-1"));
        QCOMPARE(gateway_->ask_label(call).tracking_no, std::string("TRACK-1"));
        QCOMPARE(client_->requests[0].method, http::Method::Get);
        QCOMPARE(client_->requests[0].url, std::string("https://api.example/v2/shipments/shp_1%2F..%2Fx"));
        reply(404, error("NOT_FOUND", "The requested resource could not be found."));
        QCOMPARE(gateway_->ask_label(call).outcome, Outcome::NotFound);
    }

    void finds_a_label_by_our_number_over_pages()
    {
        reply(200, json("{'shipments':[") + shipment("shp_9", "S-other", "T9") + "," +
                       shipment("shp_8", "S20261124-0001") + json("],'has_more':true}"));
        reply(200,
              json("{'shipments':[") + shipment("shp_7", "S20261124-0001", "TRACK-7") + json("],'has_more':true}"));
        const LabelAnswer found = gateway_->ask_label(label_call());
        QCOMPARE(found.outcome, Outcome::Done);
        QCOMPARE(found.ext_external_id, std::string("shp_7"));
        QCOMPARE(found.tracking_no, std::string("TRACK-7"));
        QCOMPARE(client_->requests[0].url,
                 std::string("https://api.example/v2/shipments?purchased=false&page_size=100"));
        QCOMPARE(client_->requests[1].url,
                 std::string("https://api.example/v2/shipments?purchased=false&page_size=100&before_id=shp_8"));
        for (const http::Request &request : client_->requests)
            QCOMPARE(request.method, http::Method::Get);
    }

    void a_shipment_without_a_label_is_found_as_such()
    {
        reply(200, json("{'shipments':[") + shipment("shp_8", "S20261124-0001") + json("],'has_more':false}"));
        const LabelAnswer found = gateway_->ask_label(label_call());
        QCOMPARE(found.outcome, Outcome::Done);
        QCOMPARE(found.ext_external_id, std::string("shp_8"));
        QVERIFY(found.tracking_no.empty());
    }

    void not_found_only_at_the_end_of_the_list()
    {
        reply(200, json("{'shipments':[],'has_more':false}"));
        QCOMPARE(gateway_->ask_label(label_call()).outcome, Outcome::NotFound);
        reply(200, json("{'shipments':[") + shipment("shp_9", "S-other") + json("],'has_more':true}"));
        reply(500, "{}");
        QCOMPARE(gateway_->ask_label(label_call()).outcome, Outcome::Unknown);
        reply(404, error("NOT_FOUND", "No such page."));
        QCOMPARE(gateway_->ask_label(label_call()).outcome, Outcome::Unknown);
        client_->requests.clear();
        for (int page = 0; page < 20; ++page)
            reply(200, json("{'shipments':[") + shipment("shp_9", "S-other") + json("],'has_more':true}"));
        QCOMPARE(gateway_->ask_label(label_call()).outcome, Outcome::Unknown);
        QCOMPARE(client_->requests.size(), std::size_t{8});
    }

    void cancels_a_label_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<LabelRefund>("label");
        QTest::newRow("submitted") << "submitted" << Outcome::Done << LabelRefund::Submitted;
        QTest::newRow("refunded") << "refunded" << Outcome::Done << LabelRefund::Refunded;
        QTest::newRow("rejected") << "rejected" << Outcome::Done << LabelRefund::Rejected;
        QTest::newRow("not_applicable") << "not_applicable" << Outcome::Done << LabelRefund::NotApplicable;
        QTest::newRow("another") << "pondering" << Outcome::Unknown << LabelRefund::None;
    }

    void cancels_a_label()
    {
        QFETCH(QString, status);
        QFETCH(Outcome, outcome);
        QFETCH(LabelRefund, label);
        reply(200, shipment("shp_1", {}, "TRACK-1", status.toStdString()));
        const CancelAnswer answer = gateway_->cancel_label("shp_1");
        QCOMPARE(answer.outcome, outcome);
        QCOMPARE(answer.label_refund, label);
        QCOMPARE(client_->requests[0].url, std::string("https://api.example/v2/shipments/shp_1/refund"));
        QCOMPARE(client_->requests[0].method, http::Method::Post);
        QCOMPARE(client_->requests[0].body, std::string("{}"));
        reply(200, shipment("shp_1", {}, "TRACK-1", status.toStdString()));
        const CancelAnswer asked = gateway_->ask_label_refund("shp_1");
        QCOMPARE(asked.label_refund, label);
        QCOMPARE(client_->requests[1].method, http::Method::Get);
    }

    void a_label_that_was_never_cancelled_says_so()
    {
        reply(200, shipment("shp_1", {}, "TRACK-1"));
        const CancelAnswer answer = gateway_->ask_label_refund("shp_1");
        QCOMPARE(answer.outcome, Outcome::Done);
        QCOMPARE(answer.label_refund, LabelRefund::None);
    }

    void tracks_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<int>("event");  // −1: none
        const auto row = [](const char *status, const char *detail, std::optional<ShipmentEvent> event) {
            QTest::addRow("%s %s", status, detail) << QString::fromLatin1(status) << QString::fromLatin1(detail)
                                                   << (event ? static_cast<int>(*event) : -1);
        };
        row("unknown", "unknown", std::nullopt);
        row("pre_transit", "label_created", std::nullopt);
        row("in_transit", "damaged", ShipmentEvent::PickedUp);
        row("out_for_delivery", "out_for_delivery", ShipmentEvent::PickedUp);
        row("available_for_pickup", "arrived_at_pickup_location", ShipmentEvent::PickedUp);
        row("delivered", "arrived_at_destination", ShipmentEvent::Delivered);
        row("return_to_sender", "return", ShipmentEvent::Returned);
        row("failure", "lost", ShipmentEvent::Lost);
        row("failure", "damaged", ShipmentEvent::Damaged);
        row("failure", "refused", ShipmentEvent::WentWrong);
        row("error", "unknown", ShipmentEvent::WentWrong);
        row("cancelled", "cancelled", ShipmentEvent::Cancelled);
    }

    void tracks()
    {
        QFETCH(QString, status);
        QFETCH(QString, detail);
        QFETCH(int, event);
        const std::string tracker = json("{'id':'trk_1','object':'Tracker','tracking_code':'TRACK 1','status':'") +
                                    status.toStdString() + json("','status_detail':'") + detail.toStdString() +
                                    json("','tracking_details':[{'message':'First'},{'message':'Last word'}]}");
        reply(200, json("{'trackers':[") + tracker + json("],'has_more':false}"));
        const TrackAnswer answer = gateway_->track("TRACK 1");
        QCOMPARE(answer.outcome, Outcome::Done);
        QCOMPARE(answer.event ? static_cast<int>(*answer.event) : -1, event);
        QVERIFY(answer.words.ends_with(": Last word"));
        QCOMPARE(client_->requests[0].url,
                 std::string("https://api.example/v2/trackers?tracking_code=TRACK%201&page_size=5"));
    }

    void a_parcel_without_a_tracker_is_not_found()
    {
        reply(200, json("{'trackers':[],'has_more':false}"));
        QCOMPARE(gateway_->track("TRACK-1").outcome, Outcome::NotFound);
    }

    void asks_ever_more_slowly()
    {
        std::chrono::seconds before{0};
        for (int asked = 0; asked < 8; ++asked) {
            QVERIFY(gateway_->ask_again_after(asked) >= before);
            before = gateway_->ask_again_after(asked);
        }
        QCOMPARE(before, std::chrono::seconds{3600});
    }

private:
    void reply(int status, std::string body) { client_->answers.push_back(test::answered(status, std::move(body))); }
    void lose(http::Outcome outcome) { client_->answers.push_back(test::no_answer(outcome, "timeout after 30 s")); }

    std::unique_ptr<test::FakeHttpClient> client_;
    std::unique_ptr<EasypostGateway> gateway_;
};

QTEST_GUILESS_MAIN(EasypostTest)
#include "easypost_test.moc"
