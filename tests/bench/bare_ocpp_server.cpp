// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_ocpp_server.h"

#include <cmath>
#include <cstdio>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include "app/daemon/stop_signal.h"

namespace aftercharge::bench {
namespace {

QString accepted(const QString &id, const QJsonObject &payload)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{3, id, payload}).toJson(QJsonDocument::Compact));
}

void put_value(Reading &reading, const QJsonObject &sampled)
{
    const QString measurand = sampled[QStringLiteral("measurand")].toString();
    const double value = sampled[QStringLiteral("value")].toString().toDouble();
    const auto whole = [&](double factor) { return static_cast<std::int64_t>(std::llround(value * factor)); };
    if (measurand == QLatin1StringView("Voltage"))
        reading.voltage = VoltageMv{whole(1000)};
    else if (measurand == QLatin1StringView("Current.Import"))
        reading.current = CurrentMa{whole(1000)};
    else if (measurand == QLatin1StringView("Power.Active.Import"))
        reading.power = PowerW{whole(1)};
    else if (measurand == QLatin1StringView("SoC"))
        reading.soc = SocPermille{whole(10)};
    else if (measurand == QLatin1StringView("Energy.Active.Import.Register"))
        reading.register_wh = EnergyWh{whole(1)};
}

}  // namespace

BareOcppServer::BareOcppServer(BareSamples &samples)
    : samples_(samples), server_(QStringLiteral("bare"), QWebSocketServer::NonSecureMode)
{
    server_.setSupportedSubprotocols({QStringLiteral("ocpp1.6")});
    server_.setMaxPendingConnections(1000);
    turn_over_.setSingleShot(true);
    turn_over_.setInterval(0);
    connect(&turn_over_, &QTimer::timeout, this, &BareOcppServer::commit);
    connect(&server_, &QWebSocketServer::newConnection, this, &BareOcppServer::accept);
}

quint16 BareOcppServer::listen()
{
    return server_.listen(QHostAddress::LocalHost) ? server_.serverPort() : quint16{0};
}

void BareOcppServer::accept()
{
    while (QWebSocket *socket = server_.nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this, socket](const QString &text) { take(*socket, text); });
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void BareOcppServer::take(QWebSocket &socket, const QString &text)
{
    const QJsonArray frame = QJsonDocument::fromJson(text.toUtf8()).array();
    const QString id = frame.at(1).toString();
    const QString action = frame.at(2).toString();
    if (action == QLatin1StringView("MeterValues"))
        return take_meter_values(socket, id, frame.at(3).toObject());
    QJsonObject payload;
    const QJsonObject tag{{QStringLiteral("status"), QStringLiteral("Accepted")}};
    if (action == QLatin1StringView("BootNotification"))
        payload = {{QStringLiteral("status"), QStringLiteral("Accepted")},
                   {QStringLiteral("currentTime"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                   {QStringLiteral("interval"), 300}};
    else if (action == QLatin1StringView("StartTransaction"))
        payload = {{QStringLiteral("transactionId"), static_cast<qint64>(++transactions_)},
                   {QStringLiteral("idTagInfo"), tag}};
    socket.sendTextMessage(accepted(id, payload));
}

void BareOcppServer::take_meter_values(QWebSocket &socket, const QString &id, const QJsonObject &payload)
{
    const std::int64_t transaction = payload[QStringLiteral("transactionId")].toInteger();
    for (const QJsonValue &entry : payload[QStringLiteral("meterValue")].toArray()) {
        const QJsonObject value = entry.toObject();
        Reading reading;
        const QDateTime at = QDateTime::fromString(value[QStringLiteral("timestamp")].toString(), Qt::ISODateWithMs);
        reading.at = UtcTime{Duration{at.toMSecsSinceEpoch()}};
        for (const QJsonValue &sampled : value[QStringLiteral("sampledValue")].toArray())
            put_value(reading, sampled.toObject());
        gathered_.emplace_back(transaction, reading);
    }
    waiting_.push_back({&socket, accepted(id, {})});
    if (!turn_over_.isActive())
        turn_over_.start();
}

void BareOcppServer::commit()
{
    bool good = samples_.begin();
    for (const auto &[transaction, reading] : gathered_)
        good = good && samples_.insert(transaction, reading);
    good = good && samples_.commit();
    if (!good)
        qFatal("the bare server could not store its samples");
    for (const Waiting &waiting : waiting_) {
        if (waiting.socket)
            waiting.socket->sendTextMessage(waiting.answer);
    }
    gathered_.clear();
    waiting_.clear();
}

int run_bare_ocpp_server(const std::filesystem::path &file)
{
    auto samples = BareSamples::make(file);
    if (!samples) {
        std::fprintf(stderr, "%s\n", to_line(samples.error()).c_str());
        return 3;
    }
    BareOcppServer server(**samples);
    const quint16 port = server.listen();
    if (port == 0)
        return 3;
    StopSignal stop([] { QCoreApplication::quit(); });
    std::printf("ready %d\n", port);
    std::fflush(stdout);
    return QCoreApplication::exec();
}

}  // namespace aftercharge::bench
