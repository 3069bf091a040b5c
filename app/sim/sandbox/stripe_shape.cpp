// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/stripe_shape.h"

#include <algorithm>
#include <charconv>

#include "app/sim/sandbox/crypto.h"
#include "app/sim/sandbox/stripe_json.h"

namespace aftercharge::sim {

namespace {

StripeError missing(const std::string &what, const std::string &id)
{
    return {404, "invalid_request_error", "resource_missing", "No such " + what + ": '" + id + "'", "id"};
}

std::int64_t number_of(const std::string &text, std::int64_t otherwise)
{
    std::int64_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool created_within(const PlayedRefund &refund, const std::map<std::string, std::string> &bounds)
{
    const std::int64_t at =
        std::chrono::duration_cast<std::chrono::seconds>(refund.created_at.time_since_epoch()).count();
    return std::all_of(bounds.begin(), bounds.end(), [at](const auto &bound) {
        const std::int64_t limit = number_of(bound.second, 0);
        return bound.first == "gte"   ? at >= limit
               : bound.first == "gt"  ? at > limit
               : bound.first == "lte" ? at <= limit
                                      : at < limit;
    });
}

}  // namespace

StripeShape::StripeShape(SandboxCore &core, StripeAccess access)
    : core_(core), access_(std::move(access)), flow_(core, [this](PlayedRefund &refund) { tell(refund, false); })
{
}

HttpReply StripeShape::answer(const HttpCall &call)
{
    // The key as bearer, or as the user of Basic with an empty password.
    const std::string sent = call.header("authorization");
    if (sent != "Bearer " + access_.api_key && sent != "Basic " + to_base64(access_.api_key + ':')) {
        return stripe_reply(StripeError{401, "invalid_request_error", {}, "Invalid API Key provided", {}});
    }
    if (call.method == "POST" && call.path == "/v1/refunds")
        return post_refund(call);
    if (call.method == "GET") {
        const std::lock_guard lock(core_.mutex);
        return get(call);
    }
    return stripe_reply(StripeError{
        404, "invalid_request_error", {}, "Unrecognized request URL (" + call.method + ": " + call.path + ")", {}});
}

HttpReply StripeShape::get(const HttpCall &call)
{
    const std::string id = call.path.substr(call.path.rfind('/') + 1);
    if (call.path == "/v1/refunds")
        return list_refunds(call.query);
    if (call.path.starts_with("/v1/refunds/")) {
        const PlayedRefund *refund = book_.by_id(id);
        return refund == nullptr ? stripe_reply(missing("refund", id)) : rendered(*refund);
    }
    PlayedPayment *paid = payment(id);
    if (call.path.starts_with("/v1/charges/")) {
        return paid == nullptr ? stripe_reply(missing("charge", id))
                               : stripe_reply(200, stripe_charge(*paid, paid->paid - book_.left(*paid)));
    }
    if (call.path.starts_with("/v1/payment_intents/")) {
        return paid == nullptr ? stripe_reply(missing("payment_intent", id))
                               : stripe_reply(200, stripe_payment_intent(*paid));
    }
    return stripe_reply(StripeError{404, "invalid_request_error", {}, "Unrecognized request URL", {}});
}

HttpReply StripeShape::list_refunds(const Form &query)
{
    const std::string of = query.has("charge") ? query.get("charge") : query.get("payment_intent");
    auto refunds = book_.newest_first(of);
    const auto bounds = query.nested("created");
    std::erase_if(refunds, [&bounds](const PlayedRefund *refund) { return !created_within(*refund, bounds); });
    const auto at_id = [&refunds](const std::string &id) {
        return std::find_if(refunds.begin(), refunds.end(), [&id](const auto *refund) { return refund->id == id; });
    };
    if (query.has("starting_after")) {
        const auto at = at_id(query.get("starting_after"));
        if (at == refunds.end())
            return stripe_reply(missing("refund", query.get("starting_after")));
        refunds.erase(refunds.begin(), at + 1);
    } else if (query.has("ending_before")) {
        refunds.erase(at_id(query.get("ending_before")), refunds.end());
    }
    const auto limit = static_cast<std::size_t>(std::clamp<std::int64_t>(number_of(query.get("limit"), 10), 1, 100));
    const bool has_more = refunds.size() > limit;
    refunds.resize(std::min(limit, refunds.size()));
    Json data = Json::array();
    for (const PlayedRefund *refund : refunds)
        data.push_back(stripe_refund(*refund, *book_.payment(refund->payment_id)));
    return stripe_reply(200, {{"object", "list"}, {"url", "/v1/refunds"}, {"has_more", has_more}, {"data", data}});
}

HttpReply StripeShape::rendered(const PlayedRefund &refund)
{
    HttpReply reply = stripe_reply(200, stripe_refund(refund, *book_.payment(refund.payment_id)));
    reply.number = refund.number;
    return reply;
}

PlayedPayment *StripeShape::payment(const std::string &id)
{
    if (book_.payment(id) == nullptr && access_.paid_on_first_use > 0 && !id.empty())
        book_.pay({id, access_.currency, access_.paid_on_first_use, core_.clock->now()});
    return book_.payment(id);
}

std::vector<Webhook> StripeShape::webhooks_for(const PlayedRefund &refund, const std::vector<std::string> &types)
{
    std::vector<Webhook> out;
    for (const std::string &type : types) {
        Webhook webhook;
        webhook.gateway = "STRIPE";
        webhook.url = core_.webhook_base.empty() ? std::string() : core_.webhook_base + "/stripe";
        webhook.event_id = "evt_" + random_hex(24);
        webhook.kind = type;
        webhook.copies = refund.step.has(Outcome::DuplicateWebhook) ? 2 : 1;
        const Json object = stripe_refund(refund, *book_.payment(refund.payment_id));
        webhook.body = stripe_event(webhook.event_id, type, core_.clock->now(), object, refund.idempotency_key).dump(2);
        const std::string time = core_.signing_time(refund.step);
        const std::string secret = refund.step.has(Outcome::WrongSignature) ? "whsec_of_another"
                                                                            : access_.webhook_secret;
        webhook.headers = {
            {"Stripe-Signature",
             "t=" + time + ",v1=" + hmac_sha256_hex(secret, time + '.' + webhook.body) + ",v0=" + random_hex(64)}};
        out.push_back(std::move(webhook));
    }
    return out;
}

void StripeShape::tell(PlayedRefund &refund, bool created)
{
    std::vector<std::string> types{created ? "refund.created" : "refund.updated"};
    if (refund.state == RefundState::Failed)
        types.emplace_back("refund.failed");
    core_.tell(refund.step, refund.id, refund.more_to_come, webhooks_for(refund, types));
}

}  // namespace aftercharge::sim
