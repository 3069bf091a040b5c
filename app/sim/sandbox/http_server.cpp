// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/http_server.h"

#include <algorithm>
#include <cctype>
#include <thread>

#include <httplib.h>

namespace aftercharge::sim {

namespace {

constexpr const char *lost_mark = "Sandbox-Lost";

// Reads from a socket and keeps what is written until it is known whether the reply gets lost:
// the library itself has no way to end a connection without an answer.
class HeldStream final : public httplib::Stream {
public:
    explicit HeldStream(socket_t socket) : socket_(socket) {}

    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }
    ssize_t read(char *out, size_t size) override
    {
        if (read_from_ == in_.size()) {
            char chunk[8192];
            const ssize_t got = ::recv(socket_, chunk, sizeof chunk, 0);
            if (got <= 0)
                return got;
            in_.assign(chunk, static_cast<std::size_t>(got));
            read_from_ = 0;
        }
        const std::size_t count = std::min(size, in_.size() - read_from_);
        std::copy_n(in_.data() + read_from_, count, out);
        read_from_ += count;
        return static_cast<ssize_t>(count);
    }
    ssize_t write(const char *bytes, size_t size) override
    {
        out_.append(bytes, size);
        return static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string &ip, int &port) const override
    {
        ip = "127.0.0.1";
        port = 0;
    }
    void get_local_ip_and_port(std::string &ip, int &port) const override
    {
        ip = "127.0.0.1";
        port = 0;
    }
    socket_t socket() const override { return socket_; }

    void flush()
    {
        if (out_.substr(0, out_.find("\r\n\r\n")).find(lost_mark) != std::string::npos)
            return;
        for (std::size_t sent = 0; sent < out_.size();) {
            const ssize_t count = ::send(socket_, out_.data() + sent, out_.size() - sent, MSG_NOSIGNAL);
            if (count <= 0)
                return;
            sent += static_cast<std::size_t>(count);
        }
    }

private:
    socket_t socket_;
    std::string in_;
    std::size_t read_from_ = 0;
    std::string out_;
};

class OneAnswerServer final : public httplib::Server {
private:
    bool process_and_close_socket(socket_t socket) override
    {
        const timeval patience{10, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        HeldStream stream(socket);
        bool closed = false;
        const bool done = process_request(stream, true, closed, nullptr);
        stream.flush();
        ::shutdown(socket, SHUT_RDWR);
        ::close(socket);
        return done;
    }
};

HttpCall call_of(const httplib::Request &request)
{
    HttpCall call;
    call.method = request.method;
    call.target = request.target;
    call.path = request.path;
    const std::size_t mark = request.target.find('?');
    if (mark != std::string::npos)
        call.query = Form(std::string_view(request.target).substr(mark + 1));
    for (const auto &[name, value] : request.headers) {
        std::string lower = name;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
        call.headers[lower] = value;
    }
    call.body = request.body;
    return call;
}

}  // namespace

struct HttpServer::Impl {
    Handler handler;
    OneAnswerServer server;
    std::thread thread;

    void answer(const httplib::Request &request, httplib::Response &response) const
    {
        const HttpReply reply = handler(call_of(request));
        response.status = reply.status;
        for (const auto &[name, value] : reply.headers)
            response.set_header(name, value);
        if (reply.lost)
            response.set_header(lost_mark, "1");
        response.set_content(reply.body, reply.content_type);
    }
};

HttpServer::HttpServer(Handler handler) : impl_(std::make_unique<Impl>())
{
    impl_->handler = std::move(handler);
    impl_->server.set_payload_max_length(64 << 20);
    const auto answer = [this](const httplib::Request &request, httplib::Response &response) {
        impl_->answer(request, response);
    };
    impl_->server.Get(".*", answer);
    impl_->server.Post(".*", answer);
    impl_->server.Put(".*", answer);
    impl_->server.Delete(".*", answer);
}

HttpServer::~HttpServer()
{
    stop();
}

Result<int> HttpServer::start(int port)
{
    const int bound = port == 0 ? impl_->server.bind_to_any_port("127.0.0.1")
                                : (impl_->server.bind_to_port("127.0.0.1", port) ? port : -1);
    if (bound <= 0)
        return fail(ErrorCode::NetworkUnreachable, "cannot listen on 127.0.0.1:" + std::to_string(port));
    impl_->thread = std::thread([this] { impl_->server.listen_after_bind(); });
    return bound;
}

void HttpServer::stop()
{
    if (!impl_->thread.joinable())
        return;
    // stop() before the thread has come to its loop would be overheard.
    while (!impl_->server.is_running())
        std::this_thread::yield();
    impl_->server.stop();
    impl_->thread.join();
}

int http_post(const std::string &url, const HttpHeaders &headers, const std::string &body)
{
    constexpr std::string_view scheme = "http://";
    if (!url.starts_with(scheme))
        return 0;
    const std::size_t slash = url.find('/', scheme.size());
    httplib::Client client(url.substr(0, slash));
    client.set_connection_timeout(5);
    client.set_read_timeout(10);
    httplib::Headers sent;
    for (const auto &[name, value] : headers)
        sent.emplace(name, value);
    const auto answer = client.Post(slash == std::string::npos ? "/" : url.substr(slash), sent, body,
                                    "application/json");
    return answer ? answer->status : 0;
}

}  // namespace aftercharge::sim
