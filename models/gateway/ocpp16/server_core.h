// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <vector>

#include <QSslConfiguration>

#include "models/gateway/ocpp16/boot_configurator.h"
#include "models/gateway/ocpp16/gatekeeper.h"
#include "models/gateway/ocpp16/registry.h"
#include "models/gateway/ocpp16/server_options.h"

namespace aftercharge::ocpp16 {

class IoWorker;

struct CounterCells {
    std::atomic<std::uint64_t> sockets{0};  // handshakes and connections
    std::atomic<std::uint64_t> connections{0};
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> refused{0};
    std::atomic<std::uint64_t> displaced{0};
    std::atomic<std::uint64_t> messages_received{0};
    std::atomic<std::uint64_t> messages_answered{0};
    std::atomic<std::uint64_t> messages_malformed{0};
    std::atomic<std::uint64_t> answers_dropped{0};
    std::atomic<std::uint64_t> commands_sent{0};
};

// What the I/O threads of one server share. `workers` and `tls` are set before they run.
struct ServerCore {
    ServerCore(ServerOptions server_options, const chargepoint::AccessCheck &access,
               chargepoint::InboundSink &inbound_sink, const Clock &server_clock,
               chargepoint::ChargePointGateway &gateway)
        : options(std::move(server_options)), sink(inbound_sink), clock(server_clock),
          gatekeeper(access, server_clock, options.failed_auth_limit, Duration{options.failed_auth_window_ms}),
          configurator(gateway)
    {
    }

    const ServerOptions options;
    chargepoint::InboundSink &sink;
    const Clock &clock;
    Gatekeeper gatekeeper;
    BootConfigurator configurator;
    Registry registry;
    CounterCells counters;
    std::atomic<std::uint64_t> next_connection{1};
    QSslConfiguration tls;
    std::vector<IoWorker *> workers;
};

}  // namespace aftercharge::ocpp16
