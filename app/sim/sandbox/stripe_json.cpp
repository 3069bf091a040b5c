// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/stripe_json.h"

#include "app/sim/sandbox/crypto.h"

namespace aftercharge::sim {

namespace {

std::int64_t seconds_of(UtcTime time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

std::string status_of(RefundState state)
{
    switch (state) {
    case RefundState::Pending:
        return "pending";
    case RefundState::Succeeded:
        return "succeeded";
    case RefundState::Failed:
        return "failed";
    case RefundState::Canceled:
        return "canceled";
    }
    return {};
}

Json text_or_null(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

}  // namespace

Json stripe_refund(const PlayedRefund &refund, const PlayedPayment &payment)
{
    const std::string key = PaymentBook::key_of(payment.id);
    Json json{
        {"id", refund.id},
        {"object", "refund"},
        {"amount", refund.amount},
        {"balance_transaction", "txn_" + refund.id.substr(3)},
        {"charge", "ch_" + key},
        {"created", seconds_of(refund.created_at)},
        {"currency", payment.currency},
        {"destination_details", {{"card", {{"reference_status", "pending"}, {"type", "refund"}}}, {"type", "card"}}},
        {"metadata", refund.metadata.empty() ? Json::object() : Json(refund.metadata)},
        {"payment_intent", payment.id.starts_with("pi_") ? Json(payment.id) : Json()},
        {"reason", text_or_null(refund.reason)},
        {"receipt_number", Json()},
        {"source_transfer_reversal", Json()},
        {"status", status_of(refund.state)},
        {"transfer_reversal", Json()},
    };
    if (refund.state == RefundState::Failed) {
        json["failure_balance_transaction"] = "txn_f" + refund.id.substr(3);
        json["failure_reason"] = refund.step.reason.empty() ? "lost_or_stolen_card" : refund.step.reason;
    }
    return json;
}

Json stripe_charge(const PlayedPayment &payment, std::int64_t refunded)
{
    const std::string id = "ch_" + PaymentBook::key_of(payment.id);
    return {
        {"id", id},
        {"object", "charge"},
        {"amount", payment.paid},
        {"amount_captured", payment.paid},
        {"amount_refunded", refunded},
        {"captured", true},
        {"created", seconds_of(payment.created_at)},
        {"currency", payment.currency},
        {"livemode", false},
        {"metadata", Json::object()},
        {"paid", true},
        {"payment_intent", payment.id.starts_with("pi_") ? Json(payment.id) : Json()},
        {"refunded", refunded == payment.paid},
        {"status", "succeeded"},
    };
}

Json stripe_payment_intent(const PlayedPayment &payment)
{
    const std::string key = PaymentBook::key_of(payment.id);
    return {
        {"id", "pi_" + key},
        {"object", "payment_intent"},
        {"amount", payment.paid},
        {"amount_received", payment.paid},
        {"currency", payment.currency},
        {"created", seconds_of(payment.created_at)},
        {"latest_charge", "ch_" + key},
        {"livemode", false},
        {"metadata", Json::object()},
        {"status", "succeeded"},
    };
}

Json stripe_event(const std::string &id, const std::string &type, UtcTime created, const Json &object,
                  const std::string &idempotency_key)
{
    return {
        {"id", id},
        {"object", "event"},
        {"api_version", "2025-03-31.basil"},
        {"created", seconds_of(created)},
        {"data", {{"object", object}}},
        {"livemode", false},
        {"pending_webhooks", 1},
        {"request", {{"id", "req_" + random_hex(14)}, {"idempotency_key", text_or_null(idempotency_key)}}},
        {"type", type},
    };
}

HttpReply stripe_reply(int status, const Json &body)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body.dump(2);
    reply.headers = {{"Request-Id", "req_" + random_hex(14)}, {"Stripe-Version", "2025-03-31.basil"}};
    return reply;
}

HttpReply stripe_reply(const StripeError &error)
{
    Json body{{"message", error.message}, {"type", error.type}};
    if (!error.code.empty()) {
        body["code"] = error.code;
        body["doc_url"] = "https://stripe.com/docs/error-codes/" + error.code;
    }
    if (!error.param.empty())
        body["param"] = error.param;
    return stripe_reply(error.status, Json{{"error", body}});
}

}  // namespace aftercharge::sim
