// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include <QElapsedTimer>
#include <QSslError>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>
#include <QtTest>

#include "models/gateway/ocpp16/ocpp16_server.h"

// What the tests of the OCPP 1.6 server share: known charge points, a sink that keeps what
// came, a clock set by hand, a server on a free port.
namespace aftercharge::ocpp16_test {

inline const ChargePointId cp1 = *ChargePointId::from_text("CP-1");

class KnownPasswords : public chargepoint::AccessCheck {
public:
    std::map<std::string, std::string, std::less<>> passwords{
        {"CP-1", "secret"}, {"CP-2", "other"}, {"CP:3+4", "colon"}};

    Verdict check(std::string_view charge_point_id, std::string_view password) const override
    {
        const auto found = passwords.find(charge_point_id);
        if (found == passwords.end())
            return Verdict::UnknownChargePoint;
        return found->second == password ? Verdict::Granted : Verdict::WrongPassword;
    }
};

class KeepingSink : public chargepoint::InboundSink {
public:
    void receive(std::vector<chargepoint::Inbound> batch) override
    {
        const std::lock_guard lock(mutex_);
        ++batches_;
        for (chargepoint::Inbound &inbound : batch)
            list_.push_back(std::move(inbound));
    }
    std::vector<chargepoint::Inbound> list() const
    {
        const std::lock_guard lock(mutex_);
        return list_;
    }
    std::size_t size() const { return list().size(); }
    std::size_t batches() const
    {
        const std::lock_guard lock(mutex_);
        return batches_;
    }
    template<typename T>
    std::vector<chargepoint::Inbound> only() const
    {
        std::vector<chargepoint::Inbound> found;
        for (chargepoint::Inbound &inbound : list()) {
            if (std::holds_alternative<T>(inbound.body))
                found.push_back(inbound);
        }
        return found;
    }

private:
    mutable std::mutex mutex_;
    std::vector<chargepoint::Inbound> list_;
    std::size_t batches_ = 0;
};

class SetClock : public Clock {
public:
    UtcTime now() const override { return UtcTime{Duration{milliseconds_.load()}}; }
    void advance(Duration by) { milliseconds_ += by.count(); }

private:
    std::atomic<std::int64_t> milliseconds_{parse_iso8601("2026-11-24T10:00:00Z")->time_since_epoch().count()};
};

using ServerOptionsEdit = std::function<void(ocpp16::ServerOptions &)>;

struct Fixture {
    explicit Fixture(ServerOptionsEdit edit = {}) : server(options(edit), access, sink, clock)
    {
        const auto listening = server.listen();
        if (!listening)
            qFatal("%s", to_line(listening.error()).c_str());
    }

    KnownPasswords access;
    KeepingSink sink;
    SetClock clock;
    ocpp16::Ocpp16Server server;

private:
    static ocpp16::ServerOptions options(const ServerOptionsEdit &edit)
    {
        ocpp16::ServerOptions options;
        options.port = 0;
        options.configure_on_boot = false;
        if (edit)
            edit(options);
        return options;
    }
};

// A charge point as a WebSocket client.
class Client {
public:
    Client(const Fixture &fixture, const QByteArray &id = "CP-1", const QByteArray &password = "secret",
           const QStringList &subprotocols = {QStringLiteral("ocpp1.6")}, const QString &scheme = QStringLiteral("ws"))
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString &text) { received << text; });
        QWebSocketHandshakeOptions options;
        options.setSubprotocols(subprotocols);
        QNetworkRequest request(QUrl(scheme + QStringLiteral("://127.0.0.1:%1/ocpp/").arg(fixture.server.port()) +
                                     QString::fromLatin1(id.toPercentEncoding())));
        request.setRawHeader("Authorization", "Basic " + QByteArray(id + ':' + password).toBase64());
        QObject::connect(&socket, &QWebSocket::sslErrors, &socket,
                         [this](const QList<QSslError> &errors) { socket.ignoreSslErrors(errors); });
        socket.open(request, options);
    }
    bool is_open()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
    }
    bool is_closed()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
    }
    bool has(qsizetype messages)
    {
        return QTest::qWaitFor([&] { return received.size() >= messages; }, 10'000);
    }
    void send(const char *text) { socket.sendTextMessage(QString::fromUtf8(text)); }

    QWebSocket socket;
    QStringList received;
};

inline chargepoint::Answer heartbeat_answer(const chargepoint::Inbound &inbound)
{
    return {inbound.reply_to, chargepoint::HeartbeatAnswer{inbound.received_at}};
}

// What `done` of a command said, from whatever thread.
class Outcome {
public:
    chargepoint::ChargePointGateway::CommandDone done()
    {
        return [this](Result<void> result) {
            const std::lock_guard lock(mutex_);
            text_ = result ? QStringLiteral("ok") : QString::fromStdString(to_line(result.error()));
            ++calls_;
        };
    }
    bool is_there()
    {
        return QTest::qWaitFor([this] { return calls() > 0; });
    }
    int calls() const
    {
        const std::lock_guard lock(mutex_);
        return calls_;
    }
    QString text() const
    {
        const std::lock_guard lock(mutex_);
        return text_;
    }

private:
    mutable std::mutex mutex_;
    QString text_;
    int calls_ = 0;
};

inline QString heartbeat(int number)
{
    return QStringLiteral("[2,\"h%1\",\"Heartbeat\",{}]").arg(number);
}

inline QString id_of(const QString &frame)
{
    return frame.section(u'"', 1, 1);
}

inline std::vector<chargepoint::Answer> answers_to(const std::vector<chargepoint::Inbound> &list)
{
    std::vector<chargepoint::Answer> answers;
    for (const chargepoint::Inbound &inbound : list)
        answers.push_back(heartbeat_answer(inbound));
    return answers;
}

// Connects, asks one heartbeat, and waits until the sink has it; it is not answered yet.
inline bool has_asked(const Fixture &fixture, Client &client)
{
    if (!client.is_open())
        return false;
    client.socket.sendTextMessage(heartbeat(1));
    return QTest::qWaitFor([&] { return fixture.sink.only<chargepoint::HeartbeatReport>().size() == 1; });
}

// Answers each heartbeat as it comes until the client has heard `count` answers.
inline bool answers_all(Fixture &fixture, const Client &client, qsizetype count, int timeout_ms)
{
    std::size_t answered = 0;
    return QTest::qWaitFor(
        [&] {
            const auto asked = fixture.sink.only<chargepoint::HeartbeatReport>();
            fixture.server.answer(answers_to({asked.begin() + static_cast<std::ptrdiff_t>(answered), asked.end()}));
            answered = asked.size();
            return client.received.size() == count;
        },
        timeout_ms);
}

// Sends `count` heartbeats, far more than the buffers on the way hold, and answers none: how
// many the server has read after a while.
inline std::size_t read_unanswered(const Fixture &fixture, Client &client, int count)
{
    const QString filler(500, u'x');
    for (int i = 0; i < count; ++i)
        client.socket.sendTextMessage(QStringLiteral("[2,\"h%1\",\"Heartbeat\",{\"%2\":1}]").arg(i).arg(filler));
    QTest::qWait(300);
    return fixture.sink.only<chargepoint::HeartbeatReport>().size();
}

inline bool stays_silent(const Client &client, qsizetype messages)
{
    return !QTest::qWaitFor([&] { return client.received.size() > messages; }, 100);
}

}  // namespace aftercharge::ocpp16_test
