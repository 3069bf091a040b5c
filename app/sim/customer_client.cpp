// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/customer_client.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace aftercharge::sim {
namespace {

QString first_text(const QJsonObject &object, std::initializer_list<QLatin1String> keys)
{
    for (const QLatin1String key : keys) {
        if (object[key].isString())
            return object[key].toString();
    }
    return {};
}

// A frame holds one object or a list of them.
QJsonArray listed(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    const QJsonObject object = value.toObject();
    if (object["sessions"_L1].isArray())
        return object["sessions"_L1].toArray();
    return object.isEmpty() ? QJsonArray() : QJsonArray{object};
}

}  // namespace

CustomerClient::CustomerClient(QUrl url, QByteArray token, QObject *parent)
    : QObject(parent), url_(std::move(url)), token_(std::move(token))
{
    reconnect_.setSingleShot(true);
    complaint_delay_.setSingleShot(true);
    connect(&reconnect_, &QTimer::timeout, this, &CustomerClient::connect_now);
    connect(&complaint_delay_, &QTimer::timeout, this, &CustomerClient::send_complaint);
}

void CustomerClient::open()
{
    connect_now();
}

void CustomerClient::connect_now()
{
    if (socket_) {
        socket_->disconnect(this);
        socket_->deleteLater();
    }
    socket_ = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    socket_->setProxy(QNetworkProxy::NoProxy);
    connect(socket_, &QWebSocket::connected, this, [this] {
        has_been_connected_ = is_connected_ = true;
        failures_ = 0;
        // The snapshot names the order; a token of an order that is over may have none.
        if (complaint_)
            complaint_delay_.start(1s);
    });
    connect(socket_, &QWebSocket::textMessageReceived, this, &CustomerClient::receive);
    connect(socket_, &QWebSocket::disconnected, this, [this] {
        // Of an attempt that failed the error tells more.
        if (is_connected_)
            lost(socket_->closeReason());
    });
    connect(socket_, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this] { lost(socket_->errorString()); });
    QNetworkRequest request(url_);
    request.setRawHeader("Authorization", "Bearer " + token_);
    socket_->open(request);
}

void CustomerClient::lost(const QString &text)
{
    if (reconnect_.isActive() || is_over_)
        return;
    is_connected_ = false;
    const bool no_right = text.contains("401"_L1) || text.contains("403"_L1);
    const bool is_final = !has_been_connected_ || no_right;
    is_over_ = is_final;
    if (!is_final)
        reconnect_.start(std::min(30s, std::chrono::seconds(1 << std::min(failures_++, 5))));
    Q_EMIT connectionLost({no_right ? ErrorCode::TokenInvalid : ErrorCode::NetworkUnreachable, text.toStdString()},
                          is_final);
}

void CustomerClient::complain(Complaint complaint)
{
    complaint_ = std::move(complaint);
    if (is_connected_)
        send_complaint();
}

void CustomerClient::take_order(const QJsonObject &object)
{
    const QString order_no = object["order_no"_L1].toString();
    if (!order_no.isEmpty())
        order_no_ = order_no;
    if (complaint_ && !order_no_.isEmpty())
        send_complaint();
}

void CustomerClient::send_complaint()
{
    if (!complaint_ || !is_connected_)
        return;
    const Complaint complaint = *std::exchange(complaint_, std::nullopt);
    complaint_delay_.stop();
    const QJsonObject ticket{{u"kind"_s, complaint.kind},
                             {u"order_no"_s, complaint.order_no.isEmpty() ? order_no_ : complaint.order_no},
                             {u"shipment_no"_s, complaint.shipment_no},
                             {u"reason"_s, complaint.reason},
                             {u"text"_s, complaint.text},
                             {u"evidence"_s, complaint.evidence}};
    awaits_ticket_ = true;
    socket_->sendTextMessage(
        QString::fromUtf8(QJsonDocument(QJsonObject{{u"ticket"_s, ticket}}).toJson(QJsonDocument::Compact)));
}

void CustomerClient::receive(const QString &text)
{
    const QByteArray json = text.toUtf8();
    Q_EMIT frameReceived(json);
    const QJsonObject frame = QJsonDocument::fromJson(json).object();
    take_order(frame["hello"_L1].toObject());
    for (const QLatin1String key : {"snapshot"_L1, "samples"_L1}) {
        for (const QJsonValue &value : listed(frame[key])) {
            take_order(value.toObject());
            Q_EMIT sampleReceived(value.toObject());
        }
    }
    for (const QJsonValue &value : listed(frame["session"_L1])) {
        take_order(value.toObject());
        Q_EMIT sessionChanged(value.toObject());
    }
    if (frame.contains("notice"_L1))
        Q_EMIT noticeReceived(frame["notice"_L1].toObject());
    if (frame.contains("error"_L1)) {
        const QJsonObject error = frame["error"_L1].toObject();
        Q_EMIT refused(first_text(error, {"code"_L1}), first_text(error, {"detail"_L1, "text"_L1}));
    }
    const QJsonValue ticket = frame["ticket"_L1];
    const QString ticket_no = ticket.isString()
                                  ? ticket.toString()
                                  : first_text(ticket.toObject(), {"ticket_no"_L1, "ticket_id"_L1, "no"_L1, "id"_L1});
    if (awaits_ticket_ && !ticket_no.isEmpty()) {
        awaits_ticket_ = false;
        Q_EMIT ticketOpened(ticket_no);
    }
}

}  // namespace aftercharge::sim
