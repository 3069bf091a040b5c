// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/webhook_intake.h"

#include "app/wiring/engine_answer.h"
#include "app/wiring/gateway_log.h"
#include "models/workflow/hear_gateway.h"

namespace aftercharge {
namespace {

constexpr int durable = 200;
constexpr int refused = 400;
constexpr int not_now = 503;

// A flood costs the engine this much and no more; the store keeps one open row a gateway anyway.
constexpr std::chrono::minutes tell_refused_every{1};

int status_of(std::string_view gateway, const std::optional<Result<bool>> &heard)
{
    if (heard && *heard)
        return durable;
    const Error error = heard ? heard->error() : Error{ErrorCode::Cancelled, "the engine has ended"};
    qCWarning(gateway_log).noquote() << "webhook of" << std::string(gateway).c_str()
                                     << "not heard:" << to_line(error).c_str();
    return not_now;
}

template<typename Map, typename Key>
auto *gateway_in(const Map &map, Key key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : found->second.get();
}

}  // namespace

WebhookIntake::WebhookIntake(EngineThread &engine, const Clock &clock, Current gateways)
    : engine_(engine), clock_(clock), gateways_(std::move(gateways))
{
}

WebhookIntake::~WebhookIntake()
{
    stop();
}

Result<std::uint16_t> WebhookIntake::listen(const Endpoint &endpoint)
{
    webhook::ServerOptions options;
    options.address = endpoint.address;
    options.port = endpoint.port;
    server_ = std::make_unique<webhook::WebhookServer>(
        options, [this](const webhook::WebhookRequest &request) { return take(request); });
    return server_->listen();
}

void WebhookIntake::stop()
{
    if (server_)
        server_->stop();
}

int WebhookIntake::take(const webhook::WebhookRequest &request)
{
    // Held until it is heard: the accounts may change meanwhile.
    const std::shared_ptr<Gateways> gateways = gateways_();
    const payment::WebhookCall call{request.headers, request.body};
    if (request.gateway == "easypost") {
        auto *easypost = gateway_in(gateways->carrier, CarrierProvider::Easypost);
        return easypost == nullptr ? not_now : take_carrier(*easypost, call);
    }
    const PaymentProvider provider = request.gateway == "stripe" ? PaymentProvider::Stripe : PaymentProvider::WechatPay;
    auto *payment = gateway_in(gateways->payment, provider);
    return payment == nullptr ? not_now : take_payment(*payment, call);
}

int WebhookIntake::refuse(const GatewayName &gateway, ErrorCode why)
{
    qCWarning(gateway_log).noquote() << "webhook of" << gateway.c_str()
                                     << "refused:" << std::string(code_text(why)).c_str();
    if (!is_to_be_told(gateway))
        return refused;
    const auto noted = answer_of(
        engine_.run([gateway, why](Work &work) { return note_refused_webhook(work, gateway, why); }));
    if (noted && !*noted)
        qCWarning(gateway_log).noquote() << "webhook of" << gateway.c_str()
                                         << "refused, not noted:" << to_line(noted->error()).c_str();
    return refused;
}

bool WebhookIntake::is_to_be_told(const GatewayName &gateway)
{
    const UtcTime now = clock_.now();
    const std::lock_guard lock(refused_mutex_);
    const auto [last, first] = refused_at_.try_emplace(gateway, now);
    if (!first && now < last->second + tell_refused_every && last->second <= now)
        return false;
    last->second = now;
    return true;
}

int WebhookIntake::take_payment(payment::PaymentGateway &gateway, const payment::WebhookCall &call)
{
    const std::string name(to_text(gateway.provider()));
    const auto news = gateway.read_webhook(call, clock_.now());
    if (!news)
        return refuse(name, news.error().code);
    if (!*news)
        return durable;
    return status_of(name, answer_of(engine_.run([name, news = **news, raw = call.body](Work &work) {
                         return hear_payment_webhook(work, name, news, raw);
                     })));
}

int WebhookIntake::take_carrier(carrier::CarrierGateway &gateway, const payment::WebhookCall &call)
{
    const std::string name(to_text(gateway.provider()));
    const auto news = gateway.read_webhook(call);
    if (!news)
        return refuse(name, news.error().code);
    if (!*news)
        return durable;
    return status_of(name, answer_of(engine_.run([name, news = **news, raw = call.body](Work &work) {
                         return hear_carrier_webhook(work, name, news, raw);
                     })));
}

}  // namespace aftercharge
