// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/domain/error.h"

namespace aftercharge::webhook {

// A webhook as it came: nothing of it has been believed yet.
struct WebhookRequest {
    std::string gateway;  // "stripe", "wechatpay", "easypost": the last part of its path
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string body;                                          // its raw bytes
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one
    int threads = 4;
    int waiting = 64;  // connections that wait for a thread; more wait in the system's backlog
    std::size_t max_body_bytes = 1U << 20;
    std::chrono::seconds patience{5};    // for the next byte, reading and writing
    std::chrono::seconds body_time{15};  // for a whole body, however steadily it drips
};

// Where gateways call back: POST /webhooks/stripe, /webhooks/wechatpay, /webhooks/easypost and
// nothing else (404, 405). Plain HTTP/1.1, one request a connection: TLS for the outside is
// ended by the proxy in front. A body beyond the limit is 413, a slow one 408, a compressed
// or multipart one, whose raw bytes would be lost, 415.
class WebhookServer {
public:
    // Called on the server's threads, several at once; the HTTP status to answer.
    using Handler = std::function<int(const WebhookRequest &)>;

    WebhookServer(ServerOptions options, Handler handler);
    ~WebhookServer();
    WebhookServer(const WebhookServer &) = delete;
    WebhookServer &operator=(const WebhookServer &) = delete;

    // The port it stands on. Once. network.unreachable: the address cannot be had.
    Result<std::uint16_t> listen();
    std::uint16_t port() const;
    // Accepts nothing more and returns when what is under way has been answered.
    void stop();

private:
    class Core;
    std::unique_ptr<Core> core_;
};

}  // namespace aftercharge::webhook
