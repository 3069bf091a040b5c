// SPDX-License-Identifier: GPL-3.0-or-later
// What a carrier, or whoever stands in its place, may answer and tell: no crash, nothing done or
// approved without what proves it, words that can be shown.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "models/gateway/carrier/easypost/easypost_answers.h"
#include "models/gateway/carrier/easypost/easypost_claims.h"
#include "models/gateway/carrier/easypost/easypost_webhook.h"

using namespace aftercharge;
using namespace aftercharge::carrier;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check_words(const std::string &words)
{
    require(words.size() <= 4 * 400);
    require(std::none_of(words.begin(), words.end(), [](unsigned char c) { return c < 0x20; }));
}

void check_label(const LabelAnswer &label)
{
    require(label.outcome != Outcome::Done || !label.ext_external_id.empty());
    check_words(label.words);
}

void check_claim(const ClaimAnswer &claim, Currency currency)
{
    const bool approved = claim.event == ClaimEvent::Approved || claim.event == ClaimEvent::ApprovedInPart;
    require(!approved || (claim.outcome == Outcome::Done && claim.approved && !claim.approved->is_negative() &&
                          claim.approved->currency() == currency));
    require(claim.outcome == Outcome::Done || !claim.event);
    check_words(claim.words);
}

void check_answer(const http::Answer &answer, Currency currency)
{
    for (const Purpose purpose : {Purpose::Acts, Purpose::Asks}) {
        const Reply reply = judge(answer, purpose);
        require((reply.outcome == Outcome::Done) == (answer.status == 200 && !reply.json.isEmpty()));
        check_words(reply.words);
        if (reply.outcome != Outcome::Done)
            continue;
        check_label(label_of(reply.json, currency));
        std::string why;
        require(!cheapest_rate(reply.json, currency, why).empty() || !why.empty());
        check_words(why);
        check_words(label_refund_of(reply.json[QLatin1String("refund_status")].toString().toStdString()).words);
        check_words(track_of(reply.json).words);
        check_claim(claim_of(reply.json, currency), currency);
        if (const auto message = claim_message_of(reply.json))
            check_words(message->words);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    const Currency currency = *Currency::from_code("USD");
    for (const int status : {200, 404, 422, 502}) {
        http::Answer answer;
        answer.outcome = http::Outcome::Answered;
        answer.status = status;
        answer.body = text;
        check_answer(answer, currency);
    }
    const auto news = read_easypost_event(text, currency);
    if (news && *news) {
        require(!(*news)->event_id.empty());
        if ((*news)->claim)
            check_claim(*(*news)->claim, currency);
    }
    payment::WebhookCall call;
    call.headers = {{"x-hmac-signature", text}};
    call.body = text;
    require(!verify_easypost_webhook(call, "secret"));
    return 0;
}
