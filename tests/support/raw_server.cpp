// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_server.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace aftercharge::test {
namespace {

constexpr int poll_ms = 20;

std::shared_ptr<SSL_CTX> context_of(const ocpp16::TlsFiles &files)
{
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    BIO *certificate_pem = BIO_new_mem_buf(files.certificate_pem.data(),
                                           static_cast<int>(files.certificate_pem.size()));
    BIO *key_pem = BIO_new_mem_buf(files.key_pem.data(), static_cast<int>(files.key_pem.size()));
    X509 *certificate = PEM_read_bio_X509(certificate_pem, nullptr, nullptr, nullptr);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(key_pem, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context.get(), certificate);
    SSL_CTX_use_PrivateKey(context.get(), key);
    X509_free(certificate);
    EVP_PKEY_free(key);
    BIO_free(certificate_pem);
    BIO_free(key_pem);
    return context;
}

bool is_readable(int socket)
{
    pollfd entry{socket, POLLIN, 0};
    return poll(&entry, 1, poll_ms) > 0;
}

std::size_t body_length(const std::string &head)
{
    std::string lower = head;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::size_t at = lower.find("content-length:");
    return at == std::string::npos ? 0 : std::stoul(lower.substr(at + 15));
}

// Empty until a whole request is in `buffer`, from which it is then taken.
std::string take_request(std::string &buffer)
{
    const std::size_t head = buffer.find("\r\n\r\n");
    if (head == std::string::npos)
        return {};
    const std::size_t whole = head + 4 + body_length(buffer.substr(0, head));
    if (buffer.size() < whole)
        return {};
    const std::string request = buffer.substr(0, whole);
    buffer.erase(0, whole);
    return request;
}

// A socket, perhaps with TLS around it.
class Stream {
public:
    Stream(int socket, SSL_CTX *context) : socket_(socket)
    {
        if (context == nullptr)
            return;
        tls_ = SSL_new(context);
        SSL_set_fd(tls_, socket);
        good_ = SSL_accept(tls_) == 1;
    }
    ~Stream() { SSL_free(tls_); }
    bool is_good() const { return good_; }
    long read(char *data, std::size_t size)
    {
        return tls_ ? SSL_read(tls_, data, static_cast<int>(size)) : ::recv(socket_, data, size, 0);
    }
    void write(const std::string &bytes)
    {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const long part = tls_ ? SSL_write(tls_, bytes.data() + done, static_cast<int>(bytes.size() - done))
                                   : ::send(socket_, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
            if (part <= 0)
                return;
            done += static_cast<std::size_t>(part);
        }
    }

private:
    int socket_;
    SSL *tls_ = nullptr;
    bool good_ = true;
};

void reset_on_close(int socket)
{
    const linger hard{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

}  // namespace

RawServer::RawServer(Handler handler, const std::optional<ocpp16::TlsFiles> &tls)
    : handler_(std::move(handler)), tls_(tls ? context_of(*tls) : nullptr)
{
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("no port to listen on");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

RawServer::~RawServer()
{
    stop();
}

std::string RawServer::url(const std::string &path) const
{
    return std::string(tls_ ? "https://localhost:" : "http://127.0.0.1:") + std::to_string(port_) + path;
}

void RawServer::stop()
{
    stopping_ = true;
    if (thread_.joinable())
        thread_.join();
    if (listener_ >= 0)
        ::close(listener_);
    listener_ = -1;
}

std::vector<std::string> RawServer::requests() const
{
    const std::lock_guard lock(mutex_);
    return requests_;
}

void RawServer::run()
{
    while (true) {
        if (!is_readable(listener_)) {
            if (stopping_)
                return;
            continue;
        }
        const int socket = ::accept(listener_, nullptr, nullptr);
        if (socket < 0)
            continue;
        ++connections_;
        serve(socket);
        ::close(socket);
    }
}

void RawServer::serve(int socket)
{
    Stream stream(socket, tls_.get());
    std::string buffer;
    bool hangs = false;
    while (stream.is_good() && !(stopping_ && hangs)) {
        if (!is_readable(socket)) {
            if (stopping_)
                return;
            continue;
        }
        std::array<char, 16384> chunk{};
        const long size = stream.read(chunk.data(), chunk.size());
        if (size <= 0)
            return;
        buffer.append(chunk.data(), static_cast<std::size_t>(size));
        const std::string request = take_request(buffer);
        if (request.empty())
            continue;
        {
            const std::lock_guard lock(mutex_);
            requests_.push_back(request);
        }
        const Reply reply = handler_(request);
        stream.write(reply.bytes);
        hangs = reply.then == Then::Hang;
        if (reply.then == Then::Reset)
            reset_on_close(socket);
        if (reply.then == Then::Close || reply.then == Then::Reset)
            return;
    }
}

std::string http_reply(const std::string &status, const std::string &body, const std::string &more_headers)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + more_headers +
           "\r\n" + body;
}

}  // namespace aftercharge::test
