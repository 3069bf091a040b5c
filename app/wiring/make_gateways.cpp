// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/make_gateways.h"

#include "app/wiring/account_settings.h"
#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/domain/decimal.h"
#include "models/gateway/carrier/easypost/easypost_gateway.h"
#include "models/gateway/payment/stripe/stripe_gateway.h"
#include "models/gateway/payment/wechatpay/wechatpay_gateway.h"

namespace aftercharge {
namespace {

// Of an account that is only checked: it sends nothing.
class NoClient final : public http::Client {
public:
    http::Answer send(const http::Request &) override
    {
        return {.outcome = http::Outcome::NotSent, .status = 0, .headers = {}, .body = {}, .problem = "not connected"};
    }
};

Result<void> add_stripe(AccountSettings settings, const GatewayParts &parts, Gateways &gateways)
{
    payment::StripeOptions options;
    options.base_url = settings.base_url(options.base_url);
    options.api_key = settings.secret("api_key");
    options.webhook_secret = settings.secret("webhook_secret");
    if (!settings.ok())
        return tl::unexpected(settings.error());
    gateways.payment[PaymentProvider::Stripe] = std::make_unique<payment::StripeGateway>(std::move(options),
                                                                                         parts.client);
    return {};
}

Result<void> add_wechat_pay(AccountSettings settings, const GatewayParts &parts, Gateways &gateways)
{
    payment::WechatPayOptions options;
    options.base_url = settings.base_url(options.base_url);
    options.mchid = settings.setting("mchid");
    options.merchant_serial_no = settings.setting("merchant_serial_no");
    options.platform_serial_no = settings.setting("platform_serial_no");
    options.platform_public_key = settings.setting("platform_public_key");
    options.notify_url = settings.setting_or("notify_url", {});
    options.merchant_private_key = settings.secret("merchant_private_key");
    options.api_v3_key = settings.secret("api_v3_key");
    if (!settings.ok())
        return tl::unexpected(settings.error());
    auto made = payment::WechatPayGateway::make(std::move(options), parts.client, parts.clock, parts.random);
    if (!made)
        return pass_on(made);
    gateways.payment[PaymentProvider::WechatPay] = std::move(*made);
    return {};
}

PostalAddress sender_of(AccountSettings &settings)
{
    PostalAddress from;
    from.name = settings.setting("from_name");
    from.street1 = settings.setting("from_street1");
    from.street2 = settings.setting_or("from_street2", {});
    from.city = settings.setting("from_city");
    from.state = settings.setting("from_state");
    from.zip = settings.setting("from_zip");
    from.country = settings.setting("from_country");
    from.phone = settings.setting("from_phone");
    return from;
}

Result<void> add_easypost(AccountSettings settings, const GatewayParts &parts, Gateways &gateways)
{
    carrier::EasypostOptions options;
    options.base_url = settings.base_url(options.base_url);
    options.api_key = settings.secret("api_key");
    options.webhook_secret = settings.secret("webhook_secret");
    options.contact_email = settings.setting("contact_email");
    options.from = sender_of(settings);
    options.parcel_weight_oz = settings.setting("parcel_weight_oz");
    if (const auto weight = decimal_from_text(options.parcel_weight_oz, 4); !weight || *weight <= 0)
        settings.refuse("parcel_weight_oz", "is no weight in ounces, such as 15.4");
    if (const auto currency = Currency::from_code(settings.setting_or("currency", "USD")))
        options.currency = *currency;
    else
        settings.refuse("currency", "is no currency, such as USD");
    if (!settings.ok())
        return tl::unexpected(settings.error());
    gateways.carrier[CarrierProvider::Easypost] = std::make_unique<carrier::EasypostGateway>(parts.client,
                                                                                             std::move(options));
    return {};
}

Result<void> add_account(const GatewayAccount &account, const GatewayParts &parts, Gateways &gateways)
{
    const AccountSettings settings(account);
    if (account.gateway == to_text(PaymentProvider::Stripe))
        return add_stripe(settings, parts, gateways);
    if (account.gateway == to_text(PaymentProvider::WechatPay))
        return add_wechat_pay(settings, parts, gateways);
    if (account.gateway == to_text(CarrierProvider::Easypost))
        return add_easypost(settings, parts, gateways);
    return fail(ErrorCode::InputInvalid, account.gateway + ": no such gateway; STRIPE, WECHAT_PAY or EASYPOST");
}

}  // namespace

MadeGateways make_gateways(const std::vector<GatewayAccount> &accounts, const GatewayParts &parts)
{
    MadeGateways made;
    for (const GatewayAccount &account : accounts) {
        if (const auto added = add_account(account, parts, made.gateways); !added)
            made.problems.push_back(added.error());
    }
    return made;
}

Result<void> check_gateway_account(const GatewayAccount &account)
{
    NoClient client;
    const SystemClock clock;
    SystemRandom random;
    Gateways gateways;
    return add_account(account, {client, clock, random}, gateways);
}

}  // namespace aftercharge
