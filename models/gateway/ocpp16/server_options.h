// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace aftercharge::ocpp16 {

struct TlsFiles {
    std::string certificate_pem;  // the chain, the server's own first
    std::string key_pem;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 9210;    // 0: any free one
    std::optional<TlsFiles> tls;  // security profile 2; without it profile 1
    bool allow_plain = false;     // profile 1 beyond loopback
    int handshake_timeout_ms = 10'000;
    int max_frame_bytes = 64 * 1024;
    int max_connections = 20'000;     // with those still in their handshake
    int command_timeout_ms = 30'000;  // from send(), waiting behind other commands included
    int failed_auth_limit = 10;       // within the window, an address and identity; six times that an address
    int failed_auth_window_ms = 60'000;
    int ping_interval_ms = 30'000;
    int idle_timeout_ms = 100'000;  // without a message or a pong
    int max_unanswered = 256;       // of one connection; then it is not read until answers leave
    int stop_grace_ms = 5'000;      // how long stop() waits for answers
    int io_threads = 1;
    bool configure_on_boot = true;
};

// Since listen(); `connections` is now.
struct ServerCounters {
    std::uint64_t connections = 0;
    std::uint64_t accepted = 0;  // authenticated and upgraded
    std::uint64_t refused = 0;   // by an HTTP status
    std::uint64_t displaced = 0;
    std::uint64_t messages_received = 0;  // calls that were passed on
    std::uint64_t messages_answered = 0;
    std::uint64_t messages_malformed = 0;
    std::uint64_t answers_dropped = 0;  // their connection was gone
    std::uint64_t commands_sent = 0;
};

}  // namespace aftercharge::ocpp16
