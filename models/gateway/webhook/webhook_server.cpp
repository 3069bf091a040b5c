// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/webhook/webhook_server.h"

#include <algorithm>
#include <array>
#include <future>
#include <string_view>
#include <thread>

#include <httplib.h>

#include "models/gateway/http/bounded_pool.h"

namespace aftercharge::webhook {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::string_view prefix = "/webhooks/";
constexpr std::array<std::string_view, 3> gateways{"stripe", "wechatpay", "easypost"};
constexpr time_t wait_for_request_s = 3;

std::string_view gateway_of(std::string_view path)
{
    if (!path.starts_with(prefix))
        return {};
    const auto *found = std::find(gateways.begin(), gateways.end(), path.substr(prefix.size()));
    return found == gateways.end() ? std::string_view() : *found;
}

std::string in_lower_case(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

}  // namespace

class WebhookServer::Core {
public:
    Core(ServerOptions options, Handler handler) : options_(std::move(options)), handler_(std::move(handler))
    {
        server_.set_socket_options(http::set_own_port);
        server_.set_keep_alive_max_count(1);
        server_.set_keep_alive_timeout(wait_for_request_s);
        server_.set_read_timeout(options_.patience);
        server_.set_write_timeout(options_.patience);
        server_.set_payload_max_length(options_.max_body_bytes);
        server_.set_pre_routing_handler(
            [](const httplib::Request &request, httplib::Response &response) { return refuse(request, response); });
        server_.Post("/webhooks/[a-z]+",
                     [this](const httplib::Request &request, httplib::Response &response,
                            const httplib::ContentReader &reader) { response.status = take(request, reader); });
        server_.set_exception_handler(
            [](const httplib::Request &, httplib::Response &response, std::exception_ptr) { response.status = 500; });
    }

    Result<std::uint16_t> listen();
    void stop();
    std::uint16_t port() const { return port_; }

private:
    static httplib::Server::HandlerResponse refuse(const httplib::Request &request, httplib::Response &response);
    int take(const httplib::Request &request, const httplib::ContentReader &reader);
    int read_body(const httplib::ContentReader &reader, std::string &body) const;

    ServerOptions options_;
    Handler handler_;
    httplib::Server server_;
    std::thread thread_;
    std::uint16_t port_ = 0;
};

Result<std::uint16_t> WebhookServer::Core::listen()
{
    const int wanted = options_.port;
    int port = wanted;
    if (wanted == 0)
        port = server_.bind_to_any_port(options_.address);
    else if (!server_.bind_to_port(options_.address, wanted))
        port = -1;
    if (port <= 0)
        return fail(ErrorCode::NetworkUnreachable,
                    "webhooks: cannot listen on " + options_.address + ":" + std::to_string(wanted));
    port_ = static_cast<std::uint16_t>(port);
    // stop() works once the server runs, which it does when it makes its threads.
    std::promise<void> running;
    server_.new_task_queue = [this, &running] {
        auto pool = std::make_unique<http::BoundedPool>(options_.threads, options_.waiting);
        running.set_value();
        return pool.release();
    };
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    running.get_future().wait();
    return port_;
}

void WebhookServer::Core::stop()
{
    if (!thread_.joinable())
        return;
    server_.stop();
    thread_.join();
}

httplib::Server::HandlerResponse WebhookServer::Core::refuse(const httplib::Request &request,
                                                             httplib::Response &response)
{
    using Answer = httplib::Server::HandlerResponse;
    if (gateway_of(request.path).empty()) {
        response.status = 404;
        return Answer::Handled;
    }
    if (request.method != "POST") {
        response.status = 405;
        response.set_header("Allow", "POST");
        return Answer::Handled;
    }
    if (request.has_header("Content-Encoding") || request.is_multipart_form_data()) {
        response.status = 415;
        return Answer::Handled;
    }
    return Answer::Unhandled;
}

int WebhookServer::Core::take(const httplib::Request &request, const httplib::ContentReader &reader)
{
    if (request.get_header_value<std::uint64_t>("Content-Length") > options_.max_body_bytes)
        return 413;
    WebhookRequest webhook;
    webhook.gateway = gateway_of(request.path);
    if (const int refused = read_body(reader, webhook.body); refused != 0)
        return refused;
    for (const auto &[name, value] : request.headers)
        webhook.headers.emplace_back(in_lower_case(name), value);
    return handler_(webhook);
}

// 0 when it is whole.
int WebhookServer::Core::read_body(const httplib::ContentReader &reader, std::string &body) const
{
    const Steady::time_point until = Steady::now() + options_.body_time;
    int refused = 0;
    const bool whole = reader([&](const char *data, std::size_t length) {
        if (length > options_.max_body_bytes - body.size())
            refused = 413;
        else if (Steady::now() > until)
            refused = 408;
        else
            body.append(data, length);
        return refused == 0;
    });
    if (refused != 0)
        return refused;
    return whole ? 0 : 400;
}

WebhookServer::WebhookServer(ServerOptions options, Handler handler)
    : core_(std::make_unique<Core>(std::move(options), std::move(handler)))
{
}

WebhookServer::~WebhookServer()
{
    stop();
}

Result<std::uint16_t> WebhookServer::listen()
{
    return core_->listen();
}

std::uint16_t WebhookServer::port() const
{
    return core_->port();
}

void WebhookServer::stop()
{
    core_->stop();
}

}  // namespace aftercharge::webhook
