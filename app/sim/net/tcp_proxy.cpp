// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/net/tcp_proxy.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <deque>
#include <string>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace aftercharge::sim {

namespace {

constexpr std::size_t most_held = 4 << 20;  // bytes a direction; more stay with the sender, as in a full pipe
constexpr std::size_t chunk_size = 64 << 10;

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int listen_anywhere(int &port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    if (socket < 0 || ::bind(socket, generic, size) != 0 || ::listen(socket, SOMAXCONN) != 0 ||
        ::getsockname(socket, generic, &size) != 0)
        std::abort();  // a machine without loopback: nothing that needs a proxy can be shown
    port = ntohs(address.sin_port);
    return socket;
}

// Goes on in the background: what is read from or written to it meanwhile would block.
int connect_to(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const sockaddr_in address = loopback(port);
    if (socket < 0)
        return -1;
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 || errno == EINPROGRESS)
        return socket;
    ::close(socket);
    return -1;
}

void send_at_once(int socket)
{
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

void reset_on_close(int socket)
{
    const linger at_once{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

bool would_block()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

using Time = std::chrono::steady_clock::time_point;

}  // namespace

// One direction of a connection.
struct TcpProxy::Flow {
    struct Chunk {
        Time due;
        std::string bytes;  // none: the sender has no more to say
    };

    bool reads() const { return !has_ended && held < most_held; }
    // False: the connection broke.
    bool take(std::chrono::milliseconds delay);
    bool give(std::atomic<std::int64_t> &count);
    bool give_front(std::atomic<std::int64_t> &count);

    int from = -1;
    int to = -1;
    std::deque<Chunk> chunks;
    std::size_t held = 0;
    bool has_ended = false;     // the sender said its last
    bool is_passed_on = false;  // and the receiver knows
    bool blocks = false;        // the receiver takes no more for now
};

bool TcpProxy::Flow::take(std::chrono::milliseconds delay)
{
    std::string buffer(chunk_size, '\0');
    while (reads()) {
        const ssize_t size = ::recv(from, buffer.data(), buffer.size(), 0);
        if (size < 0)
            return would_block();
        chunks.push_back({std::chrono::steady_clock::now() + delay, buffer.substr(0, static_cast<std::size_t>(size))});
        held += static_cast<std::size_t>(size);
        has_ended = size == 0;
    }
    return true;
}

bool TcpProxy::Flow::give(std::atomic<std::int64_t> &count)
{
    blocks = false;
    while (!blocks && !chunks.empty() && chunks.front().due <= std::chrono::steady_clock::now()) {
        if (!give_front(count))
            return false;
    }
    return true;
}

bool TcpProxy::Flow::give_front(std::atomic<std::int64_t> &count)
{
    std::string &bytes = chunks.front().bytes;
    if (bytes.empty()) {
        ::shutdown(to, SHUT_WR);
        is_passed_on = true;
        chunks.pop_front();
        return true;
    }
    const ssize_t size = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size < 0) {
        blocks = would_block();
        return blocks;
    }
    count += size;
    held -= static_cast<std::size_t>(size);
    bytes.erase(0, static_cast<std::size_t>(size));
    if (bytes.empty())
        chunks.pop_front();
    return true;
}

struct TcpProxy::Link {
    Link(int client, int server)
    {
        up.from = down.to = client;
        up.to = down.from = server;
    }
    ~Link()
    {
        ::close(up.from);
        ::close(up.to);
    }
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    void break_off() const
    {
        reset_on_close(up.from);
        reset_on_close(up.to);
    }

    Flow up;    // client to server
    Flow down;  // server to client
};

struct TcpProxy::Wait {
    std::vector<pollfd> entries;
    int milliseconds = -1;  // until the next chunk is due; -1: none is
};

TcpProxy::TcpProxy(int target_port) : wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), target_(target_port)
{
    listener_ = listen_anywhere(port_);
    thread_ = std::thread([this] { run(); });
}

