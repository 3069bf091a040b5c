// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/token_listener.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>
#include <QtWebSockets/QWebSocket>

#include "models/live/http_upgrade.h"

namespace aftercharge {
namespace {

// What the kernel may hold for a reader that does not read: the rest waits, and is replaced by
// what is newer, in our own hands.
constexpr int send_buffer_bytes = 128 * 1024;

}  // namespace

TokenListener::TokenListener(TokenCheck &tokens, Options options, Admit admit, Connected connected, QObject *parent)
    : QObject(parent), tokens_(tokens), options_(options), admit_(std::move(admit)), connected_(std::move(connected)),
      upgrader_(QStringLiteral("Aftercharge"), QWebSocketServer::NonSecureMode)
{
    server_.setParent(this);
    upgrader_.setParent(this);
    upgrader_.setMaxPendingConnections(static_cast<int>(options_.max_handshakes));
    QObject::connect(&server_, &QTcpServer::newConnection, this, &TokenListener::take_connections);
    QObject::connect(&upgrader_, &QWebSocketServer::newConnection, this, &TokenListener::take_websockets);
}

Result<quint16> TokenListener::listen(const QHostAddress &address, quint16 port)
{
    if (!server_.listen(address, port))
        return fail(ErrorCode::NetworkUnreachable, server_.errorString().toStdString());
    return server_.serverPort();
}

void TokenListener::take_connections()
{
    while (QTcpSocket *socket = server_.nextPendingConnection()) {
        const auto under_way = static_cast<qsizetype>(waiting_.size() + admitted_.size());
        waiting_.insert(socket);
        QObject::connect(socket, &QTcpSocket::disconnected, this, [this, socket] { forget(socket); });
        if (under_way >= options_.max_handshakes) {
            refuse(socket, 503);
            continue;
        }
        QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read_head(socket); });
        QTimer::singleShot(options_.handshake_timeout, socket, [this, socket] {
            if (waiting_.contains(socket))
                socket->abort();
        });
        read_head(socket);
    }
}

void TokenListener::read_head(QTcpSocket *socket)
{
    const QByteArray peeked = socket->peek(max_upgrade_head_bytes);
    const auto size = upgrade_head_size(peeked);
    if (!size) {
        if (peeked.size() >= max_upgrade_head_bytes)
            refuse(socket, 400);
        return;
    }
    QObject::disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    const auto request = parse_upgrade(peeked.left(*size));
    if (!request)
        refuse(socket, 400);
    else
        judge(socket, *request);
}

void TokenListener::judge(QTcpSocket *socket, const UpgradeRequest &request)
{
    if (request.method != "GET" || request.header("upgrade").toLower() != "websocket")
        return refuse(socket, 400);
    if (request.has_header("origin"))
        return refuse(socket, 403);
    const QByteArray token = request.bearer_token();
    if (token.isEmpty())
        return refuse(socket, 401);
    auto answer = [this, guard = QPointer<QTcpSocket>(socket)](const Result<AccessToken> &checked) {
        if (!guard || !waiting_.contains(guard))
            return;
        if (!checked || !admit_(*checked))
            return refuse(guard, 401);
        pass_on(guard, *checked);
    };
    tokens_.check(token.toStdString(), mailbox_.deliver<Result<AccessToken>>(std::move(answer)));
}

void TokenListener::pass_on(QTcpSocket *socket, const AccessToken &token)
{
    waiting_.erase(socket);
    socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, send_buffer_bytes);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const Peer peer(socket->peerAddress().toString(), socket->peerPort());
    admitted_[peer] = token;
    // The handshake can still fail: the socket then dies without a QWebSocket.
    QObject::connect(socket, &QObject::destroyed, this, [this, peer] { admitted_.erase(peer); });
    QTimer::singleShot(options_.handshake_timeout, socket, [this, peer, socket] {
        if (admitted_.contains(peer))
            socket->abort();
    });
    upgrader_.handleConnection(socket);
}

void TokenListener::take_websockets()
{
    while (QWebSocket *socket = upgrader_.nextPendingConnection()) {
        const auto found = admitted_.find(Peer(socket->peerAddress().toString(), socket->peerPort()));
        if (found == admitted_.end()) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        const AccessToken token = found->second;
        admitted_.erase(found);
        connected_(socket, token);
    }
}

void TokenListener::refuse(QTcpSocket *socket, int status)
{
    ++refused_;
    QObject::disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    socket->write(refusal_text(status));
    socket->disconnectFromHost();
}

void TokenListener::forget(QTcpSocket *socket)
{
    if (waiting_.erase(socket) > 0)
        socket->deleteLater();
}

}  // namespace aftercharge
