// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/stripe/stripe_gateway.h"

#include "models/gateway/payment/json_fields.h"
#include "models/gateway/payment/stripe/stripe_answer.h"
#include "models/gateway/payment/stripe/stripe_request.h"
#include "models/gateway/payment/stripe/stripe_webhook.h"

namespace aftercharge::payment {
namespace {

constexpr int max_pages = 50;  // 5,000 refunds of one payment

}  // namespace

StripeGateway::StripeGateway(StripeOptions options, http::Client &client)
    : options_(std::move(options)), words_({options_.api_key, options_.webhook_secret}), client_(client)
{
}

RefundAnswer StripeGateway::send_refund(const RefundCall &call)
{
    const auto request = stripe::refund_request(options_, call);
    if (!request)  // it cannot be said in Stripe's terms, now or later
        return standing(Standing::Fail, words_.clean(to_line(request.error())));
    return stripe::read_sent(client_.send(*request), call.refund_no, words_);
}

RefundAnswer StripeGateway::ask_refund(const RefundCall &call)
{
    if (!is_gateway_id(call.external_refund_id))
        return find_in_list(call);
    const RefundAnswer answer = stripe::read_asked(client_.send(stripe::ask_request(options_, call.external_refund_id)),
                                                   call.refund_no, words_);
    if (answer.standing != Standing::NotFound)
        return answer;
    // It gave us that id: that it never got the refund cannot be the reason.
    const RefundAnswer listed = find_in_list(call);
    if (listed.standing != Standing::NotFound)
        return listed;
    return standing(Standing::Unknown, "Stripe does not know " + call.external_refund_id + " any more");
}

RefundAnswer StripeGateway::find_in_list(const RefundCall &call)
{
    std::string after;
    for (int page_no = 0; page_no < max_pages; ++page_no) {
        const auto request = stripe::list_request(options_, call.payment_external_id, after);
        if (!request)
            return standing(Standing::Unknown, words_.clean(to_line(request.error())));
        auto page = stripe::read_page(client_.send(*request), call.refund_no, words_);
        if (!page)
            return std::move(page.error());
        if (page->ours)
            return std::move(*page->ours);
        if (page->after.empty())
            return standing(Standing::NotFound, "no refund of number " + call.refund_no.text());
        after = std::move(page->after);
    }
    return standing(Standing::Unknown, "more refunds of this payment than are read");
}

RefundAnswer StripeGateway::repair_refund(const RefundCall &call)
{
    return standing(Standing::Fail, "Stripe repairs no refund; " + call.refund_no.text() + " stays failed");
}

// Webhooks tell of most; a bank transfer stays pending for days.
std::chrono::seconds StripeGateway::ask_again_after(int asked) const
{
    using namespace std::chrono;
    if (asked < 5)
        return 1min;
    if (asked < 10)
        return 5min;
    if (asked < 20)
        return 30min;
    return 6h;
}

Result<std::optional<RefundNews>> StripeGateway::read_webhook(const WebhookCall &call, UtcTime now) const
{
    if (const auto verified = stripe::verify_webhook(call, options_.webhook_secret, now); !verified)
        return pass_on(verified);
    return stripe::read_event(call.body, words_);
}

}  // namespace aftercharge::payment
