// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include "app/sim/seeded_random.h"
#include "models/domain/time.h"

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace aftercharge::sim {

// How a call behaves when the connection is away.
enum class Delivery {
    Once,  // fails at once
    Kept,  // waits, in order, and is sent again until it is answered (transaction messages)
    Boot,  // like Once, but may be sent before the central system has accepted the charge point
};

struct ClientOptions {
    QUrl url;  // with the charge point's id
    QString user;
    QByteArray password;
    Duration reconnect_first{1000};
    Duration reconnect_max{60000};
    Duration call_timeout{30000};
    Duration retry_interval{1000};  // times the attempt, after a CALLERROR to a kept message
    int attempts = 3;               // then a kept message is discarded, as 1.6 says
};

// `accepted`: a CALLRESULT came. Otherwise error_code is what the CALLERROR said, or "Offline",
// "Timeout".
struct CallReply {
    bool accepted = false;
    QJsonObject payload;
    QString error_code;
    QString error_text;
};

// The OCPP 1.6J line of one charge point: one outstanding CALL, a queue behind it that
// survives lost connections, answers to the central system's calls. Reconnects by itself
// with doubling, jittered waits until close() or drop().
class Ocpp16Client : public QObject {
    Q_OBJECT
public:
    // Made when the message is sent, not when it is queued: the transaction id of a session
    // that began offline is not known before.
    using Payload = std::function<QJsonObject()>;
    using Reply = std::function<void(const CallReply &)>;
    using Handler = std::function<QJsonObject(const QJsonObject &)>;

    Ocpp16Client(ClientOptions options, std::uint64_t seed, QObject *parent = nullptr);
    ~Ocpp16Client() override;

    void open();
    // Says goodbye and stays away.
    void close();
    // The line is dead at once, without a closing handshake, until open().
    void drop();
    bool is_connected() const { return connected_; }

    // Nothing but Boot calls is sent before the central system has accepted the charge point.
    void set_registered(bool registered);

    void call(const QString &action, Payload payload, Delivery delivery, Reply reply = {});
    void set_handler(const QString &action, Handler handler) { handlers_[action] = std::move(handler); }

    // Messages that wait or are under way.
    std::size_t queued() const { return queue_.size() + (outstanding_ ? 1 : 0); }

Q_SIGNALS:
    void connected();
    void disconnected();
    // A connection attempt failed; `status` is HTTP's (404, 401), 0 if none came.
    void connectionFailed(int status, const QString &text);
    // A kept message was given up.
    void discarded(const QString &action, const QString &error);

private:
    struct Message {
        QString id;
        QString action;
        Payload payload;
        Delivery delivery = Delivery::Once;
        Reply reply;
        int attempts = 0;
    };

    void connect_now();
    void drop_socket();
    void connection_lost();
    void schedule_reconnect();
    void pump();
    void send(const QJsonArray &frame);
    void receive(const QString &text);
    void take_call(const QJsonArray &frame);
    void take_answer(const QJsonArray &frame);
    void finish(Message message, const CallReply &reply);
    void fail_unkept();
    void call_timed_out();
    QString next_id();

    ClientOptions options_;
    SeededRandom random_;
    QWebSocket *socket_ = nullptr;
    QTimer reconnect_timer_;
    QTimer call_timer_;
    QTimer retry_timer_;
    bool wanted_ = false;
    bool connected_ = false;
    bool registered_ = false;
    int failures_ = 0;
    std::optional<Message> outstanding_;
    std::deque<Message> queue_;
    std::map<QString, Handler> handlers_;
};

}  // namespace aftercharge::sim
