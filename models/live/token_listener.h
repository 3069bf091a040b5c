// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <set>

#include <QtCore/QObject>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>
#include <QtWebSockets/QWebSocketServer>

#include "models/live/live_source.h"
#include "models/live/mailbox.h"

class QTcpSocket;
class QWebSocket;

namespace aftercharge {

struct UpgradeRequest;

// Listens for WebSockets that bring a bearer token. The request is peeked, so that a stranger
// gets HTTP 401 (no or wrong token), 403 (an Origin: a browser page of somebody else's),
// 400 (not HTTP) or 503 (full) and never a WebSocket.
class TokenListener : public QObject {
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds handshake_timeout{10'000};
        qsizetype max_handshakes = 256;  // under way at one time
    };
    // Whether this kind of token may come in here (a desk's, a customer's).
    using Admit = std::function<bool(const AccessToken &)>;
    // Takes over the socket.
    using Connected = std::function<void(QWebSocket *, const AccessToken &)>;

    TokenListener(TokenCheck &tokens, Options options, Admit admit, Connected connected, QObject *parent);

    Result<quint16> listen(const QHostAddress &address, quint16 port);  // network.unreachable
    void stop_accepting() { server_.close(); }
    qint64 refused() const { return refused_; }

private:
    void take_connections();
    void read_head(QTcpSocket *socket);
    void judge(QTcpSocket *socket, const UpgradeRequest &request);
    void pass_on(QTcpSocket *socket, const AccessToken &token);
    void refuse(QTcpSocket *socket, int status);
    void forget(QTcpSocket *socket);
    void take_websockets();

    using Peer = std::pair<QString, quint16>;

    TokenCheck &tokens_;
    Options options_;
    Admit admit_;
    Connected connected_;
    // Before the servers: their sockets say good-bye to both while they are destroyed.
    std::set<QTcpSocket *> waiting_;        // not yet passed on
    std::map<Peer, AccessToken> admitted_;  // passed on, not yet a QWebSocket
    QTcpServer server_;
    QWebSocketServer upgrader_;
    qint64 refused_ = 0;
    Mailbox mailbox_{this};
};

}  // namespace aftercharge
