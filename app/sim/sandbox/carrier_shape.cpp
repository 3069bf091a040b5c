// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/carrier_shape.h"

#include <algorithm>
#include <charconv>

#include "app/sim/sandbox/crypto.h"

namespace aftercharge::sim {

namespace {

constexpr std::string_view version = "/v2/";

}  // namespace

CarrierShape::CarrierShape(SandboxCore &core, EasypostAccess access) : core_(core), access_(std::move(access)) {}

HttpReply CarrierShape::answer(const HttpCall &call)
{
    // Basic, the key as user; the password is not looked at.
    const std::string sent = call.header("authorization");
    const auto user = from_base64(sent.starts_with("Basic ") ? sent.substr(6) : std::string());
    if (!user || user->substr(0, user->find(':')) != access_.api_key)
        return easypost_error(401, "UNAUTHORIZED", "The API key is missing or wrong.");
    const std::lock_guard lock(core_.mutex);
    return routed(call);
}

HttpReply CarrierShape::routed(const HttpCall &call)
{
    if (!call.path.starts_with(version))
        return easypost_error(404, "NOT_FOUND", "The requested resource could not be found.");
    const std::string path = call.path.substr(version.size());
    const std::string kind = path.substr(0, path.find('/'));
    const std::string rest = path.size() > kind.size() ? path.substr(kind.size() + 1) : std::string();
    if (kind == "shipments")
        return shipments(call, rest);
    if (kind == "trackers")
        return trackers(call, rest);
    if (kind == "claims")
        return claims(call, rest);
    return easypost_error(404, "NOT_FOUND", "The requested resource could not be found.");
}

HttpReply CarrierShape::scripted(const std::vector<std::string> &keys, Deed deed, const std::string &number,
                                 const Act &act)
{
    const Step step = core_.scripts.take(keys, deed);
    HttpReply reply;
    if (step.has(Outcome::LostBefore))
        reply.lost = true;
    else if (step.has(Outcome::HtmlBefore))
        reply = proxy_page();
    else if (step.has(Outcome::ServerError))
        reply = easypost_error(500, "INTERNAL_SERVER_ERROR", "An unexpected error occurred.");
    else if (step.has(Outcome::RateLimited))
        reply = easypost_error(429, "RATE_LIMITED", "You have been rate limited.");
    else if (step.has(Outcome::NotEnough))
        reply = easypost_error(402, "PAYMENT_REQUIRED", "Insufficient funds. Please add funds to your wallet.");
    else if (step.has(Outcome::Refused))
        reply = easypost_error(422, "REFUSED", step.reason.empty() ? "Unable to process this request." : step.reason);
    else
        reply = act(step);
    reply.number = number;
    return on_its_way(step, reply);
}

void CarrierShape::tell(const Step &step, const std::string &about, bool more_to_come, const std::string &description,
                        const Json &result, const Json &previous)
{
    const std::string now = easypost_time(core_.clock->now());
    Webhook webhook;
    webhook.gateway = "EASYPOST";
    webhook.url = core_.webhook_base.empty() ? std::string() : core_.webhook_base + "/easypost";
    webhook.event_id = "evt_" + random_hex(32);
    webhook.kind = description;
    webhook.body = Json{
        {"id", webhook.event_id},
        {"object", "Event"},
        {"mode", "test"},
        {"description", description},
        {"previous_attributes", previous},
        {"pending_urls", Json::array({webhook.url})},
        {"completed_urls", Json::array()},
        {"created_at", now},
        {"updated_at", now},
        {"status", "pending"},
        {"user_id", "user_sandbox"},
        {"result",
         result}}.dump();
    const std::string secret = step.has(Outcome::WrongSignature) ? "another" : access_.webhook_secret;
    webhook.headers = {{"X-Hmac-Signature", "hmac-sha256-hex=" + hmac_sha256_hex(secret, webhook.body)}};
    core_.tell(step, about, more_to_come, {std::move(webhook)});
}

HttpReply easypost_reply(int status, const Json &body)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body.dump();
    reply.headers = {{"X-Ep-Request-Uuid", random_hex(32)}};
    return reply;
}

HttpReply easypost_error(int status, const std::string &code, const std::string &message)
{
    return easypost_reply(status, Json{{"error", {{"code", code}, {"message", message}, {"errors", Json::array()}}}});
}

HttpReply easypost_page(const Form &query, const std::string &name, const std::vector<Json> &newest_first)
{
    std::size_t size = 20;
    const std::string text = query.get("page_size");
    std::from_chars(text.data(), text.data() + text.size(), size);
    size = std::clamp<std::size_t>(size, 1, 100);
    auto first = newest_first.begin();
    auto last = newest_first.end();
    const auto at = [&newest_first](const std::string &id) {
        return std::find_if(newest_first.begin(), newest_first.end(),
                            [&id](const Json &row) { return text_of(row, "id") == id; });
    };
    if (query.has("before_id") && at(query.get("before_id")) != last)
        first = at(query.get("before_id")) + 1;
    if (query.has("after_id"))
        last = at(query.get("after_id"));
    Json rows = Json::array();
    for (; first < last && rows.size() < size; ++first)
        rows.push_back(*first);
    return easypost_reply(200, Json{{name, rows}, {"has_more", first < last}});
}

}  // namespace aftercharge::sim
