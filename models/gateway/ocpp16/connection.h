// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>
#include <string>

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QWebSocket>

#include "models/gateway/ocpp16/command_queue.h"
#include "models/gateway/ocpp16/decode_message.h"
#include "models/gateway/ocpp16/parting.h"
#include "models/gateway/ocpp16/server_core.h"

class QTcpSocket;

namespace aftercharge::ocpp16 {

class Connection;

// What happens on a connection, told to the thread that runs it.
class ConnectionEvents {
public:
    virtual ~ConnectionEvents() = default;
    virtual void received(chargepoint::Inbound inbound) = 0;
    virtual void ended(Connection &connection, std::string why) = 0;  // once
    virtual void parted(Connection &connection) = 0;                  // once, after it ended while it parts
};

// One charge point's WebSocket.
class Connection : public QObject {
public:
    Connection(ServerCore &core, ConnectionEvents &events, std::uint64_t number, ChargePointId charge_point_id,
               QWebSocket *web_socket, QTcpSocket *tcp_socket, QObject *parent);
    ~Connection() override;

    std::uint64_t number() const { return number_; }
    const ChargePointId &charge_point_id() const { return charge_point_id_; }

    void answer(const chargepoint::Answer &answer);
    void command(chargepoint::Command command, CommandQueue::Done done);
    bool is_answered() const { return unanswered_.empty(); }

    void tick();  // every ping interval: ping, and end what has been silent too long
    void stop_reading();
    void close(QWebSocketProtocol::CloseCode code, const std::string &why);
    // Closed by this side, and the peer has not closed yet.
    bool is_parting() const { return parting_ != nullptr; }

private:
    void text_received(const QString &text);
    void take(CallMessage &&message, std::string raw, UtcTime received_at);
    void take(DefectMessage &&message, std::string raw, UtcTime received_at);
    void take(ResultMessage &&message, std::string raw, UtcTime received_at);
    void take(ErrorMessage &&message, std::string raw, UtcTime received_at);
    chargepoint::Inbound inbound(std::string message_id, chargepoint::Body body, std::string raw, UtcTime received_at);
    void write(const std::string &frame);
    void hold_back();
    void resume_reading();
    void end(std::string why);

    ServerCore &core_;
    ConnectionEvents &events_;
    const std::uint64_t number_;
    const ChargePointId charge_point_id_;
    QWebSocket *web_socket_;
    QPointer<QTcpSocket> tcp_socket_;
    std::deque<std::string> unanswered_;  // message ids, as they came
    CommandQueue commands_;
    QElapsedTimer heard_;
    std::unique_ptr<Parting> parting_;
    bool held_back_ = false;
    bool stopped_reading_ = false;
    bool ended_ = false;
};

}  // namespace aftercharge::ocpp16
