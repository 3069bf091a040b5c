// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QJsonArray>
#include <QtTest/QtTest>

#include "tests/gateway/easypost_fixture.h"

using namespace aftercharge;
using namespace aftercharge::carrier;

class EasypostClaimsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        client_ = std::make_unique<test::FakeHttpClient>();
        gateway_ = std::make_unique<EasypostGateway>(*client_, options());
    }

    void opens_a_claim_with_its_evidence()
    {
        reply(201, claim("clm_1", "submitted", "Claim was created."));
        const ClaimAnswer answer = gateway_->open_claim(claim_call());
        QCOMPARE(answer.outcome, Outcome::Done);
        QCOMPARE(answer.external_id, std::string("clm_1"));
        QVERIFY(answer.event == ClaimEvent::Acknowledged);
        QCOMPARE(client_->requests[0].url, std::string("https://api.example/v2/claims"));
        const QJsonObject body = json_of(client_->requests[0]);
        QCOMPARE(body[u"type"].toString(), QStringLiteral("damage"));
        QCOMPARE(body[u"amount"].toString(), QStringLiteral("80.50"));
        QCOMPARE(body[u"tracking_code"].toString(), QStringLiteral("TRACK-1"));
        QCOMPARE(body[u"reference"].toString(), QStringLiteral("K20261124-0001"));
        QCOMPARE(body[u"contact_email"].toString(), QStringLiteral("claims@shop.example"));
        QCOMPARE(body[u"description"].toString(), QStringLiteral("The lamp \"Nova\" is broken"));
        QCOMPARE(body[u"supporting_documentation_attachments"].toArray(),
                 QJsonArray{QStringLiteral("data:image/jpeg;base64,SlBH")});
        QCOMPARE(body[u"invoice_attachments"].toArray(), QJsonArray{QStringLiteral("data:image/png;base64,UE5H")});
        QCOMPARE(body[u"email_evidence_attachments"].toArray(),
                 QJsonArray{QStringLiteral("data:text/plain;base64,SGVsbG8=")});
    }

    void no_insurance_no_claim()
    {
        reply(404, error("NOT_FOUND", "The requested resource could not be found.",
                         json("'No eligible insurance found with provided tracking code.'")));
        const ClaimAnswer answer = gateway_->open_claim(claim_call());
        QCOMPARE(answer.outcome, Outcome::Refused);
        QVERIFY(answer.words.find("No eligible insurance found") != std::string::npos);
    }

    void finds_the_claim_that_it_opened_data()
    {
        QTest::addColumn<QString>("listed");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const std::string &listed, const char *found) {
            QTest::newRow(name) << QString::fromStdString(listed) << QString::fromLatin1(found);
        };
        const std::string number = "K20261124-0001";
        row("by its number", claim("clm_2", "needs_action", "Send it", {}, "2026-11-24T09:00:00Z", number, "T-2"),
            "clm_2");
        row("by its parcel", claim("clm_3", "submitted", "", {}, "2026-11-24T10:00:02"), "clm_3");
        row("another's number", claim("clm_4", "submitted", "", {}, "2026-11-24T10:00:02Z", "K-9"), "");
        row("an older one", claim("clm_5", "submitted", "", {}, "2026-11-24T09:00:00Z"), "");
        row("a cancelled one", claim("clm_6", "cancelled", "", {}, "2026-11-24T10:00:02Z"), "");
        row("another parcel", claim("clm_7", "submitted", "", {}, "2026-11-24T10:00:02Z", {}, "T-7"), "");
    }

    void finds_the_claim_that_it_opened()
    {
        QFETCH(QString, listed);
        QFETCH(QString, found);
        reply(200, json("{'claims':[") + claim("clm_9", "submitted", "", {}, "2026-11-24T10:05:00Z", {}, "T-9") + "," +
                       listed.toStdString() + json("],'has_more':false}"));
        const ClaimAnswer answer = gateway_->find_claim(claim_call());
        QCOMPARE(answer.outcome, found.isEmpty() ? Outcome::NotFound : Outcome::Done);
        QCOMPARE(answer.external_id, found.toStdString());
        QCOMPARE(answer.event.has_value(), !found.isEmpty());
        if (answer.event)
            QVERIFY(*answer.event == ClaimEvent::Acknowledged);
    }

    void stops_looking_where_the_list_is_older_than_the_claim()
    {
        reply(200, json("{'claims':[") + claim("clm_9", "submitted", "", {}, "2026-11-23T10:00:00Z", {}, "T-9") +
                       json("],'has_more':true}"));
        QCOMPARE(gateway_->find_claim(claim_call()).outcome, Outcome::NotFound);
        QCOMPARE(client_->requests.size(), std::size_t{1});
    }

    void says_how_a_claim_stands_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("approved");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("event");
        const auto row = [](const char *status, const char *approved, Outcome outcome,
                            std::optional<ClaimEvent> event) {
            QTest::addRow("%s %s", status, approved) << QString::fromLatin1(status) << QString::fromLatin1(approved)
                                                     << outcome << (event ? static_cast<int>(*event) : -1);
        };
        row("submitted", "", Outcome::Done, std::nullopt);
        row("in_review", "", Outcome::Done, std::nullopt);
        row("needs_action", "", Outcome::Done, ClaimEvent::AskedForEvidence);
        row("approved", "100.00", Outcome::Done, ClaimEvent::Approved);
        row("approved", "100.00000", Outcome::Done, ClaimEvent::Approved);
        row("approved", "", Outcome::Unknown, std::nullopt);
        row("approved", "100.001", Outcome::Unknown, std::nullopt);
        row("approved", "-1.00", Outcome::Unknown, std::nullopt);
        row("approved_partial", "40", Outcome::Done, ClaimEvent::ApprovedInPart);
        row("rejected", "", Outcome::Done, ClaimEvent::Denied);
        row("cancelled", "", Outcome::Done, ClaimEvent::Denied);
        row("dreaming", "", Outcome::Unknown, std::nullopt);
    }

    void says_how_a_claim_stands()
    {
        QFETCH(QString, status);
        QFETCH(QString, approved);
        QFETCH(Outcome, outcome);
        QFETCH(int, event);
        reply(200, claim("clm_1", status.toStdString(), "Why it is so.", approved.toStdString()));
        const ClaimAnswer answer = gateway_->ask_claim(claim_call());
        QCOMPARE(client_->requests[0].url, std::string("https://api.example/v2/claims/clm_1"));
        QCOMPARE(answer.outcome, outcome);
        QCOMPARE(answer.event ? static_cast<int>(*answer.event) : -1, event);
        if (outcome != Outcome::Done)
            return;
        QCOMPARE(answer.words, std::string("Why it is so."));
        QCOMPARE(answer.said_at, std::optional(*parse_iso8601("2026-11-24T11:00:00Z")));
        QCOMPARE(answer.approved.has_value(), !approved.isEmpty());
        if (answer.approved)
            QCOMPARE(*answer.approved, status == u"approved" ? dollars("100.00") : dollars("40.00"));
    }

    void an_amount_that_is_a_number_is_not_believed()
    {
        reply(200, json("{'id':'clm_1','object':'Claim','status':'approved','approved_amount':100.1}"));
        QCOMPARE(gateway_->ask_claim(claim_call()).outcome, Outcome::Unknown);
    }

    void later_evidence_goes_by_hand()
    {
        const ClaimAnswer answer = gateway_->send_evidence(claim_call());
        QCOMPARE(answer.outcome, Outcome::ByHand);
        QVERIFY(answer.words.find("clm_1") != std::string::npos);
        QVERIFY(client_->requests.empty());
    }

private:
    void reply(int status, std::string body) { client_->answers.push_back(test::answered(status, std::move(body))); }

    std::unique_ptr<test::FakeHttpClient> client_;
    std::unique_ptr<EasypostGateway> gateway_;
};

QTEST_GUILESS_MAIN(EasypostClaimsTest)
#include "easypost_claims_test.moc"
