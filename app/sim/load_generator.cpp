// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/load_generator.h"

#include <array>
#include <atomic>
#include <memory>
#include <thread>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/sim/seeded_random.h"

using namespace Qt::StringLiterals;

namespace aftercharge::sim {
namespace {

constexpr std::size_t most_in_setup = 32;  // a thread; a stampede of handshakes measures nothing
constexpr std::chrono::seconds farewell{5};

struct Address {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

// The start gun: workers report their connections, the last one sets the time.
struct Start {
    std::atomic<int> pending{0};
    std::atomic<std::int64_t> at_ns{0};
};

SteadyTime steady_now()
{
    return std::chrono::steady_clock::now();
}

Result<Address> resolve(const LoadOptions &options)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(options.host.c_str(), std::to_string(options.port).c_str(), &hints, &found) != 0 || !found)
        return fail(ErrorCode::NetworkUnreachable, options.host);
    Address address;
    address.size = found->ai_addrlen;
    std::copy_n(reinterpret_cast<const char *>(found->ai_addr), found->ai_addrlen,
                reinterpret_cast<char *>(&address.storage));
    ::freeaddrinfo(found);
    return address;
}

class Worker {
public:
    Worker(const LoadOptions &options, const LoadConnection::Target &target, const Address &address, Start &start)
        : options_(options), target_(target), address_(address), start_(start), epoll_(::epoll_create1(EPOLL_CLOEXEC))
    {
    }
    ~Worker() { ::close(epoll_); }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void add(const Credential &credential, std::uint64_t seed)
    {
        connections_.push_back(std::make_unique<LoadConnection>(target_, credential, seed, counters_));
    }

    void work()
    {
        set_up();
        wait_for_start();
        measure();
        say_goodbye();
    }

    const LoadCounters &counters() const { return counters_; }
    int running() const { return running_; }
    const std::vector<std::uint64_t> &each_second() const { return each_second_; }

private:
    void open(LoadConnection &connection)
    {
        if (connection.open(address_.storage, address_.size) < 0)
            return;
        epoll_event event{};
        event.events = EPOLLIN | EPOLLOUT;
        event.data.ptr = &connection;
        ::epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.descriptor(), &event);
    }

    void poll(int timeout_ms)
    {
        std::array<epoll_event, 256> events;
        const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), timeout_ms);
        for (int i = 0; i < count; ++i) {
            auto &connection = *static_cast<LoadConnection *>(events[static_cast<std::size_t>(i)].data.ptr);
            const std::uint32_t what = events[static_cast<std::size_t>(i)].events;
            const bool wanted = (what & EPOLLOUT) != 0;
            if (connection.descriptor() >= 0 && wanted)
                connection.on_writable();
            if (connection.descriptor() >= 0 && (what & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0)
                connection.on_readable();
            // Asked for writability only while something waits: two system calls a message, not three.
            if (connection.descriptor() >= 0 && wanted != connection.wants_write()) {
                epoll_event event{};
                event.events = EPOLLIN | (connection.wants_write() ? EPOLLOUT : 0U);
                event.data.ptr = &connection;
                ::epoll_ctl(epoll_, EPOLL_CTL_MOD, connection.descriptor(), &event);
            }
        }
    }

    void set_up()
    {
        const SteadyTime limit = steady_now() + options_.setup_limit;
        std::size_t opened = 0;
        for (;;) {
            std::size_t in_setup = 0;
            for (std::size_t i = 0; i < opened; ++i)
                in_setup += connections_[i]->state() < LoadConnection::State::Ready ? 1 : 0;
            for (; opened < connections_.size() && in_setup < most_in_setup; ++opened, ++in_setup)
                open(*connections_[opened]);
            if ((in_setup == 0 && opened == connections_.size()) || steady_now() > limit)
                break;
            poll(100);
        }
        for (const auto &connection : connections_) {
            if (connection->state() < LoadConnection::State::Ready)
                connection->close(true);
            running_ += connection->state() == LoadConnection::State::Ready ? 1 : 0;
        }
    }

    void wait_for_start()
    {
        if (--start_.pending == 0)
            start_.at_ns = (steady_now() + std::chrono::milliseconds(100)).time_since_epoch().count();
        while (start_.at_ns == 0)
            poll(20);
        started_ = SteadyTime(SteadyTime::duration(start_.at_ns.load()));
        while (steady_now() < started_)
            poll(1);
    }

    void measure()
    {
        if (running_ == 0)
            return;
        const SteadyTime until = started_ + options_.duration;
        // Evenly over the interval, as a network's charge points are.
        const auto step = options_.interval / static_cast<int>(connections_.size());
        SteadyTime first = started_;
        for (const auto &connection : connections_) {
            if (connection->state() == LoadConnection::State::Ready)
                connection->run(until, first, options_.interval);
            first += step;
        }
        std::uint64_t counted = 0;
        SteadyTime next = started_ + std::chrono::seconds(1);
        while (steady_now() < until) {
            poll(options_.interval.count() == 0 ? 50 : 10);
            for (const auto &connection : connections_)
                connection->report_if_due(steady_now());
            while (steady_now() >= next && next <= until) {
                each_second_.push_back(counters_.acknowledged - counted);
                counted = counters_.acknowledged;
                next += std::chrono::seconds(1);
            }
        }
    }

    void say_goodbye()
    {
        for (const auto &connection : connections_) {
            if (connection->state() != LoadConnection::State::Closed)
                connection->stop();
        }
        const SteadyTime limit = steady_now() + farewell;
        const auto is_open = [](const auto &connection) {
            return connection->state() != LoadConnection::State::Closed;
        };
        while (steady_now() < limit && std::any_of(connections_.begin(), connections_.end(), is_open))
            poll(50);
    }

    const LoadOptions &options_;
    const LoadConnection::Target &target_;
    const Address &address_;
    Start &start_;
    int epoll_;
    std::vector<std::unique_ptr<LoadConnection>> connections_;
    LoadCounters counters_;
    int running_ = 0;
    SteadyTime started_;
    std::vector<std::uint64_t> each_second_;
};

