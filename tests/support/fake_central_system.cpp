// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_central_system.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include "tests/support/ocpp16_check.h"

using namespace Qt::StringLiterals;

namespace aftercharge::test {
namespace {

// The server of Qt 6.4 names the first subprotocol that both know.
QWebSocketServer *make_server(QObject *parent)
{
    auto *server = new QWebSocketServer(u"fake"_s, QWebSocketServer::NonSecureMode, parent);
    server->setSupportedSubprotocols({u"ocpp1.6"_s});
    return server;
}

QString frame_text(const QJsonArray &frame)
{
    return QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact));
}

}  // namespace

FakeCentralSystem::FakeCentralSystem(QObject *parent)
    : QObject(parent), listener_(new QTcpServer(this)), server_(make_server(this))
{
    connect(server_, &QWebSocketServer::newConnection, this, &FakeCentralSystem::accept);
    // An own listener: only there Nagle's algorithm can be switched off.
    connect(listener_, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = listener_->nextPendingConnection()) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            server_->handleConnection(socket);
        }
    });
    listener_->listen(QHostAddress::LocalHost);
}

FakeCentralSystem::~FakeCentralSystem()
{
    for (const auto &[socket, line] : lines_)
        socket->disconnect(this);
}

QUrl FakeCentralSystem::base_url() const
{
    return QUrl(u"ws://127.0.0.1:%1/ocpp/"_s.arg(listener_->serverPort()));
}

void FakeCentralSystem::accept()
{
    QWebSocket *socket = server_->nextPendingConnection();
    socket->setParent(server_);
    const QString path = socket->requestUrl().path(QUrl::FullyDecoded);
    const QString id = path.mid(6);
    const QByteArray credentials = id.toUtf8() + ':' + passwords_[id];
    const QByteArray expected = "Basic " + credentials.toBase64();
    if (!path.startsWith("/ocpp/"_L1) || socket->request().rawHeader("Authorization") != expected)
        violations_ += u"wrong address or credentials: "_s + path;
    if (socket->subprotocol() != "ocpp1.6"_L1)
        violations_ += u"no subprotocol ocpp1.6"_s;
    lines_[socket] = {id, socket, ++connections_, false, {}};
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString &text) { take(socket, text); });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        lines_.erase(socket);
        socket->deleteLater();
    });
}

void FakeCentralSystem::take(QWebSocket *socket, const QString &text)
{
    const auto found = lines_.find(socket);
    if (found == lines_.end())
        return;
    const QJsonArray frame = QJsonDocument::fromJson(text.toUtf8()).array();
    const int type = frame.at(0).toInt();
    if (type == 2 && frame.size() == 4 && frame.at(1).isString() && frame.at(2).isString() && frame.at(3).isObject()) {
        take_call(found->second, frame);
    } else if ((type == 3 && frame.size() == 3) || (type == 4 && frame.size() == 5)) {
        answers_.push_back(frame);
        Q_EMIT answered();
    } else {
        violations_ += u"not an OCPP-J frame: "_s + text;
    }
}

void FakeCentralSystem::take_call(Line &line, const QJsonArray &frame)
{
    const ReceivedCall call{line.id, frame.at(1).toString(), frame.at(2).toString(), frame.at(3).toObject(),
                            line.number};
    if (std::exchange(line.is_busy, true))
        violations_ += u"a second CALL before the answer: "_s + call.action;
    if (call.message_id.isEmpty() || call.message_id.size() > 36)
        violations_ += u"message id: "_s + call.message_id;
    const auto [earlier, is_new] = by_message_.try_emplace({line.id, call.message_id}, calls_.size());
    const ReceivedCall &first = is_new ? call : calls_[earlier->second];
    if (first.action != call.action || first.payload != call.payload)
        violations_ += u"message id used twice: "_s + call.message_id;
    if (call.action != "BootNotification"_L1 && !booted_.contains(line.id))
        violations_ += call.action + u" before an accepted boot"_s;
    violations_ += check_call(call.action, call.payload);
    calls_.push_back(call);
    Q_EMIT received(call);
    if (cutting_.remove(call.action)) {
        line.socket->abort();
        return;
    }
    // Late enough that an impatient client would already have sent the next.
    QTimer::singleShot(1, this, [this, socket = QPointer<QWebSocket>(line.socket), call] {
        if (socket && lines_.count(socket) > 0)
            reply(socket, call);
    });
}

void FakeCentralSystem::reply(QWebSocket *socket, const ReceivedCall &call)
{
    lines_[socket].is_busy = false;
    if (failing_[call.action] > 0) {
        --failing_[call.action];
        socket->sendTextMessage(frame_text({4, call.message_id, u"InternalError"_s, u"asked for"_s, QJsonObject()}));
        return;
    }
    const std::optional<QJsonObject> special = answer_ ? answer_(call) : std::nullopt;
    const QJsonObject payload = special ? *special : friendly(call);
    if (call.action == "BootNotification"_L1 && payload["status"_L1].toString() == "Accepted"_L1)
        booted_.insert(call.charge_point_id);
    socket->sendTextMessage(frame_text({3, call.message_id, payload}));
}

QJsonObject FakeCentralSystem::friendly(const ReceivedCall &call)
{
    const QJsonObject accepted{{u"status"_s, u"Accepted"_s}};
    if (call.action == "BootNotification"_L1)
        return {{u"status"_s, u"Accepted"_s}, {u"currentTime"_s, u"2026-01-01T00:00:00Z"_s}, {u"interval"_s, 300}};
    if (call.action == "Heartbeat"_L1)
        return {{u"currentTime"_s, u"2026-01-01T00:00:00Z"_s}};
    if (call.action == "Authorize"_L1 || call.action == "StopTransaction"_L1)
        return {{u"idTagInfo"_s, accepted}};
    if (call.action == "StartTransaction"_L1) {
        // Sent again, it is the same transaction.
        int &transaction = transaction_of_start_[call.charge_point_id % u' ' % call.message_id];
        if (transaction == 0)
            transaction = ++next_transaction_;
        return {{u"idTagInfo"_s, accepted}, {u"transactionId"_s, transaction}};
    }
    return {};
}

FakeCentralSystem::Line *FakeCentralSystem::line_of(const QString &charge_point_id)
{
    for (auto &[socket, line] : lines_) {
        if (line.id == charge_point_id)
            return &line;
    }
    return nullptr;
}

bool FakeCentralSystem::call(const QString &charge_point_id, const QString &action, const QJsonObject &payload)
{
    Line *line = line_of(charge_point_id);
    if (!line)
        return false;
    const QString id = u"cs-%1"_s.arg(++next_message_);
    line->socket->sendTextMessage(frame_text({2, id, action, payload}));
    return true;
}

void FakeCentralSystem::send_raw(const QString &charge_point_id, const QString &text)
{
    if (Line *line = line_of(charge_point_id))
        line->socket->sendTextMessage(text);
}

void FakeCentralSystem::drop(const QString &charge_point_id)
{
    if (Line *line = line_of(charge_point_id))
        line->socket->abort();
}

std::vector<ReceivedCall> FakeCentralSystem::calls(const QString &action) const
{
    std::vector<ReceivedCall> found;
    for (const ReceivedCall &call : calls_) {
        if (action.isEmpty() || call.action == action)
            found.push_back(call);
    }
    return found;
}

}  // namespace aftercharge::test
