// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/engine_rig.h"
#include "tests/workflow/decision_samples.h"

using namespace aftercharge;
using Json = nlohmann::ordered_json;

namespace {

// Every value within a text, by where it is: "/refund/lines/0/quantity".
std::vector<std::string> places_in(const Json &json)
{
    std::vector<std::string> places;
    const Json flat = json.flatten();
    for (auto entry = flat.begin(); entry != flat.end(); ++entry) {
        // With all that hold it.
        for (std::string place = entry.key(); !place.empty(); place.resize(place.rfind('/'))) {
            if (std::find(places.begin(), places.end(), place) == places.end())
                places.push_back(place);
        }
    }
    return places;
}

std::string last_name(const std::string &place)
{
    return place.substr(place.rfind('/') + 1);
}

bool is_name(const std::string &word)
{
    return !std::isdigit(static_cast<unsigned char>(word.front()));
}

// Of other types than this, and numbers that are no integers.
std::vector<Json> other_types(const Json &value)
{
    std::vector<Json> others{Json(1.5), Json(1e30)};
    for (const Json &candidate :
         {Json(true), Json(7), Json("text"), Json("\xe7\x83\xad"), Json::array(), Json::object()}) {
        const bool alike = candidate.type() == value.type() || (candidate.is_number() && value.is_number());
        if (!alike)
            others.push_back(candidate);
    }
    if (!value.is_null())
        others.push_back(nullptr);
    return others;
}

// What may be null in a decision, wherever it stands.
const std::set<std::string> optional_members{"amount",  "up_to",          "refund", "reship",
                                             "address", "approval_limit", "limit",  "each"};

Result<Decision> read(DecisionVerb verb, const Json &json)
{
    return decision_from(verb, json.dump());
}

std::string detail_of(const Result<Decision> &refused)
{
    if (refused)
        return "was taken";
    return refused.error().code == ErrorCode::InputInvalid ? refused.error().detail : to_line(refused.error());
}

}  // namespace

