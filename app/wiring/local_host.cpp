// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/local_host.h"

#include <utility>

#include "app/wiring/gateway_worker.h"
#include "app/wiring/webhook_intake.h"
#include "models/gateway/http/curl_client.h"

namespace aftercharge {

LocalHost::LocalHost(HostOptions options)
    : options_(std::move(options)), clock_(options_.clock ? *options_.clock : system_clock_), desk_(engine_, reads_),
      goods_(engine_, reads_, desk_), feed_(clock_), sources_(engine_)
{
}

Result<std::unique_ptr<LocalHost>> LocalHost::start(HostOptions options)
{
    std::unique_ptr<LocalHost> host(new LocalHost(std::move(options)));
    if (auto opened = host->open(); !opened)
        return pass_on(opened);
    return host;
}

LocalHost::~LocalHost()
{
    stop();
}

// The engine that dies in its thread takes its store with it there.
class OwningEngine : public Engine {
public:
    OwningEngine(std::unique_ptr<LocalStore> &store, const Clock &clock, ChargePointDirectory &directory,
                 ChangeListener &listener)
        : Engine(store->ledger(), store->telemetry(), clock, store->random(), directory, listener), store_(store)
    {
    }
    ~OwningEngine() override { store_.reset(); }

private:
    std::unique_ptr<LocalStore> &store_;
};

Result<std::unique_ptr<Engine>> LocalHost::make_engine()
{
    auto store = open_local_store(options_.store, options_.key);
    if (!store)
        return pass_on(store);
    store_ = std::move(*store);
    report_ = store_->report();
    return std::make_unique<OwningEngine>(store_, clock_, directory_, hub_);
}

Result<void> LocalHost::open()
{
    if (const auto started = engine_.start([this] { return make_engine(); }); !started)
        return pass_on(started);
    if (auto reads = open_reads(); !reads)
        return reads;
    subscriptions_.push_back(hub_.add(feed_));
    const auto sessions = engine_.post([](Engine &engine) { return engine.sessions(); });
    feed_.prime(sessions.result());
    start_gateways();
    return listen();
}

// A store that was rolled back is only read: nothing of what it says is due may be done again.
void LocalHost::start_gateways()
{
    if (report_.problem)
        return;
    if (options_.client == nullptr)
        curl_ = std::make_unique<http::CurlClient>();
    http::Client &client = options_.client != nullptr ? *options_.client : *curl_;
    worker_ = std::make_unique<GatewayWorker>(engine_, client, clock_, [this] {
        if (curl_)
            curl_->stop();
    });
    worker_->start();
    subscriptions_.push_back(hub_.add(*worker_));
}

Result<void> LocalHost::open_reads()
{
    return reads_.start([this]() -> Result<Readers> {
        Readers readers;
        auto ledger = store_->ledger().open_reader();
        if (!ledger)
            return pass_on(ledger);
        auto telemetry = store_->telemetry().open_reader();
        if (!telemetry)
            return pass_on(telemetry);
        readers.ledger = std::move(*ledger);
        readers.telemetry = std::move(*telemetry);
        return readers;
    });
}

Result<void> LocalHost::listen()
{
    if (options_.live) {
        live_ = std::make_unique<LiveServer>(sources_, sources_, clock_);
        const auto port = live_->listen(QHostAddress(QString::fromStdString(options_.live->address)),
                                        options_.live->port);
        if (!port)
            return pass_on(port);
        live_port_ = *port;
        subscriptions_.push_back(hub_.add(*live_));
    }
    return listen_for_customers().and_then([this] { return listen_for_webhooks(); }).and_then([this] {
        return listen_for_charge_points();
    });
}

Result<void> LocalHost::listen_for_customers()
{
    if (!options_.customer)
        return {};
    customer_ = std::make_unique<CustomerServer>(sources_, sources_, sources_, clock_);
    const auto port = customer_->listen(QHostAddress(QString::fromStdString(options_.customer->address)),
                                        options_.customer->port);
    if (!port)
        return pass_on(port);
    customer_port_ = *port;
    subscriptions_.push_back(hub_.add(*customer_));
    return {};
}

Result<void> LocalHost::listen_for_webhooks()
{
    if (!options_.webhook)
        return {};
    webhooks_ = std::make_unique<WebhookIntake>(
        engine_, clock_, [this] { return worker_ ? worker_->gateways() : std::make_shared<Gateways>(); });
    const auto port = webhooks_->listen(*options_.webhook);
    if (!port)
        return pass_on(port);
    webhook_port_ = *port;
    return {};
}

Result<void> LocalHost::listen_for_charge_points()
{
    if (!options_.ocpp)
        return {};
    ocpp16::ServerOptions server;
    server.address = options_.ocpp->address;
    server.port = options_.ocpp->port;
    server.tls = options_.tls;
    server.allow_plain = options_.allow_plain;
    ocpp_ = std::make_unique<ocpp16::Ocpp16Server>(server, directory_, engine_, clock_);
    engine_.set_gateway(ocpp_.get());
    return ocpp_->listen();
}

void LocalHost::stop()
{
    if (std::exchange(stopped_, true))
        return;
    // Gateways and charge points first: what they sent is answered, and what was sent to them
    // is heard, while the engine still runs.
    if (webhooks_)
        webhooks_->stop();
    if (ocpp_) {
        ocpp_->stop();
        engine_.set_gateway(nullptr);
    }
    subscriptions_.clear();
    if (worker_)
        worker_->stop();
    customer_.reset();
    live_.reset();
    reads_.stop();
    engine_.stop();
    ocpp_.reset();
}

}  // namespace aftercharge
