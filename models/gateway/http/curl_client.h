// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

#include "models/gateway/http/http_client.h"

namespace aftercharge::http {

struct CurlOptions {
    std::chrono::milliseconds connect_timeout{10'000};  // name, TCP and TLS
    std::chrono::milliseconds total_timeout{30'000};    // the whole of it, connecting included
    std::size_t max_answer_bytes = 4U << 20;            // of the body; a longer one is Unknown
    std::string ca_file;                                // PEM: authorities that are trusted beside the system's
};

// http::Client over libcurl; blocks. Why libcurl: Qt's access manager repeats a POST by itself
// when a kept connection dies. Here every request has its own connection, closed afterwards,
// HTTP/1.1, no proxy of the environment, no redirect, no "100-continue" (which libcurl answers
// by sending again). What is in headers and bodies is neither logged nor put into `problem`.
// May be used by several threads at once.
class CurlClient final : public Client {
public:
    explicit CurlClient(CurlOptions options = {});

    Answer send(const Request &request) override;

    // From any thread: requests under way end within a second or so, as NotSent or Unknown by
    // what was sent of them; later ones are NotSent. There is no way back.
    void stop() { stopped_ = true; }

private:
    const CurlOptions options_;
    std::atomic<bool> stopped_ = false;
};

}  // namespace aftercharge::http