void add_up(LoadReport &report, const Worker &worker)
{
    const LoadCounters &from = worker.counters();
    LoadCounters &to = report.counters;
    to.acknowledged += from.acknowledged;
    to.errors += from.errors;
    to.refused += from.refused;
    to.disconnected += from.disconnected;
    to.remote_stops += from.remote_stops;
    to.latency.merge(from.latency);
    report.connections += worker.running();
    report.each_second.resize(std::max(report.each_second.size(), worker.each_second().size()));
    for (std::size_t i = 0; i < worker.each_second().size(); ++i)
        report.each_second[i] += worker.each_second()[i];
}

}  // namespace

Result<std::vector<Credential>> parse_credentials(std::string_view text)
{
    std::vector<Credential> credentials;
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    for (const QByteArray &raw : bytes.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QList<QByteArray> fields = line.split(',');
        if (fields.size() != 3 || fields[0].isEmpty() || fields[2].isEmpty() || fields[2].contains('"'))
            return fail(ErrorCode::InputInvalid,
                        "credentials: not id,password,id_tag: line " + std::to_string(credentials.size() + 1));
        credentials.push_back({fields[0].toStdString(), fields[1].toStdString(), fields[2].toStdString()});
    }
    return credentials;
}

Result<LoadReport> run_load(const LoadOptions &options)
{
    if (options.connections < 1 || options.credentials.size() < static_cast<std::size_t>(options.connections))
        return fail(ErrorCode::InputInvalid, std::to_string(options.credentials.size()) + " credentials for " +
                                                 std::to_string(options.connections) + " connections");
    const Result<Address> address = resolve(options);
    if (!address)
        return tl::unexpected(address.error());
    const LoadConnection::Target target{options.host, options.port, options.path, options.power_w};
    const int threads = std::clamp(options.threads, 1, options.connections);
    Start start;
    start.pending = threads;
    SeededRandom random(static_cast<std::uint64_t>(steady_now().time_since_epoch().count()));
    std::vector<std::unique_ptr<Worker>> workers;
    for (int i = 0; i < threads; ++i)
        workers.push_back(std::make_unique<Worker>(options, target, *address, start));
    for (int i = 0; i < options.connections; ++i)
        workers[static_cast<std::size_t>(i % threads)]->add(options.credentials[static_cast<std::size_t>(i)],
                                                            random.next());
    std::vector<std::thread> running;
    for (const auto &worker : workers)
        running.emplace_back([&worker] { worker->work(); });
    for (std::thread &thread : running)
        thread.join();
    LoadReport report;
    report.seconds = static_cast<double>(options.duration.count());
    for (const auto &worker : workers)
        add_up(report, *worker);
    if (report.connections == 0)
        return fail(ErrorCode::NetworkUnreachable, "no connection came up");
    return report;
}

std::string to_json(const LoadReport &report)
{
    const auto number = [](std::uint64_t value) { return QJsonValue(static_cast<qint64>(value)); };
    const LoadCounters &counters = report.counters;
    QJsonArray each_second;
    for (const std::uint64_t count : report.each_second)
        each_second.append(number(count));
    const QJsonObject latency{{u"p50"_s, number(counters.latency.percentile(500))},
                              {u"p90"_s, number(counters.latency.percentile(900))},
                              {u"p99"_s, number(counters.latency.percentile(990))},
                              {u"p999"_s, number(counters.latency.percentile(999))},
                              {u"max"_s, number(counters.latency.max())}};
    const double per_second = static_cast<double>(counters.acknowledged) / report.seconds;
    const QJsonObject object{{u"connections"_s, report.connections},
                             {u"seconds"_s, report.seconds},
                             {u"acknowledged"_s, number(counters.acknowledged)},
                             {u"per_second"_s, per_second},
                             {u"each_second"_s, each_second},
                             {u"latency_us"_s, latency},
                             {u"errors"_s, number(counters.errors)},
                             {u"refused"_s, number(counters.refused)},
                             {u"disconnected"_s, number(counters.disconnected)},
                             {u"remote_stops"_s, number(counters.remote_stops)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

}  // namespace aftercharge::sim
