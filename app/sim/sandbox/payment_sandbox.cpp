// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/payment_sandbox.h"

#include <algorithm>
#include <cctype>

#include "app/sim/sandbox/sandbox_control.h"
#include "app/sim/sandbox/stripe_shape.h"
#include "app/sim/sandbox/wechat_shape.h"

namespace aftercharge::sim {

namespace {

std::shared_ptr<const SimClock> clock_or_real(std::shared_ptr<const SimClock> clock)
{
    return clock ? std::move(clock) : std::make_shared<ScaledClock>(std::nullopt, 1);
}

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return text;
}

// The merchant's whole key where the sandbox makes it, else only the public half.
RsaKey merchant_key(const PaymentSandboxOptions &options)
{
    const auto given = RsaKey::from_public_pem(options.merchant_public_key);
    return given ? *given : RsaKey::generate();
}

WechatAccess wechat_access(const PaymentSandboxOptions &options)
{
    return {"19" + random_digits(8),
            options.merchant_serial.empty() ? upper(random_hex(40)) : options.merchant_serial,
            merchant_key(options),
            "5" + upper(random_hex(39)),
            RsaKey::generate(),
            random_hex(32),
            0,
            false};
}

}  // namespace

struct PaymentSandbox::Impl {
    explicit Impl(PaymentSandboxOptions given)
        : options(std::move(given)),
          core(clock_or_real(options.clock)), stripe_access{"sk_test_" + random_hex(24), "whsec_" + random_hex(32),
                                                            options.currency, options.paid_on_first_use},
          stripe(core, stripe_access), wechat(core, wechat_access(options)),
          server([this](const HttpCall &call) { return serve(core, control, call, play); })
    {
        core.webhook_base = options.webhook_base;
        core.after = options.pending;
        core.late = options.late;
        control.load = [this](const std::string &json) { return load(json); };
        play = [this](const HttpCall &call) {
            return call.path.starts_with("/v3/") ? wechat.answer(call) : stripe.answer(call);
        };
    }

    Result<void> load(const std::string &json)
    {
        const auto script = parse_script(json);
        if (!script)
            return pass_on(script);
        for (const auto &[id, payment] : script->payments) {
            if (payment.paid)
                pay(id, *payment.paid, payment.currency.empty() ? options.currency : payment.currency);
            const std::lock_guard lock(core.mutex);
            core.scripts.set(id, payment.steps, Deed::Refund);
        }
        return {};
    }

    void pay(const std::string &id, std::int64_t paid, std::string currency)
    {
        std::transform(currency.begin(), currency.end(), currency.begin(),
                       [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
        const std::lock_guard lock(core.mutex);
        stripe.book().pay({id, currency, paid, core.clock->now()});
        wechat.book().pay({id, currency, paid, core.clock->now()});
    }

    PaymentSandboxOptions options;
    SandboxCore core;
    StripeAccess stripe_access;
    StripeShape stripe;
    WechatShape wechat;
    SandboxControl control;
    std::function<HttpReply(const HttpCall &)> play;
    int port = 0;
    HttpServer server;
};

PaymentSandbox::PaymentSandbox(PaymentSandboxOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}

PaymentSandbox::~PaymentSandbox()
{
    impl_->server.stop();
    impl_->core.stop();
}

Result<void> PaymentSandbox::start()
{
    const auto port = impl_->server.start(impl_->options.port);
    if (!port)
        return pass_on(port);
    impl_->port = *port;
    return {};
}

int PaymentSandbox::port() const
{
    return impl_->port;
}

std::string PaymentSandbox::base_url() const
{
    return "http://127.0.0.1:" + std::to_string(impl_->port);
}

void PaymentSandbox::pay(const std::string &payment_id, std::int64_t paid, const std::string &currency)
{
    impl_->pay(payment_id, paid, currency);
}

Result<void> PaymentSandbox::script(const std::string &payment_id, const std::vector<std::string> &steps)
{
    const auto parsed = steps_from(steps);
    if (!parsed)
        return pass_on(parsed);
    script_steps(payment_id, *parsed);
    return {};
}

void PaymentSandbox::script_steps(const std::string &payment_id, const std::vector<Step> &steps)
{
    const std::lock_guard lock(impl_->core.mutex);
    impl_->core.scripts.set(payment_id, steps, Deed::Refund);
}

Result<void> PaymentSandbox::load(const std::string &json)
{
    return impl_->load(json);
}

void PaymentSandbox::advance(Duration duration)
{
    impl_->core.timeline.advance(duration);
}

void PaymentSandbox::set_webhook_base(const std::string &url)
{
    const std::lock_guard lock(impl_->core.mutex);
    impl_->core.webhook_base = url;
}

bool PaymentSandbox::wait_for_webhooks(Duration patience)
{
    return impl_->core.webhooks.drain(patience);
}

const RequestLog &PaymentSandbox::log() const
{
    return impl_->core.log;
}

std::vector<GatewayAccount> PaymentSandbox::accounts() const
{
    const std::lock_guard lock(impl_->core.mutex);
    const UtcTime now = impl_->core.clock->now();
    const WechatAccess &wechat = impl_->wechat.access();
    GatewayAccount second{"WECHAT_PAY", base_url(), {}, {}, now};
    second.settings = {{"mchid", wechat.mchid},
                       {"merchant_serial_no", wechat.merchant_serial},
                       {"platform_serial_no", wechat.platform_serial},
                       {"platform_public_key", wechat.platform.public_pem()}};
    if (!impl_->core.webhook_base.empty())
        second.settings["notify_url"] = impl_->core.webhook_base + "/wechatpay";
    second.secrets = {{"api_v3_key", wechat.api_v3_key}};
    if (impl_->options.merchant_public_key.empty())
        second.secrets["merchant_private_key"] = wechat.merchant.private_pem();
    return {{"STRIPE",
             base_url(),
             {},
             {{"api_key", impl_->stripe_access.api_key}, {"webhook_secret", impl_->stripe_access.webhook_secret}},
             now},
            second};
}

}  // namespace aftercharge::sim
