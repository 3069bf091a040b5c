// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "app/sim/sandbox/crypto.h"
#include "app/sim/sandbox/stripe_json.h"
#include "app/sim/sandbox/stripe_shape.h"

// POST /v1/refunds: what it demands, what its idempotency keys keep, what it answers.
namespace aftercharge::sim {

namespace {

constexpr std::chrono::hours key_lives{24};

std::string major(std::int64_t minor)
{
    return hundredths_text(minor);
}

// The whole amount where it is not named; none: no amount.
std::optional<std::int64_t> amount_in(const Form &form, std::int64_t left)
{
    if (!form.has("amount"))
        return left;
    const std::string text = form.get("amount");
    std::int64_t amount = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), amount);
    return problem == std::errc{} && end == text.data() + text.size() && amount > 0 ? std::optional(amount)
                                                                                    : std::nullopt;
}

// What is refused before anything is done: an answer that no key keeps.
std::optional<StripeError> flaw_in(const Form &form)
{
    if (!form.has("charge") && !form.has("payment_intent")) {
        return StripeError{400,
                           "invalid_request_error",
                           "parameter_missing",
                           "One of the following params should be provided for this request: payment_intent or charge.",
                           {}};
    }
    if (!amount_in(form, 1))
        return StripeError{400, "invalid_request_error", "parameter_invalid_integer", "Invalid integer", "amount"};
    const std::string reason = form.get("reason");
    if (form.has("reason") && reason != "duplicate" && reason != "fraudulent" && reason != "requested_by_customer") {
        return StripeError{400,
                           "invalid_request_error",
                           {},
                           "Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer",
                           "reason"};
    }
    return std::nullopt;
}

std::optional<StripeError> scripted_error(const Step &step)
{
    if (step.has(Outcome::ServerError))
        return StripeError{500, "api_error", {}, "An unknown error occurred", {}};
    if (step.has(Outcome::NotEnough)) {
        return StripeError{400,
                           "invalid_request_error",
                           "balance_insufficient",
                           "Insufficient funds in your Stripe balance to refund this amount.",
                           {}};
    }
    if (step.has(Outcome::Refused)) {
        return StripeError{400,
                           "invalid_request_error",
                           "charge_disputed",
                           step.reason.empty() ? "This charge has been charged back." : step.reason,
                           {}};
    }
    return std::nullopt;
}

}  // namespace

HttpReply StripeShape::post_refund(const HttpCall &call)
{
    const Form form(call.body);
    const std::string key = call.header("idempotency-key");
    const std::string fingerprint = call.path + '\n' + form.canonical();
    const std::string number = form.nested("metadata")["refund_no"];
    std::vector<Webhook> first;
    HttpReply reply;
    Step step;
    {
        const std::lock_guard lock(core_.mutex);
        if (auto kept = replayed(key, fingerprint)) {
            kept->number = number;
            return *kept;
        }
        const auto flaw = flaw_in(form);
        const std::string payment_id = form.has("charge") ? form.get("charge") : form.get("payment_intent");
        if (!flaw)
            step = core_.scripts.take({payment_id, PaymentBook::key_of(payment_id)}, Deed::Refund);
        if (flaw) {
            reply = stripe_reply(*flaw);
        } else if (step.has(Outcome::LostBefore)) {
            reply.lost = true;
        } else if (step.has(Outcome::HtmlBefore)) {
            reply = proxy_page();
        } else if (step.has(Outcome::RateLimited)) {
            reply = stripe_reply(
                StripeError{429, "invalid_request_error", "rate_limit", "Request rate limit exceeded.", {}});
        } else {
            reply = act(form, key, step, first);
            if (!key.empty()) {
                reply.headers.emplace_back("Idempotency-Key", key);
                kept_[key] = {fingerprint, reply, core_.clock->now()};
            }
        }
        reply.number = number;
    }
    for (const Webhook &webhook : first)
        core_.webhooks.send_now(webhook);
    return on_its_way(step, reply);
}

std::optional<HttpReply> StripeShape::replayed(const std::string &key, const std::string &fingerprint)
{
    const auto at = kept_.find(key);
    if (key.empty() || at == kept_.end())
        return std::nullopt;
    if (core_.clock->now() - at->second.at > key_lives) {
        kept_.erase(at);
        return std::nullopt;
    }
    if (at->second.fingerprint != fingerprint) {
        return stripe_reply(StripeError{400,
                                        "idempotency_error",
                                        {},
                                        "Keys for idempotent requests can only be used with the same parameters they "
                                        "were first used with. Try using a key other than '" +
                                            key + "' if you meant to execute a different request.",
                                        {}});
    }
    HttpReply reply = at->second.reply;
    reply.headers.emplace_back("Idempotent-Replayed", "true");
    return reply;
}

HttpReply StripeShape::act(const Form &form, const std::string &key, const Step &step, std::vector<Webhook> &first)
{
    if (const auto error = scripted_error(step))
        return stripe_reply(*error);
    const std::string param = form.has("charge") ? "charge" : "payment_intent";
    const std::string id = form.get(param);
    PlayedPayment *paid = payment(id);
    if (paid == nullptr)
        return stripe_reply(StripeError{404, "invalid_request_error", "resource_missing",
                                        "No such " + param + ": '" + id + "'", param});
    const std::int64_t left = book_.left(*paid);
    if (left <= 0) {
        return stripe_reply(StripeError{400,
                                        "invalid_request_error",
                                        "charge_already_refunded",
                                        "Charge ch_" + PaymentBook::key_of(id) + " has already been refunded.",
                                        {}});
    }
    const std::int64_t amount = amount_in(form, left).value_or(0);
    if (amount > left) {
        return stripe_reply(StripeError{400,
                                        "invalid_request_error",
                                        {},
                                        "Refund amount (" + major(amount) +
                                            ") is greater than unrefunded amount on charge (" + major(left) + ")",
                                        "amount"});
    }
    PlayedRefund refund;
    refund.id = "re_" + random_hex(24);
    refund.metadata = form.nested("metadata");
    refund.number = refund.metadata["refund_no"];
    refund.payment_id = id;
    refund.amount = amount;
    refund.created_at = core_.clock->now();
    refund.reason = form.get("reason");
    refund.idempotency_key = key;
    refund.step = step;
    PlayedRefund &added = book_.add(std::move(refund));
    flow_.begin(added);
    HttpReply reply = rendered(added);
    if (step.has(Outcome::WebhookBeforeReply)) {
        flow_.settle_quietly(added);
        first = webhooks_for(added, {"refund.updated"});
    } else {
        tell(added, true);
    }
    return reply;
}

}  // namespace aftercharge::sim
