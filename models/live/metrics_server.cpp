// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/metrics_server.h"

#include <algorithm>
#include <future>
#include <thread>

#include <QtNetwork/QHostAddress>

#include <httplib.h>

#include "models/gateway/http/bounded_pool.h"
#include "models/live/prometheus_text.h"

namespace aftercharge {
namespace {

constexpr time_t wait_for_request_s = 3;
constexpr std::size_t max_body_bytes = 4096;  // of a GET, which has none
constexpr const char *line_type = "text/plain; charset=utf-8";

std::string in_one_line(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text + "\n";
}

}  // namespace

class MetricsServer::Core {
public:
    Core(MetricsServerOptions options, Text metrics, Text health);
    Result<std::uint16_t> listen();
    void stop();

private:
    using Answer = httplib::Server::HandlerResponse;
    static Answer refuse(const httplib::Request &request, httplib::Response &response);
    void answer_health(httplib::Response &response) const;

    const MetricsServerOptions options_;
    const Text metrics_;
    const Text health_;
    httplib::Server server_;
    std::thread thread_;
};

MetricsServer::Core::Core(MetricsServerOptions options, Text metrics, Text health)
    : options_(std::move(options)), metrics_(std::move(metrics)), health_(std::move(health))
{
    server_.set_socket_options(http::set_own_port);
    server_.set_keep_alive_max_count(1);
    server_.set_keep_alive_timeout(wait_for_request_s);
    server_.set_read_timeout(options_.patience);
    server_.set_write_timeout(options_.patience);
    server_.set_payload_max_length(max_body_bytes);
    server_.set_pre_routing_handler(refuse);
    server_.Get("/metrics", [this](const httplib::Request &, httplib::Response &response) {
        response.set_content(metrics_(), metrics::text_content_type);
    });
    server_.Get("/healthz", [this](const httplib::Request &, httplib::Response &response) { answer_health(response); });
    server_.set_exception_handler(
        [](const httplib::Request &, httplib::Response &response, std::exception_ptr) { response.status = 500; });
}

MetricsServer::Core::Answer MetricsServer::Core::refuse(const httplib::Request &request, httplib::Response &response)
{
    if (request.path != "/metrics" && request.path != "/healthz") {
        response.status = 404;
        return Answer::Handled;
    }
    if (request.method != "GET" && request.method != "HEAD") {
        response.status = 405;
        response.set_header("Allow", "GET, HEAD");
        return Answer::Handled;
    }
    response.set_header("Cache-Control", "no-store");
    return Answer::Unhandled;
}

void MetricsServer::Core::answer_health(httplib::Response &response) const
{
    const std::string problem = health_();
    response.status = problem.empty() ? 200 : 503;
    response.set_content(in_one_line(problem.empty() ? "ok" : problem), line_type);
}

Result<std::uint16_t> MetricsServer::Core::listen()
{
    const QHostAddress address(QString::fromStdString(options_.address));
    if (!address.isLoopback() && !options_.allow_plain)
        return fail(ErrorCode::InputInvalid, "metrics have neither TLS nor a login: on loopback only, or with "
                                             "--allow-plain: " +
                                                 options_.address);
    int port = options_.port;
    if (port == 0)
        port = server_.bind_to_any_port(options_.address);
    else if (!server_.bind_to_port(options_.address, port))
        port = -1;
    if (port <= 0)
        return fail(ErrorCode::NetworkUnreachable,
                    "metrics: cannot listen on " + options_.address + ":" + std::to_string(options_.port));
    // stop() works once the server runs, which it does when it makes its threads.
    std::promise<void> running;
    server_.new_task_queue = [this, &running] {
        auto pool = std::make_unique<http::BoundedPool>(options_.threads, options_.waiting);
        running.set_value();
        return pool.release();
    };
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    running.get_future().wait();
    return static_cast<std::uint16_t>(port);
}

void MetricsServer::Core::stop()
{
    if (!thread_.joinable())
        return;
    server_.stop();
    thread_.join();
}

MetricsServer::MetricsServer(MetricsServerOptions options, Text metrics, Text health)
    : core_(std::make_unique<Core>(std::move(options), std::move(metrics), std::move(health)))
{
}

MetricsServer::~MetricsServer()
{
    stop();
}

Result<std::uint16_t> MetricsServer::listen()
{
    return core_->listen();
}

void MetricsServer::stop()
{
    core_->stop();
}

}  // namespace aftercharge
