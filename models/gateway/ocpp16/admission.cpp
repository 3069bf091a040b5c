// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/admission.h"

#include <QHostAddress>
#include <QSslSocket>

#include "models/gateway/ocpp16/log.h"

namespace aftercharge::ocpp16 {
namespace {

constexpr int linger_ms = 2'000;
// Of the kernel, which doubles it: what one turn of the event loop can bring at most.
constexpr int receive_buffer_bytes = 64 * 1024;

QByteArray refusal(int status, int retry_after_s)
{
    const auto answer = [](const char *line, const QByteArray &headers = {}) -> QByteArray {
        return "HTTP/1.1 " + QByteArray(line) + "\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n";
    };
    switch (status) {
    case 401:
        return answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"ocpp\"\r\n");
    case 403:
        return answer("403 Forbidden");
    case 404:
        return answer("404 Not Found");
    case 405:
        return answer("405 Method Not Allowed", "Allow: GET\r\n");
    case 426:
        return answer("426 Upgrade Required", "Sec-WebSocket-Version: 13\r\nUpgrade: websocket\r\n");
    case 429:
        return answer("429 Too Many Requests", "Retry-After: " + QByteArray::number(retry_after_s) + "\r\n");
    default:
        return answer("400 Bad Request");
    }
}

}  // namespace

Admission::Admission(ServerCore &core, qintptr descriptor, Hooks hooks, QObject *parent)
    : QObject(parent), core_(core), hooks_(std::move(hooks))
{
    auto *ssl = core_.options.tls ? new QSslSocket(this) : nullptr;
    socket_ = ssl ? ssl : new QTcpSocket(this);
    socket_->setReadBufferSize(2 * qint64{max_request_bytes});
    connect(socket_, &QTcpSocket::readyRead, this, [this] { read(); });
    connect(socket_, &QTcpSocket::disconnected, this, [this] { set_gone(); });
    connect(&deadline_, &QTimer::timeout, this, [this] { give_up(); });
    deadline_.setSingleShot(true);
    deadline_.start(core_.options.handshake_timeout_ms);
    if (!socket_->setSocketDescriptor(descriptor)) {
        QTimer::singleShot(0, this, [this] { set_gone(); });
        return;
    }
    socket_->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket_->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, receive_buffer_bytes);
    peer_ = socket_->peerAddress();
    peer_port_ = socket_->peerPort();
    remote_address_ = peer_.toString().toStdString();
    if (ssl) {
        ssl->setSslConfiguration(core_.tls);
        ssl->startServerEncryption();
    }
}

Admission::~Admission() = default;

bool Admission::is_peer(const QHostAddress &address, quint16 port) const
{
    return port == peer_port_ && address == peer_;
}

void Admission::read()
{
    if (state != State::Reading)
        return;
    const QByteArray bytes = socket_->peek(qint64{max_request_bytes} + 1);
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        if (bytes.size() > qsizetype{max_request_bytes})
            refuse(400);
        return;
    }
    // A client must wait for our answer (RFC 6455, 4.1); QWebSocketServer would swallow what
    // follows without a word.
    if (bytes.size() > end + 4) {
        refuse(400);
        return;
    }
    const auto request = parse_upgrade_request({bytes.constData(), static_cast<std::size_t>(end) + 4});
    const int status = request ? core_.gatekeeper.judge(*request, remote_address_) : request.error();
    if (status != 0) {
        refuse(status);
        return;
    }
    charge_point_id = *ChargePointId::from_text(request->charge_point_id);
    speaks_ocpp16 = std::find(request->subprotocols.begin(), request->subprotocols.end(), "ocpp1.6") !=
                    request->subprotocols.end();
    hooks_.granted(*this);
}

void Admission::refuse(int status)
{
    state = State::Gone;
    core_.counters.refused.fetch_add(1, std::memory_order_relaxed);
    qCInfo(ocpp_log) << "refused" << remote_address_.c_str() << "with" << status;
    socket_->readAll();  // unread bytes would turn the close into a reset that eats the answer
    socket_->write(refusal(status, core_.options.failed_auth_window_ms / 1000));
    socket_->disconnectFromHost();
    deadline_.start(linger_ms);
}

void Admission::give_up()
{
    if (socket_)
        socket_->abort();
    set_gone();
}

QTcpSocket *Admission::release()
{
    // Its `disconnected` still ends this admission until the WebSocket stands.
    disconnect(socket_, &QTcpSocket::readyRead, this, nullptr);
    socket_->setParent(nullptr);
    // QWebSocket leaves what is not yet a whole frame in the buffer, and a full buffer that is
    // never emptied is never filled again.
    socket_->setReadBufferSize(0);
    return socket_;
}

void Admission::set_gone()
{
    state = State::Gone;
    deadline_.stop();
    if (hooks_.gone)
        std::exchange(hooks_.gone, nullptr)(*this);
}

}  // namespace aftercharge::ocpp16
