// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/pipelining_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QWebSocketHandshakeOptions>

namespace aftercharge {
namespace {

QString text(const char *words)
{
    return QString::fromLatin1(words);
}

}  // namespace

PipeliningClient::PipeliningClient(QString id, QString password, QString id_tag, quint16 port, std::int64_t meter_start)
    : id_(std::move(id)), id_tag_(std::move(id_tag)), register_(meter_start)
{
    connect(&socket_, &QWebSocket::textMessageReceived, this, &PipeliningClient::on_text);
    connect(&socket_, &QWebSocket::disconnected, this, [this] {
        is_closed_ = true;
        Q_EMIT cut_off();
    });
    connect(&socket_, &QWebSocket::connected, this, [this] {
        boot_id_ = send("BootNotification",
                        {{text("chargePointVendor"), text("Test")}, {text("chargePointModel"), text("Pipelining")}});
    });
    QNetworkRequest request(QUrl(text("ws://127.0.0.1:%1/ocpp/%2").arg(port).arg(id_)));
    request.setRawHeader("Authorization", "Basic " + (id_ + QLatin1Char(':') + password).toUtf8().toBase64());
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({text("ocpp1.6")});
    socket_.open(request, options);
}

QString PipeliningClient::send(const char *action, const QJsonObject &payload)
{
    const QString message_id = QString::number(++messages_);
    const QJsonArray frame{2, message_id, text(action), payload};
    socket_.sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    return message_id;
}

void PipeliningClient::on_text(const QString &message)
{
    const QJsonArray frame = QJsonDocument::fromJson(message.toUtf8()).array();
    const QString message_id = frame.at(1).toString();
    if (frame.at(0).toInt() == 2) {
        // Configuration and whatever else: accepted.
        const QJsonArray accepted{3, message_id, QJsonObject{{text("status"), text("Accepted")}}};
        socket_.sendTextMessage(QString::fromUtf8(QJsonDocument(accepted).toJson(QJsonDocument::Compact)));
        return;
    }
    if (frame.at(0).toInt() == 4)
        complaints_ << message;
    else if (message_id == boot_id_)
        start_id_ = send("StartTransaction", {{text("connectorId"), 1},
                                              {text("idTag"), id_tag_},
                                              {text("meterStart"), qint64{register_}},
                                              {text("timestamp"), next_time().second}});
    else if (message_id == start_id_)
        transaction_id_ = frame.at(2).toObject().value(text("transactionId")).toInteger();
    else if (message_id == stop_id_)
        is_stop_answered_ = true;
    else if (const auto report = waiting_.extract(message_id))
        answered_.insert(report.mapped());
    else
        complaints_ << text("answers nothing: ") + message;
    go_on();
}

void PipeliningClient::go_on()
{
    while (is_running() && !has_sent_stop() && waiting_.size() < window)
        send_report();
}

void PipeliningClient::send_report()
{
    register_ += 3;
    const auto [at, at_text] = next_time();
    const QJsonObject value{{text("value"), QString::number(register_)},
                            {text("measurand"), text("Energy.Active.Import.Register")},
                            {text("unit"), text("Wh")}};
    const QJsonObject report{{text("timestamp"), at_text}, {text("sampledValue"), QJsonArray{value}}};
    waiting_[send("MeterValues", {{text("connectorId"), 1},
                                  {text("transactionId"), qint64{transaction_id_}},
                                  {text("meterValue"), QJsonArray{report}}})] = {at, register_};
}

void PipeliningClient::stop()
{
    register_ += 3;
    stop_id_ = send("StopTransaction", {{text("transactionId"), qint64{transaction_id_}},
                                        {text("meterStop"), qint64{register_}},
                                        {text("timestamp"), next_time().second},
                                        {text("reason"), text("Local")}});
}

// Never the same instant twice.
std::pair<UtcTime, QString> PipeliningClient::next_time()
{
    const UtcTime now = std::chrono::floor<Duration>(std::chrono::system_clock::now());
    last_time_ = std::max(now, last_time_ + Duration{1});
    return {last_time_, QString::fromStdString(to_iso8601(last_time_))};
}

}  // namespace aftercharge
