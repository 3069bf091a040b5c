// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/goods_order.h"
#include "models/domain/refund.h"
#include "models/domain/time.h"

namespace aftercharge::payment {

// How a refund stands with a gateway, in our words (gateways.md, "Payment").
enum class Standing {
    Pending,
    Success,
    Fail,
    Closed,
    NotFound,  // of a question: no such number there
    Later,     // not done, ask for the same again: 401, 403, 409, 429, the merchant's balance
    NotSent,   // nothing reached the gateway
    Unknown,   // no usable answer: it may or may not have happened
};

constexpr auto text_table(Standing)
{
    return std::array{
        EnumText{Standing::Pending, "PENDING"},    EnumText{Standing::Success, "SUCCESS"},
        EnumText{Standing::Fail, "FAIL"},          EnumText{Standing::Closed, "CLOSED"},
        EnumText{Standing::NotFound, "NOT_FOUND"}, EnumText{Standing::Later, "LATER"},
        EnumText{Standing::NotSent, "NOT_SENT"},   EnumText{Standing::Unknown, "UNKNOWN"},
    };
}

// A refund as it is asked for. `refund_no` is the idempotency key: the same number always goes
// with the same amount and the same bytes.
struct RefundCall {
    RefundNo refund_no;
    PaymentProvider provider = PaymentProvider::Stripe;
    std::string payment_external_id;
    Money amount;
    Money paid;  // of the whole payment
    ReasonCode reason = ReasonCode::CustomerRequest;
    UtcTime created_at;              // of the refund: how long the gateway keeps its key
    std::string external_refund_id;  // where it is known already
};

struct RefundAnswer {
    Standing standing = Standing::Unknown;
    std::string external_refund_id;
    std::optional<Money> amount;  // as the gateway has it
    std::string words;            // its code and sentence, no secret in it
    bool repairable = false;      // Fail that is repaired under the same number
    // The payment that it is of, by whichever names the gateway gives for it; empty: it does not say.
    std::vector<std::string> payments = {};
    friend bool operator==(const RefundAnswer &, const RefundAnswer &) = default;
};

// A webhook as it came: header names in lower case, the body's raw bytes.
struct WebhookCall {
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

// What a verified webhook says of one refund of ours.
struct RefundNews {
    std::string event_id;
    RefundNo refund_no;  // empty where the gateway does not repeat it
    std::string external_refund_id;
    RefundAnswer answer;
};

// One payment service. Calls block; they are made on the worker's thread. Nothing in here
// repeats a call that acts.
class PaymentGateway {
public:
    virtual ~PaymentGateway() = default;
    virtual PaymentProvider provider() const = 0;
    virtual RefundAnswer send_refund(const RefundCall &call) = 0;
    // By our number, acting on nothing.
    virtual RefundAnswer ask_refund(const RefundCall &call) = 0;
    // Of a Fail that is repairable (WeChat's ABNORMAL): under the same number.
    virtual RefundAnswer repair_refund(const RefundCall &call) = 0;
    // How long after the (asked + 1)-th question the next is due.
    virtual std::chrono::seconds ask_again_after(int asked) const = 0;
    // Verifies the raw bytes before it reads them. None: verified, but about nothing of ours.
    // Errors: webhook.signature_invalid, webhook.stale, webhook.invalid.
    virtual Result<std::optional<RefundNews>> read_webhook(const WebhookCall &call, UtcTime now) const = 0;
};

}  // namespace aftercharge::payment
