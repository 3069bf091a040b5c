// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QtTest>

#include "models/gateway/ocpp16/decode_message.h"
#include "models/gateway/ocpp16/encode.h"
#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/upgrade_request.h"

using namespace aftercharge;
using namespace aftercharge::ocpp16;

namespace {

const UtcTime received_at = *parse_iso8601("2026-11-24T10:00:00Z");

const std::vector<std::string> seeds{
    R"([2,"1","Heartbeat",{}])",
    R"([2,"2","Authorize",{"idTag":"04A1"}])",
    R"([2,"3","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}])",
    R"([2,"4","StatusNotification",{"connectorId":1,"errorCode":"GroundFailure","status":"Faulted"}])",
    R"([2,"5","StartTransaction",{"connectorId":1,"idTag":"T","meterStart":12,"timestamp":"2026-11-24T10:00:00Z"}])",
    R"([2,"6","StopTransaction",{"transactionId":5,"meterStop":10,"timestamp":"2026-11-24T10:00:00Z","reason":"Local","transactionData":[{"timestamp":"2026-11-24T10:00:00Z","sampledValue":[{"value":"1.5e1"}]}]}])",
    R"([2,"7","MeterValues",{"connectorId":1,"transactionId":-1,"meterValue":[{"timestamp":"2026-11-24T10:00:00","sampledValue":[{"value":"230.5","measurand":"Voltage","phase":"L1-N","unit":"V"},{"value":"1.25","unit":"kWh"}]}]}])",
    R"([2,"8","DataTransfer",{"vendorId":"V","data":"\u00e9\ud83d\ude00"}])",
    R"([3,"9",{"status":"Accepted"}])",
    R"([4,"10","GenericError","",{}])",
};

class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : engine_(seed) {}

    std::string mutated()
    {
        std::string text = seeds[below(seeds.size())];
        for (std::size_t n = 1 + below(4); n > 0; --n)
            mutate(text);
        return text;
    }

private:
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }

    void mutate(std::string &text)
    {
        static constexpr std::string_view pieces[] = {"{",
                                                      "}",
                                                      "[",
                                                      "]",
                                                      ",",
                                                      ":",
                                                      "\"",
                                                      "\\",
                                                      "\\u",
                                                      "\\ud800",
                                                      "null",
                                                      "-1",
                                                      "1e400",
                                                      "9223372036854775807",
                                                      "99999999999999999999",
                                                      "0.5",
                                                      "\xff\xfe",
                                                      "StopTransaction"};
        const std::size_t at = below(text.size() + 1);
        switch (below(5)) {
        case 0:
            text = text.substr(0, at);
            break;
        case 1:
            text.insert(at, pieces[below(std::size(pieces))]);
            break;
        case 2:
            text.erase(at, 1 + below(8));
            break;
        case 3:
            if (at < text.size())
                text[at] = static_cast<char>(engine_());
            break;
        default: {
            const std::string &other = seeds[below(seeds.size())];
            text = text.substr(0, at) + other.substr(below(other.size()));
        }
        }
    }

    std::mt19937_64 engine_;
};

// The reply is a CALLERROR of that id and sound itself.
bool is_call_error(const std::string &reply, const std::string &id)
{
    const JsonTape tape(reply);
    const JsonValue type = tape.root().first();
    return tape.defect().empty() && type.token() == "4" && type.next().text() == id;
}

}  // namespace

class Ocpp16MutationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_call_is_answered_or_kept();
    void requests();
};

void Ocpp16MutationTest::every_call_is_answered_or_kept()
{
    constexpr std::uint64_t seed = 20261124;
    Mutator mutator(seed);
    int understood = 0;
    int refused = 0;
    int kept = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::string frame = mutator.mutated();
        const Message message = decode_message(frame, received_at);
        const QByteArray shown = QByteArray::number(i) + ": " + QByteArray::fromStdString(frame);
        if (const auto *call = std::get_if<CallMessage>(&message)) {
            ++understood;
            const std::string answer = encode_answer({{1, call->message_id}, chargepoint::StopAnswer{}});
            QVERIFY2(JsonTape(answer).root().first().next().text() == call->message_id, shown);
            QVERIFY2(call->suspicions.size() <= 16, shown);
        } else if (const auto *defect = std::get_if<DefectMessage>(&message)) {
            defect->reply.empty() ? ++kept : ++refused;
            QVERIFY2(!defect->report.why.empty(), shown);
            QVERIFY2(defect->reply.empty() || is_call_error(defect->reply, defect->message_id), shown);
            // A stop with an id is never refused.
            QVERIFY2(defect->reply.empty() || defect->report.action != "StopTransaction", shown);
        }
    }
    QVERIFY2(understood > 500 && refused > 500 && kept > 500,
             qPrintable(QStringLiteral("%1 %2 %3").arg(understood).arg(refused).arg(kept)));
}

void Ocpp16MutationTest::requests()
{
    std::mt19937_64 engine(7);
    const std::string good = "GET /ocpp/CP-1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                             "Authorization: Basic Q1AtMTpzZWNyZXQ=\r\n\r\n";
    QVERIFY(parse_upgrade_request(good).has_value());
    int refused = 0;
    for (int i = 0; i < 10'000; ++i) {
        std::string text = good;
        for (std::size_t n = 1 + engine() % 3; n > 0; --n)
            text[engine() % text.size()] = static_cast<char>(engine());
        const auto request = parse_upgrade_request(
            text.substr(0, engine() % 8 == 0 ? engine() % text.size() : text.size()));
        if (!request) {
            ++refused;
            QVERIFY(request.error() == 400 || request.error() == 405 || request.error() == 426);
        }
    }
    QVERIFY(refused > 1'000);
}

QTEST_GUILESS_MAIN(Ocpp16MutationTest)
#include "ocpp16_mutation_test.moc"