TcpProxy::~TcpProxy()
{
    {
        const std::lock_guard lock(mutex_);
        stops_ = true;
        wake();
    }
    thread_.join();
    ::close(listener_);
    ::close(wake_);
}

void TcpProxy::cut(Cut what)
{
    const std::lock_guard lock(mutex_);
    state_ = what == Cut::Both ? State::CutBoth : State::CutAnswers;
    wake();
}

void TcpProxy::heal()
{
    const std::lock_guard lock(mutex_);
    state_ = State::Open;
    wake();
}

void TcpProxy::reset()
{
    std::unique_lock lock(mutex_);
    wants_reset_ = true;
    wake();
    reset_done_.wait(lock, [this] { return !wants_reset_; });
}

void TcpProxy::delay(std::chrono::milliseconds by)
{
    const std::lock_guard lock(mutex_);
    delay_ = by;
}

void TcpProxy::retarget(int target_port)
{
    const std::lock_guard lock(mutex_);
    target_ = target_port;
}

void TcpProxy::wake() const
{
    ::eventfd_write(wake_, 1);
}

void TcpProxy::run()
{
    std::unique_lock lock(mutex_);
    while (!stops_) {
        if (wants_reset_)
            do_reset();
        if (state_ != State::CutBoth)
            accept_waiting();
        for (auto link = links_.begin(); link != links_.end();)
            link = serve(*link) ? std::next(link) : links_.erase(link);
        Wait wait = what_next();
        lock.unlock();
        ::poll(wait.entries.data(), wait.entries.size(), wait.milliseconds);
        lock.lock();
        eventfd_t count = 0;
        ::eventfd_read(wake_, &count);
    }
    links_.clear();
}

void TcpProxy::accept_waiting()
{
    for (;;) {
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (client < 0)
            return;
        ++connections_;
        const int server = connect_to(target_);
        if (server < 0) {
            reset_on_close(client);  // nobody there
            ::close(client);
            continue;
        }
        send_at_once(client);
        send_at_once(server);
        links_.emplace_back(client, server);
    }
}

// By the thread itself: while it polls a socket the kernel would put off its end.
void TcpProxy::do_reset()
{
    for (const Link &link : links_)
        link.break_off();
    links_.clear();
    wants_reset_ = false;
    reset_done_.notify_all();
}

bool TcpProxy::holds(const Link &link, const Flow &flow) const
{
    return state_ == State::CutBoth || (state_ == State::CutAnswers && &flow == &link.down);
}

// False: the connection is over.
bool TcpProxy::serve(Link &link)
{
    for (Flow *flow : {&link.up, &link.down}) {
        if (holds(link, *flow))
            continue;
        if (flow->take(delay_) && flow->give(forwarded_))
            continue;
        link.break_off();
        return false;
    }
    return !link.up.is_passed_on || !link.down.is_passed_on;
}

TcpProxy::Wait TcpProxy::what_next()
{
    Wait wait;
    wait.entries.push_back({wake_, POLLIN, 0});
    if (state_ != State::CutBoth)
        wait.entries.push_back({listener_, POLLIN, 0});
    const Time now = std::chrono::steady_clock::now();
    for (Link &link : links_) {
        for (Flow *flow : {&link.up, &link.down}) {
            if (holds(link, *flow))
                continue;
            if (flow->reads())
                wait.entries.push_back({flow->from, POLLIN, 0});
            if (flow->blocks) {
                wait.entries.push_back({flow->to, POLLOUT, 0});
            } else if (!flow->chunks.empty()) {
                const auto left = std::chrono::ceil<std::chrono::milliseconds>(flow->chunks.front().due - now);
                const int left_ms = std::max(0, static_cast<int>(left.count()));
                wait.milliseconds = wait.milliseconds < 0 ? left_ms : std::min(wait.milliseconds, left_ms);
            }
        }
    }
    return wait;
}

}  // namespace aftercharge::sim
