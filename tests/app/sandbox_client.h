// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "app/sim/sandbox/crypto.h"
#include "app/sim/sandbox/http_server.h"
#include "app/sim/sandbox/json.h"
#include "models/gateway/http/http_client.h"
#include "models/store/gateways.h"

namespace aftercharge::test {

// One request without any adapter, and its answer's JSON (null where it is none).
struct Spoken {
    http::Answer answer;
    sim::Json json;
    bool lost() const { return answer.outcome == http::Outcome::Unknown; }
    int status() const { return answer.status; }
    std::string text(const std::string &name) const { return sim::text_of(json, name); }
    std::string error(const std::string &name) const { return sim::text_of(sim::object_of(json, "error"), name); }
};

// Speaks to a sandbox as each gateway's clients do.
class SandboxClient {
public:
    explicit SandboxClient(GatewayAccount account) : account_(std::move(account)) {}

    // Stripe: a form with the bearer key.
    Spoken stripe_post(const std::string &path, const std::string &form, const std::string &key = {}) const;
    Spoken stripe_get(const std::string &path) const;
    // WeChat: JSON, signed with the merchant's key.
    Spoken wechat_post(const std::string &path, const sim::Json &body) const;
    Spoken wechat_get(const std::string &path) const;
    // EasyPost: JSON with Basic authentication.
    Spoken easypost_post(const std::string &path, const sim::Json &body) const;
    Spoken easypost_get(const std::string &path) const;
    Spoken send(http::Method method, const std::string &path, const http::Headers &headers,
                const std::string &body = {}) const;
    // Whether the platform signed this answer (WeChat).
    bool is_signed(const http::Answer &answer) const;

    http::Headers wechat_headers(const std::string &method, const std::string &path, const std::string &body) const;
    const GatewayAccount &account() const { return account_; }
    std::string secret(const std::string &name) const { return account_.secrets.at(name); }

private:
    http::Headers basic() const;
    GatewayAccount account_;
};

// What a gateway tells, as it comes: answers 200 to everything.
class WebhookEar {
public:
    WebhookEar();
    std::string base() const { return "http://127.0.0.1:" + std::to_string(port_) + "/webhooks"; }
    std::vector<sim::HttpCall> heard();

private:
    std::mutex mutex_;
    std::vector<sim::HttpCall> heard_;
    int port_ = 0;
    sim::HttpServer server_;
};

}  // namespace aftercharge::test
