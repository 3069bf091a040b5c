// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/sim/sandbox/form.h"
#include "models/domain/error.h"

namespace aftercharge::sim {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct HttpCall {
    std::string method;
    std::string target;  // path and query as they were sent
    std::string path;    // decoded, without the query
    Form query;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;

    std::string header(const std::string &lower_name) const
    {
        const auto at = headers.find(lower_name);
        return at == headers.end() ? std::string() : at->second;
    }
};

struct HttpReply {
    int status = 200;
    std::string body;
    std::string content_type = "application/json; charset=utf-8";
    HttpHeaders headers;
    bool lost = false;   // the connection ends without a byte of this
    std::string number;  // whose request it was, for the log: a refund, a parcel, a claim
};

// Serves one handler on loopback, in threads of its own. One request a connection.
class HttpServer {
public:
    using Handler = std::function<HttpReply(const HttpCall &)>;

    explicit HttpServer(Handler handler);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    // The port; 0 takes any that is free. Errors: network.unreachable.
    Result<int> start(int port);
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Posts once and waits for the answer: its status, 0 where there is none. Plain HTTP only.
int http_post(const std::string &url, const HttpHeaders &headers, const std::string &body);

}  // namespace aftercharge::sim
