// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/io_worker.h"

#include <QHostAddress>
#include <QWebSocketServer>

#include "models/gateway/ocpp16/admission.h"
#include "models/gateway/ocpp16/log.h"

namespace aftercharge::ocpp16 {
namespace {

// Long enough for a close frame to leave, short for a peer that does not take it.
constexpr int linger_ms = 1'000;

}  // namespace

IoWorker::IoWorker(ServerCore &core, std::size_t index) : core_(core), index_(index), ticker_(this) {}

IoWorker::~IoWorker()
{
    // While the maps that they are in still stand.
    qDeleteAll(admissions());
    for (const auto &[number, connection] : connections_)
        delete connection;
}

// Those not yet granted too.
QList<Admission *> IoWorker::admissions() const
{
    QList<Admission *> list;
    for (QObject *child : children()) {
        if (auto *admission = dynamic_cast<Admission *>(child))
            list.append(admission);
    }
    return list;
}

void IoWorker::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

void IoWorker::start()
{
    const auto mode = core_.options.tls ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode;
    web_sockets_ = new QWebSocketServer(QStringLiteral("Aftercharge"), mode, this);
    web_sockets_->setSupportedSubprotocols({QStringLiteral("ocpp1.6")});
    connect(web_sockets_, &QWebSocketServer::newConnection, this, &IoWorker::upgraded);
    connect(&ticker_, &QTimer::timeout, this, [this] {
        const auto connections = connections_;  // one that is silent leaves the map
        for (const auto &[number, connection] : connections)
            connection->tick();
    });
    ticker_.start(core_.options.ping_interval_ms);
}

void IoWorker::adopt(qintptr descriptor)
{
    Admission::Hooks hooks{[this](Admission &admission) { granted(admission); },
                           [this](Admission &admission) { gone(admission); }};
    auto *admission = new Admission(core_, descriptor, std::move(hooks), this);
    if (drained_)
        admission->give_up();
}

void IoWorker::granted(Admission &admission)
{
    const auto count = core_.next_connection.fetch_add(1, std::memory_order_relaxed);
    const std::uint64_t number = connection_number(count, index_);
    admission.connection = number;
    admission.state = Admission::State::Waiting;
    admissions_.emplace(number, &admission);
    // Without a protocol in common it will be closed: no reason to displace anybody.
    const std::uint64_t former = admission.speaks_ocpp16
                                     ? core_.registry.claim(admission.charge_point_id.text(), number)
                                     : 0;
    if (former == 0) {
        proceed(number);
        return;
    }
    admission.has_predecessor = true;
    IoWorker *other = core_.workers[worker_of(former)];
    const auto then = [this, number] { post([this, number] { proceed(number); }); };
    other->post([other, former, then] { other->displace(former, then); });
}

void IoWorker::proceed(std::uint64_t connection)
{
    const auto found = admissions_.find(connection);
    if (found == admissions_.end())
        return;
    Admission &admission = *found->second;
    admission.has_predecessor = false;
    if (admission.state == Admission::State::Gone) {
        forget(admission);
        return;
    }
    admission.state = Admission::State::Upgrading;
    web_sockets_->handleConnection(admission.release());
}

// One that waits stays known until its predecessor is gone: its own successor waits for that.
void IoWorker::gone(Admission &admission)
{
    if (!admission.has_predecessor)
        forget(admission);
}

void IoWorker::forget(Admission &admission)
{
    admissions_.erase(admission.connection);
    core_.registry.release(admission.charge_point_id.text(), admission.connection);
    core_.counters.sockets.fetch_sub(1, std::memory_order_relaxed);
    const auto successor = std::exchange(admission.successor, nullptr);
    admission.deleteLater();
    if (successor)
        successor();
}

void IoWorker::upgraded()
{
    while (QWebSocket *web_socket = web_sockets_->nextPendingConnection()) {
        const auto found = std::find_if(admissions_.begin(), admissions_.end(), [&](const auto &entry) {
            return entry.second->state == Admission::State::Upgrading &&
                   entry.second->is_peer(web_socket->peerAddress(), web_socket->peerPort());
        });
        if (found != admissions_.end()) {
            begin(*found->second, web_socket);
        } else {
            web_socket->abort();
            web_socket->deleteLater();
        }
    }
}

void IoWorker::begin(Admission &admission, QWebSocket *web_socket)
{
    const std::uint64_t number = admission.connection;
    if (!admission.speaks_ocpp16) {
        web_socket->close(QWebSocketProtocol::CloseCodeProtocolError, QStringLiteral("no common subprotocol"));
        web_socket->deleteLater();
        core_.counters.refused.fetch_add(1, std::memory_order_relaxed);
        return;  // its socket's end ends the admission
    }
    auto *connection = new Connection(core_, *this, number, admission.charge_point_id, web_socket, admission.socket(),
                                      this);
    connections_.emplace(number, connection);
    core_.counters.connections.fetch_add(1, std::memory_order_relaxed);
    core_.counters.accepted.fetch_add(1, std::memory_order_relaxed);
    chargepoint::Connected connected{"ocpp1.6", admission.remote_address()};
    admissions_.erase(number);
    disconnect(admission.socket(), nullptr, &admission, nullptr);
    admission.deleteLater();
    received({connection->charge_point_id(), {number, {}}, core_.clock.now(), std::move(connected), {}, {}});
}

void IoWorker::received(chargepoint::Inbound inbound)
{
    batch_.push_back(std::move(inbound));
    if (!std::exchange(flush_posted_, true))
        post([this] { flush(); });
}

void IoWorker::flush()
{
    flush_posted_ = false;
    if (!batch_.empty())
        core_.sink.receive(std::exchange(batch_, {}));
}

void IoWorker::ended(Connection &connection, std::string why)
{
    const std::uint64_t number = connection.number();
    connections_.erase(number);
    core_.counters.connections.fetch_sub(1, std::memory_order_relaxed);
    core_.counters.sockets.fetch_sub(1, std::memory_order_relaxed);
    received({connection.charge_point_id(),
              {number, {}},
              core_.clock.now(),
              chargepoint::Disconnected{std::move(why)},
              {},
              {}});
    // Told before the identity is free: its next connection may be another thread's.
    flush();
    core_.registry.release(connection.charge_point_id().text(), number);
    if (connection.is_parting())
        parting_.insert(&connection);
    QTimer::singleShot(linger_ms, &connection, [this, &connection] {
        parted(connection);
        connection.deleteLater();
    });
    if (drained_)
        post([this] { close_drained(false); });
}

// Or its time for that is over.
void IoWorker::parted(Connection &connection)
{
    if (parting_.erase(&connection) > 0 && drained_)
        post([this] { close_drained(false); });
}

void IoWorker::displace(std::uint64_t connection, std::function<void()> then)
{
    if (const auto found = connections_.find(connection); found != connections_.end()) {
        core_.counters.displaced.fetch_add(1, std::memory_order_relaxed);
        found->second->close(QWebSocketProtocol::CloseCodePolicyViolated, "displaced by a new connection");
    } else if (const auto waiting = admissions_.find(connection); waiting != admissions_.end()) {
        waiting->second->successor = std::move(then);  // called when it is forgotten
        waiting->second->give_up();
        return;
    }
    then();
}

void IoWorker::answer(const std::vector<chargepoint::Answer> &answers)
{
    for (const chargepoint::Answer &answer : answers) {
        const auto found = connections_.find(answer.to.connection);
        if (found != connections_.end())
            found->second->answer(answer);
        else
            core_.counters.answers_dropped.fetch_add(1, std::memory_order_relaxed);
    }
    if (drained_)
        close_drained(false);
}

void IoWorker::command(std::uint64_t connection, chargepoint::Command command, CommandQueue::Done done)
{
    const auto found = connections_.find(connection);
    if (found != connections_.end())
        found->second->command(std::move(command), std::move(done));
    else
        done(fail(ErrorCode::ChargePointOffline));
}

void IoWorker::drain(std::function<void()> done)
{
    drained_ = std::move(done);
    ticker_.stop();
    for (Admission *admission : admissions())
        admission->give_up();
    for (const auto &[number, connection] : connections_)
        connection->stop_reading();
    QTimer::singleShot(core_.options.stop_grace_ms, this, [this] { close_drained(true); });
    close_drained(false);
}

void IoWorker::close_drained(bool all)
{
    std::vector<Connection *> closing;
    for (const auto &[number, connection] : connections_) {
        if (all || connection->is_answered())
            closing.push_back(connection);
    }
    for (Connection *connection : closing)
        connection->close(QWebSocketProtocol::CloseCodeGoingAway, "server stops");
    if (!connections_.empty() || !parting_.empty())
        return;
    flush();
    // Stays set, to turn away what is still accepted.
    std::exchange(drained_, [] {})();
}

}  // namespace aftercharge::ocpp16
