// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "models/gateway/ocpp16/server_options.h"

struct ssl_ctx_st;

namespace aftercharge::test {

// A server on loopback that answers with exactly the bytes it is told to, and counts what came.
class RawServer {
public:
    enum class Then { Close, ReadOn, Reset, Hang };
    struct Reply {
        std::string bytes;
        Then then = Then::Close;
    };
    using Handler = std::function<Reply(const std::string &request)>;

    // With `tls` it speaks TLS with that certificate.
    explicit RawServer(Handler handler, const std::optional<ocpp16::TlsFiles> &tls = std::nullopt);
    ~RawServer();

    int port() const { return port_; }
    std::string url(const std::string &path) const;
    // Ends it, after the connections that wait in the queue.
    void stop();
    // Whole requests, in their order; connections, those without a request included.
    std::vector<std::string> requests() const;
    int connections() const { return connections_; }

private:
    void run();
    void serve(int socket);

    Handler handler_;
    std::shared_ptr<ssl_ctx_st> tls_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> stopping_ = false;
    std::atomic<int> connections_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> requests_;
    std::thread thread_;
};

// "HTTP/1.1 200 OK" and so on, with its Content-Length.
std::string http_reply(const std::string &status, const std::string &body, const std::string &more_headers = {});

}  // namespace aftercharge::test
