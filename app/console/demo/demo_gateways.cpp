// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_gateways.h"

#include <QtCore/QFile>

namespace aftercharge::demo {
namespace {

// Simulated: soon enough for a story, late enough to be seen pending.
constexpr Duration pending{40'000};
// "A day later": nearer only by advance().
constexpr Duration late{24 * 3'600'000};

std::shared_ptr<const sim::SimClock> borrowed(const sim::SimClock &clock)
{
    return {std::shared_ptr<const sim::SimClock>{}, &clock};
}

sim::PaymentSandboxOptions payment_options(const sim::SimClock &clock)
{
    sim::PaymentSandboxOptions options;
    options.clock = borrowed(clock);
    options.pending = pending;
    options.late = late;
    return options;
}

sim::CarrierSandboxOptions carrier_options(const sim::SimClock &clock)
{
    sim::CarrierSandboxOptions options;
    options.clock = borrowed(clock);
    options.pending = pending;
    options.currency = "CNY";
    return options;
}

}  // namespace

DemoGateways::DemoGateways(const sim::SimClock &clock)
    : payment_(std::make_unique<sim::PaymentSandbox>(payment_options(clock))),
      carrier_(std::make_unique<sim::CarrierSandbox>(carrier_options(clock)))
{
}

Result<void> DemoGateways::start()
{
    if (auto started = payment_->start(); !started)
        return started;
    if (auto started = carrier_->start(); !started)
        return started;
    QFile file(QStringLiteral(":/aftercharge/demo/gateway_script.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, "built-in script of the gateways");
    const std::string script = file.readAll().toStdString();
    if (auto loaded = payment_->load(script); !loaded)
        return loaded;
    return carrier_->load(script);
}

std::vector<GatewayAccount> DemoGateways::accounts() const
{
    std::vector<GatewayAccount> accounts = payment_->accounts();
    for (GatewayAccount &account : carrier_->accounts())
        accounts.push_back(std::move(account));
    return accounts;
}

void DemoGateways::call_back(std::uint16_t webhook_port)
{
    const std::string url = "http://127.0.0.1:" + std::to_string(webhook_port) + "/webhooks";
    payment_->set_webhook_base(url);
    carrier_->set_webhook_base(url);
}

}  // namespace aftercharge::demo
