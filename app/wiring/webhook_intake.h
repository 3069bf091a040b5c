// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "app/wiring/endpoint.h"
#include "models/gateway/webhook/webhook_server.h"
#include "models/workflow/engine_thread.h"
#include "models/workflow/gateway_tasks.h"

namespace aftercharge {

// What gateways tell by webhook: verified by the adapter, heard by the engine. Answers
//   200  it is durable, also when it was already, or when it is about nothing of ours
//   400  its signature is wrong, it is too old, or it cannot be read: a discrepancy says so
//   503  no account for this gateway, or the engine cannot take it now: told again later
class WebhookIntake {
public:
    using Current = std::function<std::shared_ptr<Gateways>()>;

    // Engine and clock outlive it.
    WebhookIntake(EngineThread &engine, const Clock &clock, Current gateways);
    ~WebhookIntake();

    Result<std::uint16_t> listen(const Endpoint &endpoint);
    // Answers what is under way; the engine still runs.
    void stop();

    // On any thread.
    int take(const webhook::WebhookRequest &request);

private:
    int take_payment(payment::PaymentGateway &gateway, const payment::WebhookCall &call);
    int take_carrier(carrier::CarrierGateway &gateway, const payment::WebhookCall &call);

    // Notes it for a person, at most once a minute a gateway.
    int refuse(const GatewayName &gateway, ErrorCode why);
    bool is_to_be_told(const GatewayName &gateway);

    EngineThread &engine_;
    const Clock &clock_;
    const Current gateways_;
    std::mutex refused_mutex_;
    std::map<GatewayName, UtcTime> refused_at_;
    std::unique_ptr<webhook::WebhookServer> server_;
};

}  // namespace aftercharge
