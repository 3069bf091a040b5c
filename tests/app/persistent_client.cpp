// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/persistent_client.h"

#include <QJsonDocument>
#include <QWebSocketHandshakeOptions>

namespace aftercharge {
namespace {

constexpr int retry_ms = 30;
constexpr int repeat_after = 200;
constexpr std::int64_t wh_a_report = 7;

QString text(const char *words)
{
    return QString::fromLatin1(words);
}

}  // namespace

PersistentClient::PersistentClient(QString id, QString password, QString id_tag, quint16 port)
    : id_(std::move(id)), password_(std::move(password)), id_tag_(std::move(id_tag)), port_(port)
{
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &PersistentClient::connect_again);
    connect(&socket_, &QWebSocket::connected, this, &PersistentClient::on_connected);
    connect(&socket_, &QWebSocket::disconnected, this, &PersistentClient::on_disconnected);
    connect(&socket_, &QWebSocket::textMessageReceived, this, &PersistentClient::on_text);
    connect(&socket_, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this] { retry_.start(retry_ms); });
}

void PersistentClient::connect_again()
{
    if (is_connected_ || is_done())
        return;
    QNetworkRequest request(QUrl(text("ws://127.0.0.1:%1/ocpp/%2").arg(port_).arg(id_)));
    request.setRawHeader("Authorization", "Basic " + (id_ + QLatin1Char(':') + password_).toUtf8().toBase64());
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({text("ocpp1.6")});
    socket_.open(request, options);
}

void PersistentClient::on_connected()
{
    is_connected_ = true;
    is_booting_ = true;
    message_id_ = QString::number(++messages_);
    const QJsonObject boot{{text("chargePointVendor"), text("Test")}, {text("chargePointModel"), text("Persistent")}};
    socket_.sendTextMessage(QString::fromUtf8(
        QJsonDocument(QJsonArray{2, message_id_, text("BootNotification"), boot}).toJson(QJsonDocument::Compact)));
}

void PersistentClient::on_disconnected()
{
    is_connected_ = false;
    retry_.start(retry_ms);
}

void PersistentClient::on_text(const QString &message)
{
    const QJsonArray frame = QJsonDocument::fromJson(message.toUtf8()).array();
    const int type = frame.at(0).toInt();
    if (type == 2) {
        // Configuration and whatever else: accepted.
        const QJsonObject accepted{{text("status"), text("Accepted")}};
        socket_.sendTextMessage(
            QString::fromUtf8(QJsonDocument(QJsonArray{3, frame.at(1), accepted}).toJson(QJsonDocument::Compact)));
        return;
    }
    if (frame.at(1).toString() != message_id_)
        return;
    if (type == 4 && repeats_) {
        QTimer::singleShot(repeat_after, this, [this] {
            if (is_connected_ && is_booting_)
                on_connected();
            else if (is_connected_)
                send_again();
        });
        return;
    }
    if (type == 4) {
        complaints_ << action_ + QLatin1Char(' ') + message;
        return;
    }
    if (is_booting_)
        is_booting_ = false;
    else
        take_answer(frame.at(2).toObject());
    go_on();
}

void PersistentClient::take_answer(const QJsonObject &payload)
{
    action_.clear();
    if (state_ == State::Starting) {
        transaction_id_ = payload.value(text("transactionId")).toInteger();
        if (payload.value(text("idTagInfo")).toObject().value(text("status")).toString() != text("Accepted"))
            complaints_ << text("start refused");
        state_ = State::Reporting;
    } else if (state_ == State::Reporting) {
        acknowledged_.push_back({last_time_, register_});
    } else {
        state_ = State::Done;
        socket_.close();
    }
}

void PersistentClient::go_on()
{
    if (!action_.isEmpty())
        return send_again();
    switch (state_) {
    case State::Starting:
        return send(text("StartTransaction"), {{text("connectorId"), 1},
                                               {text("idTag"), id_tag_},
                                               {text("meterStart"), qint64{meter_start}},
                                               {text("timestamp"), next_time()}});
    case State::Reporting:
        if (!is_finishing_)
            return send(text("MeterValues"), next_report());
        state_ = State::Stopping;
        register_ += wh_a_report;
        return send(text("StopTransaction"), {{text("transactionId"), qint64{transaction_id_}},
                                              {text("meterStop"), qint64{register_}},
                                              {text("timestamp"), next_time()},
                                              {text("reason"), text("Local")}});
    case State::Stopping:
    case State::Done:
        return;
    }
}

QJsonObject PersistentClient::next_report()
{
    register_ += wh_a_report;
    const QJsonObject value{{text("value"), QString::number(register_)},
                            {text("measurand"), text("Energy.Active.Import.Register")},
                            {text("unit"), text("Wh")}};
    const QJsonObject report{{text("timestamp"), next_time()}, {text("sampledValue"), QJsonArray{value}}};
    return {{text("connectorId"), 1},
            {text("transactionId"), qint64{transaction_id_}},
            {text("meterValue"), QJsonArray{report}}};
}

// Never the same instant twice.
QString PersistentClient::next_time()
{
    const auto now = std::chrono::floor<Duration>(std::chrono::system_clock::now());
    last_time_ = std::max(UtcTime{now}, last_time_ + Duration{1});
    return QString::fromStdString(to_iso8601(last_time_));
}

void PersistentClient::send(const QString &action, const QJsonObject &payload)
{
    action_ = action;
    payload_ = payload;
    message_id_ = QString::number(++messages_);
    socket_.sendTextMessage(
        QString::fromUtf8(QJsonDocument(QJsonArray{2, message_id_, action_, payload_}).toJson(QJsonDocument::Compact)));
}

void PersistentClient::send_again()
{
    ++sent_again_;
    send(action_, payload_);
}

}  // namespace aftercharge
