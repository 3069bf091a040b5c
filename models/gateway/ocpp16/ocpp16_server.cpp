// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/ocpp16_server.h"

#include <algorithm>
#include <mutex>
#include <shared_mutex>

#include <QHostAddress>
#include <QSemaphore>
#include <QThread>

#include "models/gateway/ocpp16/acceptor.h"
#include "models/gateway/ocpp16/io_worker.h"
#include "models/gateway/ocpp16/log.h"
#include "models/gateway/ocpp16/server_core.h"
#include "models/gateway/ocpp16/tls_setup.h"

namespace aftercharge::ocpp16 {
namespace {

constexpr int max_io_threads = 64;

// Runs in the worker's thread and waits for it there.
void run_in(IoWorker &worker, std::function<void()> task)
{
    QMetaObject::invokeMethod(&worker, std::move(task), Qt::BlockingQueuedConnection);
}

}  // namespace

class Ocpp16Server::Impl {
public:
    Impl(Ocpp16Server &server, ServerOptions options, const chargepoint::AccessCheck &access,
         chargepoint::InboundSink &sink, const Clock &clock)
        : core(std::move(options), access, sink, clock, server)
    {
    }

    Result<void> prepare();
    void start_threads();
    bool listen_now();
    void stop_threads();

    ServerCore core;
    QHostAddress address;
    std::vector<std::unique_ptr<QThread>> threads;
    Acceptor *acceptor = nullptr;  // in the first thread
    std::atomic<std::uint16_t> port{0};
    // Posting happens under the shared lock: after `is_open` is cleared nothing new is posted.
    std::shared_mutex mutex;
    bool is_open = false;
};

Result<void> Ocpp16Server::Impl::prepare()
{
    const ServerOptions &options = core.options;
    if (!address.setAddress(QString::fromStdString(options.address)))
        return fail(ErrorCode::InputInvalid, "not an address: " + options.address);
    if (!options.tls && !options.allow_plain && !address.isLoopback())
        return fail(ErrorCode::InputInvalid,
                    "charge points without TLS are let in on loopback only: " + options.address);
    if (!options.tls)
        return {};
    auto configuration = tls_configuration(*options.tls);
    if (!configuration)
        return tl::unexpected<Error>(configuration.error());
    core.tls = std::move(*configuration);
    return {};
}

void Ocpp16Server::Impl::start_threads()
{
    const auto count = static_cast<std::size_t>(std::clamp(core.options.io_threads, 1, max_io_threads));
    for (std::size_t i = 0; i < count; ++i) {
        auto thread = std::make_unique<QThread>();
        thread->setObjectName(QStringLiteral("ocpp-%1").arg(i));
        auto *worker = new IoWorker(core, i);
        worker->moveToThread(thread.get());
        QObject::connect(thread.get(), &QThread::finished, worker, &QObject::deleteLater);
        core.workers.push_back(worker);
        threads.push_back(std::move(thread));
    }
    for (std::size_t i = 0; i < count; ++i) {
        threads[i]->start();
        IoWorker *worker = core.workers[i];
        run_in(*worker, [worker] { worker->start(); });
    }
}

bool Ocpp16Server::Impl::listen_now()
{
    bool listening = false;
    IoWorker &first = *core.workers.front();
    run_in(first, [&] {
        acceptor = new Acceptor(core, &first);
        acceptor->setListenBacklogSize(1024);
        listening = acceptor->listen(address, core.options.port);
        port = acceptor->serverPort();
        if (!listening)
            qCWarning(ocpp_log) << "cannot listen:" << acceptor->errorString();
    });
    return listening;
}

void Ocpp16Server::Impl::stop_threads()
{
    // What was posted before `is_open` was cleared runs first: every command gets its `done`.
    for (IoWorker *worker : core.workers)
        run_in(*worker, [] {});
    for (const auto &thread : threads)
        thread->quit();
    for (const auto &thread : threads)
        thread->wait();
    threads.clear();
    core.workers.clear();
    acceptor = nullptr;
    port = 0;
}

Ocpp16Server::Ocpp16Server(ServerOptions options, const chargepoint::AccessCheck &access,
                           chargepoint::InboundSink &sink, const Clock &clock)
    : impl_(std::make_unique<Impl>(*this, std::move(options), access, sink, clock))
{
}

Ocpp16Server::~Ocpp16Server()
{
    stop();
}

Result<void> Ocpp16Server::listen()
{
    if (impl_->port != 0)
        return fail(ErrorCode::InputInvalid, "listens already");
    if (const auto prepared = impl_->prepare(); !prepared)
        return prepared;
    impl_->start_threads();
    {
        const std::unique_lock lock(impl_->mutex);
        impl_->is_open = true;
    }
    if (impl_->listen_now())
        return {};
    stop();
    return fail(ErrorCode::NetworkUnreachable,
                "cannot listen on " + impl_->core.options.address + ':' + std::to_string(impl_->core.options.port));
}

std::uint16_t Ocpp16Server::port() const
{
    return impl_->port;
}

void Ocpp16Server::stop()
{
    if (impl_->threads.empty())
        return;
    run_in(*impl_->core.workers.front(), [this] {
        if (impl_->acceptor)
            impl_->acceptor->close();
    });
    // Answers still pass while the workers wait for them.
    QSemaphore drained;
    for (IoWorker *worker : impl_->core.workers)
        worker->post([worker, &drained] { worker->drain([&drained] { drained.release(); }); });
    drained.acquire(static_cast<int>(impl_->core.workers.size()));
    {
        const std::unique_lock lock(impl_->mutex);
        impl_->is_open = false;
    }
    impl_->stop_threads();
}

ServerCounters Ocpp16Server::counters() const
{
    const CounterCells &cells = impl_->core.counters;
    return {cells.connections,        cells.accepted,          cells.refused,
            cells.displaced,          cells.messages_received, cells.messages_answered,
            cells.messages_malformed, cells.answers_dropped,   cells.commands_sent};
}

void Ocpp16Server::answer(std::vector<chargepoint::Answer> answers)
{
    const std::shared_lock lock(impl_->mutex);
    if (!impl_->is_open)
        return;
    const auto &workers = impl_->core.workers;
    std::vector<std::vector<chargepoint::Answer>> by_worker(workers.size());
    for (chargepoint::Answer &answer : answers) {
        const std::size_t worker = worker_of(answer.to.connection);
        if (worker < workers.size())
            by_worker[worker].push_back(std::move(answer));
    }
    for (std::size_t i = 0; i < workers.size(); ++i) {
        if (!by_worker[i].empty())
            workers[i]->post([worker = workers[i], list = std::move(by_worker[i])] { worker->answer(list); });
    }
}

void Ocpp16Server::send(const ChargePointId &charge_point_id, chargepoint::Command command, CommandDone done)
{
    std::shared_lock lock(impl_->mutex);
    if (!impl_->is_open) {
        lock.unlock();
        done(fail(ErrorCode::ChargePointOffline, charge_point_id.text()));
        return;
    }
    // 0, for nobody, is no connection of the first worker's: it will say so.
    const std::uint64_t connection = impl_->core.registry.holder(charge_point_id.text());
    IoWorker *worker = impl_->core.workers[worker_of(connection)];
    worker->post([worker, connection, command = std::move(command), done = std::move(done)]() mutable {
        worker->command(connection, std::move(command), std::move(done));
    });
}

}  // namespace aftercharge::ocpp16
