// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/connection.h"

#include <algorithm>

#include <QTcpSocket>

#include "models/gateway/ocpp16/encode.h"
#include "models/gateway/ocpp16/log.h"

namespace aftercharge::ocpp16 {
namespace {

// A peer that asks and never reads its answers.
constexpr qint64 max_unread_bytes = 4 * 1024 * 1024;
constexpr qint64 held_back_bytes = 16 * 1024;

std::string message_prefix(std::uint64_t connection)
{
    return QByteArray::number(static_cast<qulonglong>(connection), 16).toStdString() + '-';
}

}  // namespace

Connection::Connection(ServerCore &core, ConnectionEvents &events, std::uint64_t number, ChargePointId charge_point_id,
                       QWebSocket *web_socket, QTcpSocket *tcp_socket, QObject *parent)
    : QObject(parent), core_(core), events_(events), number_(number), charge_point_id_(std::move(charge_point_id)),
      web_socket_(web_socket), tcp_socket_(tcp_socket),
      commands_(
          message_prefix(number), core.options.command_timeout_ms,
          [this](const std::string &frame) {
              core_.counters.commands_sent.fetch_add(1, std::memory_order_relaxed);
              write(frame);
          },
          nullptr)
{
    const auto max_bytes = static_cast<quint64>(core_.options.max_frame_bytes);
    web_socket_->setParent(this);
    web_socket_->setMaxAllowedIncomingFrameSize(max_bytes);
    web_socket_->setMaxAllowedIncomingMessageSize(max_bytes);
    connect(web_socket_, &QWebSocket::textMessageReceived, this, &Connection::text_received);
    connect(web_socket_, &QWebSocket::binaryMessageReceived, this,
            [this] { close(QWebSocketProtocol::CloseCodeDatatypeNotSupported, "binary message"); });
    connect(web_socket_, &QWebSocket::pong, this, [this] { heard_.start(); });
    connect(web_socket_, &QWebSocket::disconnected, this, [this] {
        const std::string reason = web_socket_->closeReason().toStdString();
        end("closed with " + std::to_string(web_socket_->closeCode()) + (reason.empty() ? reason : ": " + reason));
    });
    heard_.start();
}

Connection::~Connection()
{
    ended_ = true;
    commands_.fail_all({ErrorCode::ChargePointOffline, charge_point_id_.text()});
    if (tcp_socket_) {
        tcp_socket_->blockSignals(false);
        tcp_socket_->abort();
        tcp_socket_->deleteLater();
    }
}

void Connection::text_received(const QString &text)
{
    if (ended_ || stopped_reading_)
        return;
    heard_.start();
    std::string raw = text.toStdString();
    const UtcTime received_at = core_.clock.now();
    Message message = decode_message(raw, received_at);
    std::visit([&](auto &&m) { take(std::move(m), std::move(raw), received_at); }, std::move(message));
}

chargepoint::Inbound Connection::inbound(std::string message_id, chargepoint::Body body, std::string raw,
                                         UtcTime received_at)
{
    return {charge_point_id_, {number_, std::move(message_id)}, received_at, std::move(body), {}, std::move(raw)};
}

void Connection::take(CallMessage &&message, std::string raw, UtcTime received_at)
{
    core_.counters.messages_received.fetch_add(1, std::memory_order_relaxed);
    unanswered_.push_back(message.message_id);
    auto request = inbound(std::move(message.message_id), std::move(message.body), std::move(raw), received_at);
    request.suspicions = std::move(message.suspicions);
    if (unanswered_.size() >= static_cast<std::size_t>(core_.options.max_unanswered))
        hold_back();
    events_.received(std::move(request));
}

void Connection::take(DefectMessage &&message, std::string raw, UtcTime received_at)
{
    core_.counters.messages_malformed.fetch_add(1, std::memory_order_relaxed);
    qCInfo(ocpp_log) << charge_point_id_.text().c_str() << message.report.action.c_str() << message.report.why.c_str();
    if (!message.reply.empty())
        write(message.reply);
    events_.received(inbound(std::move(message.message_id), std::move(message.report), std::move(raw), received_at));
}

void Connection::take(ResultMessage &&message, std::string, UtcTime)
{
    if (!commands_.take_result(message.message_id, message.status))
        qCInfo(ocpp_log) << charge_point_id_.text().c_str() << "answers nothing that was asked";
}

void Connection::take(ErrorMessage &&message, std::string, UtcTime)
{
    if (!commands_.take_error(message.message_id, message.code, message.text))
        qCInfo(ocpp_log) << charge_point_id_.text().c_str() << "reports" << message.code.c_str();
}

void Connection::answer(const chargepoint::Answer &answer)
{
    const auto asked = std::find(unanswered_.begin(), unanswered_.end(), answer.to.message_id);
    if (ended_ || asked == unanswered_.end()) {
        core_.counters.answers_dropped.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    unanswered_.erase(asked);
    write(encode_answer(answer));
    core_.counters.messages_answered.fetch_add(1, std::memory_order_relaxed);
    if (std::holds_alternative<chargepoint::BootAnswer>(answer.body) && core_.options.configure_on_boot)
        core_.configurator.configure(charge_point_id_);
    // Half, so that reading does not stutter one message at a time.
    if (held_back_ && unanswered_.size() <= static_cast<std::size_t>(core_.options.max_unanswered) / 2)
        resume_reading();
}

void Connection::command(chargepoint::Command command, CommandQueue::Done done)
{
    commands_.push(std::move(command), std::move(done));
}

void Connection::write(const std::string &frame)
{
    if (ended_)
        return;
    web_socket_->sendTextMessage(QString::fromStdString(frame));
    if (web_socket_->bytesToWrite() > max_unread_bytes)
        QMetaObject::invokeMethod(
            this, [this] { close(QWebSocketProtocol::CloseCodePolicyViolated, "does not read"); },
            Qt::QueuedConnection);
}

void Connection::tick()
{
    if (held_back_)  // its pongs are not read either
        return;
    if (heard_.hasExpired(core_.options.idle_timeout_ms)) {
        close(QWebSocketProtocol::CloseCodeGoingAway, "silent");
        return;
    }
    web_socket_->ping();
}

// QWebSocket reads whenever its socket says that it may; a socket that says nothing and whose
// buffer is bounded fills that, then the kernel's, and TCP holds the sender back.
void Connection::hold_back()
{
    if (held_back_ || !tcp_socket_)
        return;
    held_back_ = true;
    tcp_socket_->blockSignals(true);
    tcp_socket_->setReadBufferSize(tcp_socket_->bytesAvailable() + held_back_bytes);
    qCInfo(ocpp_log) << charge_point_id_.text().c_str() << "held back";
}

void Connection::resume_reading()
{
    if (stopped_reading_ || !tcp_socket_)
        return;
    held_back_ = false;
    heard_.start();
    tcp_socket_->blockSignals(false);
    tcp_socket_->setReadBufferSize(0);
    tcp_socket_->flush();  // TLS: decrypts what was left when its buffer was full
    if (tcp_socket_->state() != QAbstractSocket::ConnectedState && tcp_socket_->bytesAvailable() == 0) {
        end("lost while held back");  // its own signal was among the blocked
        return;
    }
    Q_EMIT tcp_socket_->readyRead();
}

void Connection::stop_reading()
{
    hold_back();
    stopped_reading_ = true;
}

void Connection::close(QWebSocketProtocol::CloseCode code, const std::string &why)
{
    if (ended_)
        return;
    if (tcp_socket_)
        tcp_socket_->blockSignals(false);
    ended_ = true;
    if (tcp_socket_)
        parting_ = std::make_unique<Parting>(
            *tcp_socket_, [this] { events_.parted(*this); }, nullptr);
    web_socket_->close(code, QString::fromStdString(why).left(100));
    if (parting_ && tcp_socket_)
        parting_->begin(*tcp_socket_);
    ended_ = false;
    end(why);
}

void Connection::end(std::string why)
{
    if (std::exchange(ended_, true))
        return;
    commands_.fail_all({ErrorCode::ChargePointOffline, charge_point_id_.text()});
    events_.ended(*this, std::move(why));
}

}  // namespace aftercharge::ocpp16
