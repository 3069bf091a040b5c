// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include "models/domain/error.h"

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace aftercharge::sim {

// What a customer files, in the fields of the customer channel.
struct Complaint {
    QString order_no;  // empty: the order of the token, once it is known
    QString reason;
    QString text;
    QString kind = QStringLiteral("CHARGING_COMPLAINT");
    QString shipment_no = {};  // of a goods order
    QJsonArray evidence = {};  // of {"name","media_type","base64"}
};

// The customer channel from the customer's side: one order's progress in, a complaint out.
// Reconnects by itself once it has been connected.
class CustomerClient : public QObject {
    Q_OBJECT
public:
    CustomerClient(QUrl url, QByteArray token, QObject *parent = nullptr);

    void open();
    // Sent once, as soon as the channel has said hello (and named the order).
    void complain(Complaint complaint);

Q_SIGNALS:
    // Every frame as it came.
    void frameReceived(const QByteArray &json);
    // The order's newest sample: fields as in the live feed.
    void sampleReceived(const QJsonObject &sample);
    // started, stopped, settled …
    void sessionChanged(const QJsonObject &session);
    void ticketOpened(const QString &ticket_no);
    void noticeReceived(const QJsonObject &notice);
    // The channel said no to something we sent.
    void refused(const QString &code, const QString &detail);
    // Before the first hello: it will not come. Afterwards: it is tried again.
    void connectionLost(const aftercharge::Error &error, bool is_final);

private:
    void connect_now();
    void receive(const QString &text);
    void take_order(const QJsonObject &object);
    void send_complaint();
    void lost(const QString &text);

    QUrl url_;
    QByteArray token_;
    QWebSocket *socket_ = nullptr;
    QTimer reconnect_;
    QTimer complaint_delay_;
    bool has_been_connected_ = false;
    bool is_connected_ = false;
    bool is_over_ = false;
    int failures_ = 0;
    QString order_no_;
    std::optional<Complaint> complaint_;
    bool awaits_ticket_ = false;
};

}  // namespace aftercharge::sim
