// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/stripe/stripe_request.h"

#include "models/gateway/payment/amounts.h"
#include "models/gateway/payment/json_fields.h"
#include "models/gateway/payment/url_text.h"

namespace aftercharge::payment::stripe {
namespace {

// From this version on refund.created, refund.updated and refund.failed are sent for every
// refund (changelog, 2024-10-28.acacia). Named, so that the account's default cannot change
// what an answer means.
constexpr auto api_version = "2024-10-28.acacia";

std::string address(const StripeOptions &options, const std::string &path)
{
    return without_last_slash(options.base_url) + path;
}

http::Headers common_headers(const StripeOptions &options)
{
    return {{"Authorization", "Bearer " + options.api_key}, {"Stripe-Version", api_version}};
}

// "charge" or "payment_intent", by what the payment's id begins with.
Result<std::string> parameter_of(const std::string &payment)
{
    const auto begins = [&](std::string_view prefix) { return payment.compare(0, prefix.size(), prefix) == 0; };
    if (is_gateway_id(payment)) {
        if (begins("ch_") || begins("py_"))
            return "charge";
        if (begins("pi_"))
            return "payment_intent";
    }
    return fail(ErrorCode::InputInvalid, "not the id of a Stripe charge or payment intent");
}

// Stripe knows duplicate, fraudulent and requested_by_customer. "fraudulent" puts the card on a
// block list, so nothing of ours is called that; what is not the customer's wish goes unnamed.
std::string reason_field(ReasonCode reason)
{
    const bool wished = reason == ReasonCode::CustomerRequest || reason == ReasonCode::Returned;
    return wished ? "&reason=requested_by_customer" : "";
}

}  // namespace

Result<http::Request> refund_request(const StripeOptions &options, const RefundCall &call)
{
    const auto parameter = parameter_of(call.payment_external_id);
    if (!parameter)
        return pass_on(parameter);
    const auto amount = to_gateway_amount(PaymentProvider::Stripe, call.amount);
    if (!amount)
        return pass_on(amount);
    if (*amount <= 0)
        return fail(ErrorCode::MoneyNotPositive, call.amount.to_text());
    http::Request request;
    request.method = http::Method::Post;
    request.url = address(options, "/v1/refunds");
    request.headers = common_headers(options);
    request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    request.headers.emplace_back("Idempotency-Key", call.refund_no.text());
    request.body = *parameter + "=" + percent_encoded(call.payment_external_id) + "&amount=" + std::to_string(*amount) +
                   "&metadata%5Brefund_no%5D=" + percent_encoded(call.refund_no.text()) +
                   "&metadata%5Breason%5D=" + percent_encoded(to_text(call.reason)) + reason_field(call.reason);
    return request;
}

http::Request ask_request(const StripeOptions &options, const std::string &external_refund_id)
{
    http::Request request;
    request.url = address(options, "/v1/refunds/" + percent_encoded(external_refund_id));
    request.headers = common_headers(options);
    return request;
}

Result<http::Request> list_request(const StripeOptions &options, const std::string &payment_external_id,
                                   const std::string &after)
{
    const auto parameter = parameter_of(payment_external_id);
    if (!parameter)
        return pass_on(parameter);
    http::Request request;
    request.url = address(options,
                          "/v1/refunds?" + *parameter + "=" + percent_encoded(payment_external_id) + "&limit=100");
    if (!after.empty())
        request.url += "&starting_after=" + percent_encoded(after);
    request.headers = common_headers(options);
    return request;
}

}  // namespace aftercharge::payment::stripe
