// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include "models/domain/id.h"
#include "models/gateway/ocpp16/server_core.h"

namespace aftercharge::ocpp16 {

// One socket from its acceptance until it is a WebSocket: TLS if there is any, the request
// peeked at (QWebSocketServer has no hook that could answer 404 or 401) and judged. What is
// refused is answered here; what may enter stays untouched for QWebSocketServer.
class Admission : public QObject {
public:
    enum class State {
        Reading,    // the request is not complete
        Waiting,    // its identity's former connection is being closed
        Upgrading,  // in QWebSocketServer's hands
        Gone,       // refused, closed or too late
    };
    struct Hooks {
        std::function<void(Admission &)> granted;
        std::function<void(Admission &)> gone;  // once, in whatever state
    };

    Admission(ServerCore &core, qintptr descriptor, Hooks hooks, QObject *parent);
    ~Admission() override;

    void give_up();         // abort the socket
    QTcpSocket *release();  // the socket, no longer owned, for QWebSocketServer

    State state = State::Reading;
    std::uint64_t connection = 0;     // its number, once granted
    ChargePointId charge_point_id;    // once granted
    bool has_predecessor = false;     // whose end it waits for
    bool speaks_ocpp16 = false;       // among its subprotocols
    std::function<void()> successor;  // who waits for this one to be gone

    QTcpSocket *socket() const { return socket_; }
    const std::string &remote_address() const { return remote_address_; }
    bool is_peer(const QHostAddress &address, quint16 port) const;

private:
    void read();
    void refuse(int status);
    void set_gone();

    ServerCore &core_;
    Hooks hooks_;
    QPointer<QTcpSocket> socket_;
    QHostAddress peer_;
    quint16 peer_port_ = 0;
    std::string remote_address_;
    QTimer deadline_;
};

}  // namespace aftercharge::ocpp16
