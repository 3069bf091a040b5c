// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "app/wiring/desk_parts.h"
#include "app/wiring/endpoint.h"
#include "app/wiring/engine_sources.h"
#include "app/wiring/local_store.h"
#include "models/gateway/ocpp16/ocpp16_server.h"
#include "models/live/change_hub.h"
#include "models/live/customer_server.h"
#include "models/live/live_server.h"
#include "models/live/local_feed.h"
#include "models/live/prometheus_text.h"
#include "models/workflow/engine_thread.h"
#include "models/workflow/local_approval_desk.h"
#include "models/workflow/local_desk.h"
#include "models/workflow/local_goods_desk.h"
#include "models/workflow/local_presence_desk.h"
#include "models/workflow/read_thread.h"

namespace aftercharge {

namespace http {
class Client;
class CurlClient;
}  // namespace http
class GatewayWorker;
class WebhookIntake;

struct HostOptions {
    StoreUrl store;
    StoreSecret key;
    std::optional<Endpoint> ocpp;
    std::optional<Endpoint> live;
    std::optional<Endpoint> customer;
    std::optional<Endpoint> webhook = {};      // where payment services and carriers call back
    std::optional<ocpp16::TlsFiles> tls = {};  // of the OCPP listener
    bool allow_plain = false;                  // OCPP without TLS beyond loopback
    const Clock *clock = nullptr;              // another than the system's, which outlives the host
    http::Client *client = nullptr;            // to the gateways: another than libcurl's, likewise
};

struct HostFigures {
    std::optional<std::int64_t> charge_points = {};
    std::optional<std::int64_t> feed_clients = {};
    std::optional<std::int64_t> customer_clients = {};
    std::vector<metrics::GatewayCalls> gateway_calls = {};
};

// The whole of a local store in one process: the engine's thread, the read thread, charge
// points, live feed and customer channel, and the worker that carries what was decided to the
// payment services and the carrier, as soon as the store has accounts for them. The desk and
// the daemon are the same, with and without windows.
class LocalHost : public DeskParts {
public:
    // The thread that calls is the one in which `feed` speaks.
    static Result<std::unique_ptr<LocalHost>> start(HostOptions options);
    ~LocalHost() override;
    LocalHost(const LocalHost &) = delete;
    LocalHost &operator=(const LocalHost &) = delete;

    DeskService &desk() override { return desk_; }
    GoodsDesk &goods() override { return goods_; }
    ApprovalDesk &approvals() override { return approvals_; }
    PresenceDesk &presence() override { return presence_; }
    LocalFeed &feed() override { return feed_; }
    EngineThread &engine() { return engine_; }
    const OpenReport &report() const override { return report_; }
    bool serves_charge_points() const override { return ocpp_ != nullptr; }
    std::optional<OperatorName> login() const override { return std::nullopt; }
    StoreStatus *status() override { return nullptr; }

    std::uint16_t ocpp_port() const { return ocpp_ ? ocpp_->port() : std::uint16_t{0}; }
    std::uint16_t live_port() const { return live_port_; }
    std::uint16_t customer_port() const { return customer_port_; }
    std::uint16_t webhook_port() const { return webhook_port_; }

    // Who is connected now, and what the gateways answered; none: no such listener. From any
    // thread, until it is stopped.
    HostFigures figures() const;

    // Of a store that can be written to; null else.
    GatewayWorker *gateways() { return worker_.get(); }

    // Takes nothing new, finishes what was accepted, ends. Also done when destroyed. Charge points
    // are answered what they sent and closed with 1001; waits are bounded unless the store hangs.
    void stop();

private:
    explicit LocalHost(HostOptions options);
    Result<void> open();
    Result<void> open_reads();
    void start_gateways();
    Result<void> listen();
    std::string live_url() const;
    Result<void> listen_for_customers();
    Result<void> listen_for_webhooks();
    Result<void> listen_for_charge_points();
    Result<std::unique_ptr<Engine>> make_engine();

    HostOptions options_;
    SystemClock system_clock_;
    const Clock &clock_;
    ChargePointDirectory directory_;
    ChangeHub hub_;
    OpenReport report_;
    std::unique_ptr<OpenedStore> store_;  // opened and used in the engine's thread
    EngineThread engine_;
    ReadThread reads_;
    LocalDesk desk_;
    LocalGoodsDesk goods_;
    LocalApprovalDesk approvals_;
    LocalPresenceDesk presence_;
    LocalFeed feed_;
    EngineSources sources_;
    std::unique_ptr<ocpp16::Ocpp16Server> ocpp_;
    std::unique_ptr<LiveServer> live_;
    std::unique_ptr<CustomerServer> customer_;
    std::unique_ptr<http::CurlClient> curl_;
    std::unique_ptr<GatewayWorker> worker_;
    std::unique_ptr<WebhookIntake> webhooks_;
    std::vector<ChangeHub::Subscription> subscriptions_;
    std::uint16_t live_port_ = 0;
    std::uint16_t customer_port_ = 0;
    std::uint16_t webhook_port_ = 0;
    bool stopped_ = false;
};

}  // namespace aftercharge
