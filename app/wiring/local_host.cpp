// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/local_host.h"

#include <thread>
#include <utility>

#include <QtCore/QCoreApplication>
#include <QtCore/QSysInfo>
#include <QtNetwork/QHostAddress>

#include "app/wiring/gateway_worker.h"
#include "app/wiring/program_version.h"
#include "app/wiring/system_random.h"
#include "app/wiring/webhook_intake.h"
#include "models/gateway/http/curl_client.h"

namespace aftercharge {

namespace {

// One running program is one desk.
Uuid fresh_desk_id(const Clock &clock)
{
    SystemRandom random;
    return make_uuid(clock, random);
}

}  // namespace

LocalHost::LocalHost(HostOptions options)
    : options_(std::move(options)), clock_(options_.clock ? *options_.clock : system_clock_),
      desk_(engine_, reads_, clock_), goods_(engine_, reads_, desk_), approvals_(engine_, reads_, desk_),
      presence_(engine_, desk_, fresh_desk_id(clock_)), feed_(clock_), sources_(engine_)
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
    OwningEngine(std::unique_ptr<OpenedStore> &store, const Clock &clock, ChargePointDirectory &directory,
                 ChangeListener &listener, std::optional<SharedDuty> duty)
        : Engine(store->ledger(), store->telemetry(), clock, store->random(), directory, listener, std::move(duty)),
          store_(store)
    {
    }
    ~OwningEngine() override { store_.reset(); }

private:
    std::unique_ptr<OpenedStore> &store_;
};

Result<std::unique_ptr<Engine>> LocalHost::make_engine()
{
    auto store = open_store(options_.store, options_.key, SharedRole::Daemon);
    if (!store)
        return pass_on(store);
    store_ = std::move(*store);
    report_ = store_->report();
    std::optional<SharedDuty> duty;
    if (options_.store.is_shared()) {
        const std::string name = QSysInfo::machineHostName().toStdString() + ":" +
                                 std::to_string(QCoreApplication::applicationPid());
        duty = SharedDuty{.name = name, .version = program_version(), .started_at = clock_.now()};
    }
    return std::make_unique<OwningEngine>(store_, clock_, directory_, hub_, std::move(duty));
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
        engine_.post([url = live_url()](Engine &engine) {
            engine.set_live_url(url);
            return 0;
        });
    }
    return listen_for_customers().and_then([this] { return listen_for_webhooks(); }).and_then([this] {
        return listen_for_charge_points();
    });
}

// Where desks find the feed. One that listens everywhere is reached by the machine's name.
std::string LocalHost::live_url() const
{
    const QHostAddress address(QString::fromStdString(options_.live->address));
    const bool is_any = address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6 ||
                        address == QHostAddress::Any;
    const std::string host = is_any ? QSysInfo::machineHostName().toStdString() : options_.live->address;
    return "ws://" + (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" + std::to_string(live_port_);
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

HostFigures LocalHost::figures() const
{
    HostFigures figures;
    if (ocpp_)
        figures.charge_points = static_cast<std::int64_t>(ocpp_->counters().connections);
    if (live_)
        figures.feed_clients = live_->counts().clients;
    if (customer_)
        figures.customer_clients = customer_->counts().clients;
    if (worker_)
        figures.gateway_calls = worker_->calls();
    return figures;
}

void LocalHost::stop()
{
    if (std::exchange(stopped_, true))
        return;
    if (customer_)
        customer_->stop_accepting();
    if (live_)
        live_->stop_accepting();
    // Gateways and charge points first: what they sent is answered, and what was sent to them
    // is heard, while the engine still runs. At once: a webhook that drips keeps nobody waiting.
    std::thread webhooks([this] {
        if (webhooks_)
            webhooks_->stop();
    });
    if (ocpp_) {
        ocpp_->stop();
        engine_.set_gateway(nullptr);
    }
    webhooks.join();
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
