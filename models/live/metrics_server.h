// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "models/domain/error.h"

namespace aftercharge {

struct MetricsServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;    // 0: any free one
    bool allow_plain = false;  // beyond loopback
    int threads = 2;
    int waiting = 16;                  // connections that wait for a thread; more wait in the system's backlog
    std::chrono::seconds patience{5};  // for the next byte, reading and writing
};

// For a monitoring system: GET /metrics (the Prometheus text format) and GET /healthz (200 "ok",
// or 503 with a line that says why) and nothing else (404, 405). Plain HTTP/1.1 without a login,
// one request a connection, in threads of its own.
class MetricsServer {
public:
    // Called on the server's threads, several at once. `health` gives why it is not well, empty: it is.
    using Text = std::function<std::string()>;

    MetricsServer(MetricsServerOptions options, Text metrics, Text health);
    ~MetricsServer();
    MetricsServer(const MetricsServer &) = delete;
    MetricsServer &operator=(const MetricsServer &) = delete;

    // The port it stands on. Once. input.invalid: beyond loopback without allow_plain;
    // network.unreachable: the address cannot be had.
    Result<std::uint16_t> listen();
    // Accepts nothing more and returns when what is under way has been answered.
    void stop();

private:
    class Core;
    std::unique_ptr<Core> core_;
};

}  // namespace aftercharge
