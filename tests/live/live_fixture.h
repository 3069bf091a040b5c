// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <thread>

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QNetworkRequest>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWebSockets/QWebSocket>

#include "models/live/frames.h"
#include "models/live/live_source.h"
#include "tests/live/live_samples.h"

// The engine's side of the servers as the tests set it, and a client that keeps what it hears.
namespace aftercharge::live_test {

// Answers from a thread of its own, as the engine does.
template<typename Function>
void from_another_thread(Function function)
{
    std::thread(std::move(function)).join();
}

class FakeTokens : public TokenCheck {
public:
    // "desk", or "order:" and its number.
    void check(std::string token, std::function<void(Result<AccessToken>)> done) override
    {
        AccessToken known;
        if (token == "desk")
            known.desk = "desk-1";
        else if (token.starts_with("order:"))
            known.order_no = OrderNo::from_text(token.substr(6)).value();
        from_another_thread([&] {
            if (known.desk.empty() && known.order_no.is_empty())
                done(fail(ErrorCode::TokenInvalid));
            else
                done(known);
        });
    }
};

class FakeSource : public LiveSource, public CustomerSource, public CustomerIntake {
public:
    void snapshot(std::function<void(std::vector<SessionView>)> done) override
    {
        const std::scoped_lock lock(mutex);
        ++snapshots;
        from_another_thread([&] { done(sessions); });
    }
    void history(OrderNo order_no, std::function<void(Result<CustomerHistory>)> done) override
    {
        const std::scoped_lock lock(mutex);
        Result<CustomerHistory> result = fail(ErrorCode::OrderNotFound, "no such order");
        for (const SessionView &view : sessions) {
            if (view.order_no == order_no)
                result = CustomerHistory{view, notices};
        }
        if (const auto buyer = buyers.find(order_no); buyer != buyers.end())
            result = CustomerHistory{{}, notices, buyer->second};
        from_another_thread([&] { done(result); });
    }
    void open_ticket(TicketDraft draft, std::function<void(Result<TicketNo>)> done) override
    {
        const std::scoped_lock lock(mutex);
        drafts.push_back(std::move(draft));
        if (hold)
            held = std::move(done);
        else
            from_another_thread([&] { done(TicketNo::from_text("T-20931").value()); });
    }

    std::mutex mutex;
    std::vector<SessionView> sessions;
    std::map<OrderNo, MemberId> buyers;  // of goods orders, which have no session
    std::vector<Notice> notices;
    std::vector<TicketDraft> drafts;
    bool hold = false;
    std::function<void(Result<TicketNo>)> held;
    int snapshots = 0;
};

class TestSocket : public QObject {
public:
    TestSocket(quint16 port, const QByteArray &token, const QString &origin = {})
        : socket(origin, QWebSocketProtocol::VersionLatest)
    {
        connect(&socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            if (auto frame = frames::decode(text.toUtf8()))
                heard.push_back(std::move(*frame));
            else
                wrong.push_back(text);
        });
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(port)));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        socket.open(request);
    }
    void send(const QByteArray &text) { socket.sendTextMessage(QString::fromUtf8(text)); }

    template<typename Kind>
    std::vector<Kind> all() const
    {
        std::vector<Kind> found;
        for (const frames::Frame &frame : heard) {
            if (const auto *kind = std::get_if<Kind>(&frame))
                found.push_back(*kind);
        }
        return found;
    }
    template<typename Kind>
    int count() const
    {
        return static_cast<int>(all<Kind>().size());
    }

    QWebSocket socket;
    std::vector<frames::Frame> heard;
    QStringList wrong;
};

// What a raw HTTP request is answered with: the first line.
inline QByteArray status_line(quint16 port, const QByteArray &headers)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    socket.write(
        "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
        headers + "\r\n");
    const bool answered = QTest::qWaitFor([&] { return socket.canReadLine(); }, 5'000);
    return answered ? socket.readLine().trimmed() : QByteArray("no answer");
}

class SequenceRandom : public Random {
public:
    std::uint64_t next() override { return 0; }
};

}  // namespace aftercharge::live_test
