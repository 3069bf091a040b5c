// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/carrier/easypost/easypost_gateway.h"

#include <array>

#include "models/gateway/carrier/easypost/easypost_answers.h"
#include "models/gateway/carrier/easypost/easypost_claims.h"
#include "models/gateway/carrier/easypost/easypost_json.h"
#include "models/gateway/carrier/easypost/easypost_requests.h"
#include "models/gateway/carrier/easypost/easypost_webhook.h"

namespace aftercharge::carrier {
namespace {

// The longest page there is; all pages together stay within the time that a task is leased for.
constexpr int page_size = 100;
constexpr int most_pages = 8;

QLatin1String key(const char *name)
{
    return QLatin1String(name);
}

LabelAnswer label_without(const Reply &reply)
{
    LabelAnswer answer;
    answer.outcome = reply.outcome;
    answer.words = reply.words;
    return answer;
}

CancelAnswer cancel_without(const Reply &reply)
{
    return {.outcome = reply.outcome, .label_refund = LabelRefund::None, .words = reply.words};
}

ClaimAnswer claim_without(const Reply &reply)
{
    ClaimAnswer answer;
    answer.outcome = reply.outcome;
    answer.words = reply.words;
    return answer;
}

// Of a claim that was opened: whatever it came to since then is said by the next question.
ClaimAnswer acknowledged(ClaimAnswer answer)
{
    if (answer.external_id.empty())
        return answer;
    answer.outcome = Outcome::Done;
    answer.event = ClaimEvent::Acknowledged;
    answer.approved.reset();
    return answer;
}

}  // namespace

EasypostGateway::EasypostGateway(http::Client &client, EasypostOptions options)
    : client_(client), options_(std::move(options))
{
}

Reply EasypostGateway::get(const std::string &path)
{
    return judge(client_.send(get_request(options_, path)), Purpose::Asks);
}

Reply EasypostGateway::post(const std::string &path, std::string body)
{
    return judge(client_.send(post_request(options_, path, std::move(body))), Purpose::Acts);
}

bool EasypostGateway::is_of_our_currency(const Money &amount) const
{
    return amount.is_zero() || amount.currency() == options_.currency;
}

LabelAnswer EasypostGateway::buy_label(const LabelCall &call)
{
    if (!is_of_our_currency(call.insure)) {
        LabelAnswer refused;
        refused.outcome = Outcome::Refused;
        refused.words = "insurance in " + std::string(call.insure.currency().code()) + ", EasyPost's account is in " +
                        std::string(options_.currency.code());
        return refused;
    }
    const Reply created = post("/v2/shipments", shipment_body(options_, call));
    return created.outcome == Outcome::Done ? buy(created.json, call) : label_without(created);
}

LabelAnswer EasypostGateway::buy(const QJsonObject &shipment, const LabelCall &call)
{
    LabelAnswer made = label_of(shipment, options_.currency);
    if (made.outcome != Outcome::Done)
        return made;
    std::string why;
    const std::string rate = cheapest_rate(shipment, options_.currency, why);
    if (rate.empty()) {
        made.outcome = Outcome::Refused;
        made.words = why;
        return made;
    }
    const Reply bought = post("/v2/shipments/" + percent_encoded(made.ext_external_id) + "/buy",
                              buy_body(rate, call.insure));
    if (bought.outcome != Outcome::Done) {
        made.outcome = bought.outcome;
        made.words = bought.words;
        return made;
    }
    const LabelAnswer label = label_of(bought.json, options_.currency);
    if (label.outcome == Outcome::Done && label.ext_external_id == made.ext_external_id && !label.tracking_no.empty())
        return label;
    made.outcome = Outcome::Unknown;
    made.words = "a purchase without a tracking number";
    return made;
}

LabelAnswer EasypostGateway::ask_label(const LabelCall &call)
{
    if (call.ext_external_id.empty())
        return find_label(call);
    const Reply reply = get("/v2/shipments/" + percent_encoded(call.ext_external_id));
    return reply.outcome == Outcome::Done ? label_of(reply.json, options_.currency) : label_without(reply);
}

LabelAnswer EasypostGateway::find_label(const LabelCall &call)
{
    LabelAnswer found;
    const auto look = [&](const QJsonObject &shipment) {
        if (text_of(shipment, key("reference")) != call.shipment_no.text())
            return false;
        const LabelAnswer label = label_of(shipment, options_.currency);
        if (label.outcome == Outcome::Done && (found.ext_external_id.empty() || !label.tracking_no.empty()))
            found = label;
        return !found.tracking_no.empty();
    };
    // `purchased` is true unless told otherwise: then only those with a label are listed.
    const Reply reply = look_through("/v2/shipments?purchased=false&", key("shipments"), look);
    const bool seen_all = reply.outcome == Outcome::Done || reply.outcome == Outcome::NotFound;
    return seen_all && !found.ext_external_id.empty() ? found : label_without(reply);
}

Reply EasypostGateway::look_through(const std::string &path, QLatin1String list,
                                    const std::function<bool(const QJsonObject &)> &look)
{
    std::string before;
    for (int page = 0; page < most_pages; ++page) {
        Reply reply = get(path + "page_size=" + std::to_string(page_size) + before);
        // A list is there, if empty: what refuses it says nothing of what is in it.
        if (reply.outcome == Outcome::NotFound || reply.outcome == Outcome::Refused)
            reply.outcome = Outcome::Unknown;
        if (reply.outcome != Outcome::Done)
            return reply;
        if (!reply.json.value(list).isArray())
            return {.outcome = Outcome::Unknown, .json = {}, .words = "not a list"};
        const QJsonArray items = reply.json.value(list).toArray();
        for (const auto &item : items) {
            if (look(item.toObject()))
                return {.outcome = Outcome::Done, .json = {}, .words = {}};
        }
        const std::string last = text_of(items.isEmpty() ? QJsonObject() : items.last().toObject(), key("id"));
        if (last.empty() || !reply.json.value(key("has_more")).toBool())
            return {.outcome = Outcome::NotFound, .json = {}, .words = "not in EasyPost's list"};
        before = "&before_id=" + percent_encoded(last);
    }
    return {.outcome = Outcome::Unknown,
            .json = {},
            .words = "not among the newest " + std::to_string(page_size * most_pages)};
}

CancelAnswer EasypostGateway::cancel_label(const std::string &ext_external_id)
{
    const Reply reply = post("/v2/shipments/" + percent_encoded(ext_external_id) + "/refund", "{}");
    if (reply.outcome != Outcome::Done)
        return cancel_without(reply);
    CancelAnswer answer = label_refund_of(text_of(reply.json, key("refund_status")));
    if (answer.outcome == Outcome::Done && answer.label_refund == LabelRefund::None) {
        answer.outcome = Outcome::Unknown;
        answer.words = "the label's refund has no status yet";
    }
    return answer;
}

CancelAnswer EasypostGateway::ask_label_refund(const std::string &ext_external_id)
{
    const Reply reply = get("/v2/shipments/" + percent_encoded(ext_external_id));
    if (reply.outcome != Outcome::Done)
        return cancel_without(reply);
    if (text_of(reply.json, key("id")).empty())
        return {.outcome = Outcome::Unknown, .label_refund = LabelRefund::None, .words = "not a shipment"};
    return label_refund_of(text_of(reply.json, key("refund_status")));
}

TrackAnswer EasypostGateway::track(const std::string &tracking_no)
{
    const Reply reply = get("/v2/trackers?tracking_code=" + percent_encoded(tracking_no) + "&page_size=5");
    if (reply.outcome != Outcome::Done)
        return {.outcome = reply.outcome, .event = std::nullopt, .words = reply.words};
    if (!reply.json.value(key("trackers")).isArray())
        return {.outcome = Outcome::Unknown, .event = std::nullopt, .words = "not a list"};
    const QJsonArray trackers = reply.json.value(key("trackers")).toArray();
    for (const auto &tracker : trackers) {
        if (text_of(tracker.toObject(), key("tracking_code")) == tracking_no)
            return track_of(tracker.toObject());
    }
    return {.outcome = Outcome::NotFound, .event = std::nullopt, .words = "no tracker of this number"};
}

ClaimAnswer EasypostGateway::open_claim(const ClaimCall &call)
{
    if (!is_of_our_currency(call.amount)) {
        ClaimAnswer refused;
        refused.outcome = Outcome::Refused;
        refused.words = "a claim in " + std::string(call.amount.currency().code()) + ", EasyPost's account is in " +
                        std::string(options_.currency.code());
        return refused;
    }
    const Reply reply = post("/v2/claims", claim_body(options_, call));
    return reply.outcome == Outcome::Done ? acknowledged(claim_of(reply.json, options_.currency))
                                          : claim_without(reply);
}

ClaimAnswer EasypostGateway::find_claim(const ClaimCall &call)
{
    ClaimAnswer found;
    const auto look = [&](const QJsonObject &claim) {
        if (is_opened_by(claim, call)) {
            found.external_id = text_of(claim, key("id"));
            return !found.external_id.empty();
        }
        return is_before(claim, call);
    };
    const Reply reply = look_through("/v2/claims?", key("claims"), look);
    if (!found.external_id.empty())
        return acknowledged(found);
    ClaimAnswer answer = claim_without(reply);
    if (reply.outcome == Outcome::Done) {
        answer.outcome = Outcome::NotFound;
        answer.words = "no claim of this parcel since then";
    }
    return answer;
}

ClaimAnswer EasypostGateway::ask_claim(const ClaimCall &call)
{
    const Reply reply = get("/v2/claims/" + percent_encoded(call.external_id));
    return reply.outcome == Outcome::Done ? claim_of(reply.json, options_.currency) : claim_without(reply);
}

ClaimAnswer EasypostGateway::send_evidence(const ClaimCall &call)
{
    // The Claim Messages guide speaks of replies with attachments "from this API or from email",
    // but neither the API reference nor EasyPost's libraries name the request.
    ClaimAnswer answer;
    answer.outcome = Outcome::ByHand;
    answer.external_id = call.external_id;
    answer.words = "EasyPost takes later evidence as a reply to its mail to " + options_.contact_email +
                   " or in its dashboard, at claim " + call.external_id;
    return answer;
}

std::chrono::seconds EasypostGateway::ask_again_after(int asked) const
{
    using namespace std::chrono_literals;
    // Labels' refunds and claims take days at EasyPost, and webhooks say sooner what happened.
    constexpr std::array<std::chrono::seconds, 5> steps{30s, 60s, 5min, 15min, 1h};
    return steps[static_cast<std::size_t>(std::clamp(asked, 0, static_cast<int>(steps.size()) - 1))];
}

Result<std::optional<CarrierNews>> EasypostGateway::read_webhook(const payment::WebhookCall &call) const
{
    return verify_easypost_webhook(call, options_.webhook_secret).and_then([&] {
        return read_easypost_event(call.body, options_.currency);
    });
}

}  // namespace aftercharge::carrier
