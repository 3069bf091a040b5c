// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/ocpp16_client.h"

#include <algorithm>

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;

namespace aftercharge::sim {
namespace {

constexpr int call_type = 2;
constexpr int result_type = 3;
constexpr int error_type = 4;

// QWebSocket tells the HTTP status of a refused handshake in words only.
int status_of(const QString &text)
{
    static const QRegularExpression code(u"\\b([345]\\d\\d)\\b"_s);
    const QRegularExpressionMatch match = code.match(text);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

}  // namespace

Ocpp16Client::Ocpp16Client(ClientOptions options, std::uint64_t seed, QObject *parent)
    : QObject(parent), options_(std::move(options)), random_(seed)
{
    for (QTimer *timer : {&reconnect_timer_, &call_timer_, &retry_timer_})
        timer->setSingleShot(true);
    connect(&reconnect_timer_, &QTimer::timeout, this, &Ocpp16Client::connect_now);
    connect(&call_timer_, &QTimer::timeout, this, &Ocpp16Client::call_timed_out);
    connect(&retry_timer_, &QTimer::timeout, this, &Ocpp16Client::pump);
}

Ocpp16Client::~Ocpp16Client()
{
    drop_socket();
}

void Ocpp16Client::open()
{
    wanted_ = true;
    failures_ = 0;
    reconnect_timer_.stop();
    if (!socket_)
        connect_now();
}

void Ocpp16Client::close()
{
    wanted_ = false;
    reconnect_timer_.stop();
    if (socket_)
        socket_->close();
}

void Ocpp16Client::drop()
{
    wanted_ = false;
    reconnect_timer_.stop();
    drop_socket();
    connection_lost();
}

void Ocpp16Client::drop_socket()
{
    if (!socket_)
        return;
    socket_->disconnect(this);
    socket_->abort();
    socket_->deleteLater();
    socket_ = nullptr;
}

void Ocpp16Client::connect_now()
{
    drop_socket();
    socket_ = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    socket_->setProxy(QNetworkProxy::NoProxy);
    connect(socket_, &QWebSocket::connected, this, [this] {
        if (socket_->subprotocol() != "ocpp1.6"_L1) {
            Q_EMIT connectionFailed(0, u"the central system does not speak ocpp1.6"_s);
            socket_->close();
            return;
        }
        // An answer must not wait (Nagle's algorithm) for the acknowledgement of a CALL before it.
        if (auto *tcp = socket_->findChild<QTcpSocket *>())
            tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connected_ = true;
        Q_EMIT connected();
        pump();
    });
    connect(socket_, &QWebSocket::textMessageReceived, this, &Ocpp16Client::receive);
    connect(socket_, &QWebSocket::disconnected, this, [this] {
        connection_lost();
        schedule_reconnect();
    });
    connect(socket_, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this] {
        if (!connected_)
            Q_EMIT connectionFailed(status_of(socket_->errorString()), socket_->errorString());
        connection_lost();
        schedule_reconnect();
    });
    QNetworkRequest request(options_.url);
    const QByteArray credentials = options_.user.toUtf8() + ':' + options_.password;
    request.setRawHeader("Authorization", "Basic " + credentials.toBase64());
    QWebSocketHandshakeOptions handshake;
    handshake.setSubprotocols({u"ocpp1.6"_s});
    socket_->open(request, handshake);
}

void Ocpp16Client::connection_lost()
{
    call_timer_.stop();
    retry_timer_.stop();
    const bool was_connected = std::exchange(connected_, false);
    if (outstanding_) {
        // It may have arrived: the central system must recognise it when it comes again.
        queue_.push_front(std::move(*outstanding_));
        outstanding_.reset();
    }
    fail_unkept();
    if (was_connected)
        Q_EMIT disconnected();
}

void Ocpp16Client::fail_unkept()
{
    std::deque<Message> kept;
    std::deque<Message> failed;
    for (Message &message : queue_)
        (message.delivery == Delivery::Kept ? kept : failed).push_back(std::move(message));
    queue_ = std::move(kept);
    for (Message &message : failed)
        finish(std::move(message), {false, {}, u"Offline"_s, {}});
}

void Ocpp16Client::schedule_reconnect()
{
    if (!wanted_ || reconnect_timer_.isActive())
        return;
    const Duration doubled = options_.reconnect_first * (1 << std::min(failures_, 12));
    const Duration wait = std::min(options_.reconnect_max, doubled);
    ++failures_;
    // Half to one and a half of the wait, so that a thousand do not come back as one.
    const double jittered = static_cast<double>(wait.count()) * (0.5 + random_.unit());
    reconnect_timer_.start(std::chrono::milliseconds(static_cast<std::int64_t>(jittered)));
}

void Ocpp16Client::set_registered(bool registered)
{
    registered_ = registered;
    pump();
}

void Ocpp16Client::call(const QString &action, Payload payload, Delivery delivery, Reply reply)
{
    Message message{next_id(), action, std::move(payload), delivery, std::move(reply), 0};
    if (!connected_ && delivery != Delivery::Kept) {
        // Later, so that no caller is called back before its own call has returned.
        QMetaObject::invokeMethod(
            this,
            [this, lost = std::move(message)]() mutable {
                finish(std::move(lost), {false, {}, u"Offline"_s, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    queue_.push_back(std::move(message));
    pump();
}

void Ocpp16Client::pump()
{
    if (!connected_ || outstanding_ || retry_timer_.isActive())
        return;
    const auto next = std::find_if(queue_.begin(), queue_.end(), [this](const Message &message) {
        return registered_ || message.delivery == Delivery::Boot;
    });
    if (next == queue_.end())
        return;
    outstanding_ = std::move(*next);
    queue_.erase(next);
    ++outstanding_->attempts;
    send({call_type, outstanding_->id, outstanding_->action,
          outstanding_->payload ? outstanding_->payload() : QJsonObject()});
    call_timer_.start(options_.call_timeout);
}

void Ocpp16Client::send(const QJsonArray &frame)
{
    if (socket_ && connected_)
        socket_->sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

void Ocpp16Client::receive(const QString &text)
{
    const QJsonArray frame = QJsonDocument::fromJson(text.toUtf8()).array();
    const int type = frame.at(0).toInt();
    if (type == call_type && frame.size() == 4 && frame.at(1).isString())
        take_call(frame);
    else if ((type == result_type && frame.size() == 3) || (type == error_type && frame.size() >= 4))
        take_answer(frame);
    else if (frame.at(1).isString())
        send({error_type, frame.at(1), u"FormationViolation"_s, u"not an OCPP-J frame"_s, QJsonObject()});
}

void Ocpp16Client::take_call(const QJsonArray &frame)
{
    const auto handler = handlers_.find(frame.at(2).toString());
    if (handler == handlers_.end()) {
        send({error_type, frame.at(1), u"NotImplemented"_s, frame.at(2).toString(), QJsonObject()});
        return;
    }
    if (!frame.at(3).isObject()) {
        send({error_type, frame.at(1), u"FormationViolation"_s, u"the payload is not an object"_s, QJsonObject()});
        return;
    }
    send({result_type, frame.at(1), handler->second(frame.at(3).toObject())});
}

void Ocpp16Client::take_answer(const QJsonArray &frame)
{
    if (!outstanding_ || frame.at(1).toString() != outstanding_->id)
        return;
    call_timer_.stop();
    failures_ = 0;
    Message message = std::move(*outstanding_);
    outstanding_.reset();
    if (frame.at(0).toInt() == result_type) {
        finish(std::move(message), {true, frame.at(2).toObject(), {}, {}});
    } else if (message.delivery == Delivery::Kept && message.attempts < options_.attempts) {
        retry_timer_.start(options_.retry_interval * message.attempts);
        queue_.push_front(std::move(message));
    } else {
        if (message.delivery == Delivery::Kept)
            Q_EMIT discarded(message.action, frame.at(2).toString());
        finish(std::move(message), {false, {}, frame.at(2).toString(), frame.at(3).toString()});
    }
    pump();
}

void Ocpp16Client::call_timed_out()
{
    // No answer: the line is taken for dead. A kept message goes out again on the next one.
    if (outstanding_ && outstanding_->delivery != Delivery::Kept) {
        Message message = std::move(*outstanding_);
        outstanding_.reset();
        finish(std::move(message), {false, {}, u"Timeout"_s, {}});
    }
    drop_socket();
    connection_lost();
    schedule_reconnect();
}

void Ocpp16Client::finish(Message message, const CallReply &reply)
{
    if (message.reply)
        message.reply(reply);
}

QString Ocpp16Client::next_id()
{
    const QString digits = QString::number(random_.next(), 16) % QString::number(random_.next(), 16);
    return digits.rightJustified(32, u'0');
}

}  // namespace aftercharge::sim