// Decisions as text: everything comes back, nothing else is taken.
class DecisionJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_verb_has_a_sample()
    {
        std::set<std::size_t> alternatives;
        std::set<DecisionVerb> verbs;
        for (const Decision &decision : sample_decisions()) {
            alternatives.insert(decision.index());
            verbs.insert(verb_of(decision));
        }
        QCOMPARE(alternatives.size(), std::variant_size_v<Decision>);
        QCOMPARE(verbs.size(), alternatives.size());
    }

    void there_and_back()
    {
        for (const Decision &decision : sample_decisions()) {
            const std::string text = arguments_of(decision);
            const auto again = decision_from(verb_of(decision), text);
            QVERIFY2(again, to_line(again ? Error{} : again.error()).c_str());
            QCOMPARE(again->index(), decision.index());
            QCOMPARE(arguments_of(*again), text);
            QCOMPARE(subject_of(*again), subject_of(decision));
            // A batch is about many.
            QCOMPARE(subject_of(decision).empty(), verb_of(decision) == DecisionVerb::RequestBatch);
            // Compact, and in any order of its members.
            QCOMPARE(Json::parse(text).dump(), text);
            const std::string other_order = nlohmann::json::parse(text).dump(2);
            QCOMPARE(arguments_of(must(decision_from(verb_of(decision), other_order))), text);
        }
    }

    void as_it_is_written()
    {
        const auto stop = decision::StopCharging{an<OrderNo>("C20261123-0001")};
        QCOMPARE(arguments_of(stop), std::string(R"({"order_no":"C20261123-0001"})"));
        const auto approve = decision::ApproveRefund{an<RefundNo>("R20261123-0088"), EngineRig::yuan("12.34")};
        QCOMPARE(arguments_of(approve),
                 std::string(R"({"refund_no":"R20261123-0088","amount":{"minor":1234,"currency":"CNY"}})"));
        QCOMPARE(subject_of(approve), std::string("R20261123-0088"));
        RefundDraft draft;
        draft.order_no = an<OrderNo>("C20261123-0001");
        draft.amount = EngineRig::yuan("-1.50");
        draft.reason_code = ReasonCode::Fault;
        draft.requested_by = an<OperatorName>("mallory");
        QCOMPARE(arguments_of(decision::RequestRefund{draft}),
                 std::string(R"({"kind":"REFUND","order_no":"C20261123-0001","ticket_no":"",)"
                             R"("amount":{"minor":-150,"currency":"CNY"},"reason_code":"0x01 FAULT",)"
                             R"("note":"","basis":""})"));
        QCOMPARE(subject_of(decision::RequestRefund{draft}), std::string("C20261123-0001"));
        const auto files = decision::AddClaimEvidence{an<ClaimNo>("K-1"), {{"a", "text/plain", "abcd"}}, {}};
        QCOMPARE(arguments_of(files), std::string(R"({"claim_no":"K-1","files":[{"name":"a","media_type":"text/plain",)"
                                                  R"("bytes":"YWJjZA=="}],"evidence_ids":[]})"));
        QCOMPARE(arguments_of(decision::SetOperatorLimit{an<OperatorName>("bob"), std::nullopt}),
                 std::string(R"({"name":"bob","limit":null})"));
    }

    // As a database writes it, which has no order and puts spaces.
    void values_that_are_read()
    {
        const Decision read = must(decision_from(
            DecisionVerb::ApproveRefund, R"( {"amount": {"currency": "CNY", "minor": 1234}, "refund_no": "R-1"} )"));
        const auto &approve = std::get<decision::ApproveRefund>(read);
        QCOMPARE(approve.refund_no, an<RefundNo>("R-1"));
        QCOMPARE(approve.amount, EngineRig::yuan("12.34"));
        for (const Decision &decision : sample_decisions()) {
            const auto *open = std::get_if<decision::OpenTicket>(&decision);
            if (!open || open->draft.evidence.empty())
                continue;
            const Decision again = must(decision_from(DecisionVerb::OpenTicket, arguments_of(decision)));
            const TicketDraft &draft = std::get<decision::OpenTicket>(again).draft;
            QCOMPARE(draft.kind, TicketKind::Exception);
            QCOMPARE(draft.text, open->draft.text);
            QCOMPARE(draft.evidence.size(), std::size_t{2});
            QCOMPARE(draft.evidence[0].bytes, std::string("\x89PNG\0\xff", 6));
            QCOMPARE(draft.shipment_no, an<ShipmentNo>("S-1"));
            QCOMPARE(draft.actor, Actor{});
        }
    }

    void a_member_that_is_missing()
    {
        int tried = 0;
        for (const Decision &decision : sample_decisions()) {
            const Json whole = Json::parse(arguments_of(decision));
            for (const std::string &place : places_in(whole)) {
                const std::string name = last_name(place);
                if (!is_name(name))
                    continue;
                Json less = whole;
                less.at(Json::json_pointer(place).parent_pointer()).erase(name);
                const std::string detail = detail_of(read(verb_of(decision), less));
                QVERIFY2(detail.ends_with(name + ": missing"), (place + " → " + detail).c_str());
                ++tried;
            }
        }
        QVERIFY(tried > 200);
    }

    void a_member_of_another_type()
    {
        int tried = 0;
        for (const Decision &decision : sample_decisions()) {
            const Json whole = Json::parse(arguments_of(decision));
            for (const std::string &place : places_in(whole)) {
                const Json::json_pointer pointer(place);
                const std::string name = last_name(place);
                for (const Json &other : other_types(whole.at(pointer))) {
                    const bool fits = (other.is_null() && optional_members.contains(name)) ||
                                      (whole.at(pointer).is_null() && other.is_object());
                    Json wrong = whole;
                    wrong.at(pointer) = other;
                    const auto taken = read(verb_of(decision), wrong);
                    if (fits && taken)
                        continue;
                    const std::string detail = detail_of(taken);
                    const std::string named = is_name(name) ? name : "[" + name + "]";
                    QVERIFY2(detail.find(named) != std::string::npos,
                             (place + " as " + other.dump() + " → " + detail).c_str());
                    ++tried;
                }
            }
        }
        QVERIFY(tried > 1000);
    }

    void a_member_that_is_not_known()
    {
        for (const Decision &decision : sample_decisions()) {
            const Json whole = Json::parse(arguments_of(decision));
            std::vector<std::string> objects{""};
            for (const std::string &place : places_in(whole)) {
                if (whole.at(Json::json_pointer(place)).is_object())
                    objects.push_back(place);
            }
            for (const std::string &place : objects) {
                // Who acts is the login, not what somebody writes.
                for (const char *name : {"requested_by", "by", "actor", "x"}) {
                    Json more = whole;
                    more.at(Json::json_pointer(place))[name] = "alice";
                    const std::string detail = detail_of(read(verb_of(decision), more));
                    QVERIFY2(detail.ends_with("\"" + std::string(name) + "\": no such member"), detail.c_str());
                }
            }
        }
    }

    void a_value_that_is_none_data()
    {
        QTest::addColumn<int>("verb");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("value");
        const auto add = [](DecisionVerb verb, const char *place, const char *value) {
            QTest::addRow("%s %s %s", std::string(to_text(verb)).c_str(), place, value)
                << static_cast<int>(verb) << QByteArray(place) << QByteArray(value);
        };
        for (const char *number : {"\"\"", "\"two words\"", "\"a/b\"", "\"\\u00e4\""})
            add(DecisionVerb::TakeTicket, "/ticket_no", number);
        add(DecisionVerb::RequestRefund, "/kind", "\"REFUNDS\"");
        add(DecisionVerb::RequestRefund, "/reason_code", "\"\"");
        add(DecisionVerb::RequestRefund, "/ticket_no", "\" \"");
        add(DecisionVerb::OpenTicket, "/kind", "\"refund\"");
        add(DecisionVerb::AdvanceShipment, "/event", "\"EXPLODED\"");
        add(DecisionVerb::OpenClaim, "/type", "\"FIRE\"");
        add(DecisionVerb::DecideClaim, "/decision", "\"ALL\"");
        add(DecisionVerb::AddOperator, "/role", "\"root\"");
        add(DecisionVerb::ApproveRefund, "/amount/currency", "\"XXY\"");
        add(DecisionVerb::ApproveRefund, "/amount/currency", "\"\"");
        add(DecisionVerb::ApproveRefund, "/amount/minor", "1000000000000001");
        add(DecisionVerb::ApproveRefund, "/amount/minor", "9223372036854775808");
        add(DecisionVerb::UnlockConnector, "/connector/connector_id", "2147483648");
        add(DecisionVerb::TakeTicket, "/version", "18446744073709551615");
        add(DecisionVerb::ResolveDiscrepancy, "/id", "\"01932c07-1234-7abc-8def-0123456789a\"");
        add(DecisionVerb::OpenClaim, "/evidence_ids/0", "\"x\"");
        for (const char *bytes : {"\"YWJjZA=\"", "\"YWJj*A==\"", "\"YWJjZA==\\n\"", "\"Y\""})
            add(DecisionVerb::OpenClaim, "/evidence/0/bytes", bytes);
        add(DecisionVerb::SendBackClaim, "/reason", "\"a\\u0000b\"");
    }
    void a_value_that_is_none()
    {
        QFETCH(int, verb);
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, value);
        int tried = 0;
        for (const Decision &decision : sample_decisions()) {
            Json json = Json::parse(arguments_of(decision));
            const Json::json_pointer pointer(place.toStdString());
            if (verb_of(decision) != static_cast<DecisionVerb>(verb) || !json.contains(pointer))
                continue;
            json.at(pointer) = Json::parse(value.toStdString());
            const std::string detail = detail_of(read(verb_of(decision), json));
            const std::string name = last_name(place.toStdString());
            QVERIFY2(detail.find(is_name(name) ? name : "[" + name + "]") != std::string::npos, detail.c_str());
            ++tried;
        }
        QVERIFY(tried > 0);
    }

    void text_that_is_no_decision()
    {
        for (const char *text : {"", "null", "[]", "7", "\"x\"", "{", "{}", R"({"refund_no":"R-1"} x)",
                                 R"({"refund_no":"R-1","refund_no":"R-2"})", "{\"refund_no\":\"\xff\"}"})
            QCOMPARE(decision_from(DecisionVerb::RetryRefund, text).error().code, ErrorCode::InputInvalid);
        QVERIFY(decision_from(DecisionVerb::RetryRefund, R"({"refund_no":"R-1"})"));
        const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
        QCOMPARE(decision_from(DecisionVerb::RetryRefund, deep).error().code, ErrorCode::InputInvalid);
    }

    void as_long_as_its_verb_may_be()
    {
        const decision::SendBackRefund long_reason{an<RefundNo>("R-1"), std::string(std::size_t{1} << 20, 'a')};
        QCOMPARE(decision_from(DecisionVerb::SendBackRefund, arguments_of(long_reason)).error().code,
                 ErrorCode::InputInvalid);
        // All that a ticket takes.
        TicketDraft draft;
        draft.order_no = an<OrderNo>("G-1");
        draft.text = std::string(max_ticket_text_bytes, '\x01');
        draft.evidence.assign(max_evidence_files, {"a.txt", "text/plain", std::string(max_evidence_bytes, 'a')});
        const std::string text = arguments_of(decision::OpenTicket{draft});
        QVERIFY(text.size() < most_argument_bytes(DecisionVerb::OpenTicket));
        const Decision read = must(decision_from(DecisionVerb::OpenTicket, text));
        QCOMPARE(std::get<decision::OpenTicket>(read).draft.evidence.back().bytes.size(), max_evidence_bytes);
    }

    // What a file system calls a file need not be UTF-8.
    void bytes_that_are_no_text()
    {
        const decision::SendBackRefund made{an<RefundNo>("R-1"), "a\xff"
                                                                 "b"};
        const Decision read = must(decision_from(DecisionVerb::SendBackRefund, arguments_of(made)));
        QCOMPARE(std::get<decision::SendBackRefund>(read).reason, std::string("a\xef\xbf\xbd"
                                                                              "b"));
    }
};

QTEST_GUILESS_MAIN(DecisionJsonTest)
#include "decision_json_test.moc"
