// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <set>
#include <unordered_map>
#include <vector>

#include <QList>
#include <QObject>
#include <QTimer>

#include "models/gateway/chargepoint/charge_point_gateway.h"
#include "models/gateway/ocpp16/connection.h"

class QWebSocketServer;

namespace aftercharge::ocpp16 {

class Admission;

// The sockets of one I/O thread. Every function runs in that thread; post() brings it there.
class IoWorker : public QObject, private ConnectionEvents {
public:
    IoWorker(ServerCore &core, std::size_t index);
    ~IoWorker() override;

    // From any thread.
    void post(std::function<void()> task);

    void start();
    void adopt(qintptr descriptor);
    void answer(const std::vector<chargepoint::Answer> &answers);
    void command(std::uint64_t connection, chargepoint::Command command, CommandQueue::Done done);
    // Closes a connection, or what is to become one, because its identity connected anew;
    // `then` is called when the sink has been told.
    void displace(std::uint64_t connection, std::function<void()> then);
    // Reads no more, waits for answers, closes everything, then calls `done`.
    void drain(std::function<void()> done);

private:
    QList<Admission *> admissions() const;
    void granted(Admission &admission);
    void proceed(std::uint64_t connection);
    void gone(Admission &admission);
    void forget(Admission &admission);
    void upgraded();
    void begin(Admission &admission, QWebSocket *web_socket);
    void received(chargepoint::Inbound inbound) override;
    void ended(Connection &connection, std::string why) override;
    void parted(Connection &connection) override;
    void flush();
    void close_drained(bool all);

    ServerCore &core_;
    const std::size_t index_;
    QWebSocketServer *web_sockets_ = nullptr;
    QTimer ticker_;
    std::unordered_map<std::uint64_t, Admission *> admissions_;  // granted, not yet connections
    std::unordered_map<std::uint64_t, Connection *> connections_;
    std::set<Connection *> parting_;  // ended, and their peers have not closed yet
    std::vector<chargepoint::Inbound> batch_;
    bool flush_posted_ = false;
    std::function<void()> drained_;  // set while draining
};

}  // namespace aftercharge::ocpp16
