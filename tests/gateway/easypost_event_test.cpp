// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "models/gateway/carrier/easypost/easypost_webhook.h"
#include "tests/gateway/easypost_fixture.h"

using namespace aftercharge;
using namespace aftercharge::carrier;

namespace {

std::string an_event(const std::string &description, const std::string &result)
{
    return json("{'id':'evt_7','object':'Event','mode':'test','description':'") + description + json("','result':") +
           result + "}";
}

}  // namespace

class EasypostEventTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void believes_a_webhook_by_its_signature()
    {
        // The HMAC was made by another program: Python's hmac over unicodedata.normalize("NFKD", secret).
        payment::WebhookCall call = tracker_webhook();
        const auto news = gateway_.read_webhook(call);
        QVERIFY(news && *news);
        QCOMPARE((*news)->event_id, std::string("evt_1"));
        QCOMPARE((*news)->tracking_no, std::string("9400100110368068952054"));
        QVERIFY((*news)->track && (*news)->track->event == ShipmentEvent::Delivered);

        call.body += " ";
        refuse(call);
        call = tracker_webhook();
        call.headers[0].second.back() = '5';
        refuse(call);
        call.headers[0].second = "hmac-sha256-hex=";
        refuse(call);
        call.headers.clear();
        refuse(call);
    }

    void believes_nothing_without_a_secret()
    {
        EasypostOptions without = options();
        without.webhook_secret.clear();
        const auto news = EasypostGateway(client_, without).read_webhook(tracker_webhook());
        QVERIFY(!news);
        QCOMPARE(news.error().code, ErrorCode::WebhookSignatureInvalid);
    }

    void a_label_s_refund()
    {
        const auto news = read_easypost_event(
            an_event(
                "refund.successful",
                json(
                    "{'id':'rfnd_1','object':'Refund','tracking_code':'TRACK-1','status':'refunded','carrier':'USPS','shipment_id':'shp_1'}")),
            usd);
        QVERIFY(news && *news);
        QCOMPARE((*news)->event_id, std::string("evt_7"));
        QCOMPARE((*news)->ext_external_id, std::string("shp_1"));
        QVERIFY((*news)->label && (*news)->label->label_refund == LabelRefund::Refunded);
        QVERIFY(!(*news)->track && !(*news)->claim);
    }

    void a_claim_under_both_names_of_its_event()
    {
        for (const char *description : {"claim.approved", "claims.approved"}) {
            const auto news = read_easypost_event(
                an_event(description, claim("clm_1", "approved_partial", "Paid in part.", "40.00")), usd);
            QVERIFY(news && *news);
            QCOMPARE((*news)->claim_external_id, std::string("clm_1"));
            QVERIFY((*news)->claim && (*news)->claim->event == ClaimEvent::ApprovedInPart);
            QVERIFY((*news)->claim->approved == *Money::from_text("40.00", usd));
        }
    }

    void a_question_of_the_claims_team()
    {
        const auto message = [](const char *direction) {
            return an_event("claim.message",
                            json("{'id':'cmsg_1','object':'ClaimMessage','claim_id':'clm_1','direction':'") +
                                direction +
                                json("','body':'Send proof\\nof purchase.','created_at':'2026-11-24T12:00:00Z'}"));
        };
        const auto asked = read_easypost_event(message("outbound"), usd);
        QVERIFY(asked && *asked);
        QCOMPARE((*asked)->claim_external_id, std::string("clm_1"));
        QVERIFY((*asked)->claim->event == ClaimEvent::AskedForEvidence);
        QCOMPARE((*asked)->claim->words, std::string("Send proof of purchase."));
        const auto ours = read_easypost_event(message("inbound"), usd);
        QVERIFY(ours && !*ours);
    }

    void what_is_about_something_else()
    {
        const auto news = read_easypost_event(an_event("batch.created", json("{'id':'batch_1','object':'Batch'}")),
                                              usd);
        QVERIFY(news && !*news);
    }

    void what_is_no_event_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("nothing") << "";
        QTest::newRow("no JSON") << "hello";
        QTest::newRow("a list") << "[]";
        QTest::newRow("no id") << R"({"object":"Event","result":{"object":"Tracker"}})";
        QTest::newRow("an id that is a number") << R"({"id":7,"result":{"object":"Tracker"}})";
    }

    void what_is_no_event()
    {
        QFETCH(QString, body);
        const auto news = read_easypost_event(body.toStdString(), usd);
        QVERIFY(!news);
        QCOMPARE(news.error().code, ErrorCode::WebhookInvalid);
    }

private:
    static payment::WebhookCall tracker_webhook()
    {
        payment::WebhookCall call;
        call.headers = {
            {"x-hmac-signature", "hmac-sha256-hex=2a868b7cef8436c1d71837baeb9b76a9740393b3601843c72fc85d3851f16234"}};
        call.body = json(
            "{'id':'evt_1','object':'Event','description':'tracker.updated','result':{'id':'trk_1','object':'Tracker','tracking_code':'9400100110368068952054','shipment_id':'shp_1','status':'delivered','status_detail':'arrived_at_destination','tracking_details':[{'object':'TrackingDetail','message':'Delivered, in mailbox','status':'delivered'}]}}");
        return call;
    }

    void refuse(const payment::WebhookCall &call)
    {
        const auto news = gateway_.read_webhook(call);
        QVERIFY(!news);
        QCOMPARE(news.error().code, ErrorCode::WebhookSignatureInvalid);
    }

    test::FakeHttpClient client_;
    EasypostGateway gateway_{client_, options()};
};

QTEST_GUILESS_MAIN(EasypostEventTest)
#include "easypost_event_test.moc"
