// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/feed_client.h"

#include <QtWebSockets/QWebSocket>

#include "models/live/change_merge.h"

namespace aftercharge {
namespace {

// Answers may go above the bound for unsent bytes; one who keeps asking without reading may not.
constexpr qint64 answers_above_bound = 64;
constexpr int pings_without_answer = 3;

}  // namespace

FeedClient::FeedClient(QWebSocket *socket, AccessToken token, const FeedServerOptions &options,
                       quint64 max_message_bytes, QObject *parent)
    : QObject(parent), socket_(socket), token_(std::move(token)), options_(options)
{
    socket_->setParent(this);
    socket_->setMaxAllowedIncomingFrameSize(max_message_bytes);
    socket_->setMaxAllowedIncomingMessageSize(max_message_bytes);
    connect(socket_, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        heard_.restart();
        Q_EMIT received(text.toUtf8());
    });
    connect(socket_, &QWebSocket::binaryMessageReceived, this, [this] {
        heard_.restart();
        Q_EMIT received(QByteArray());  // is answered as what it is: no JSON
    });
    connect(socket_, &QWebSocket::pong, this, [this] { heard_.restart(); });
    connect(socket_, &QWebSocket::disconnected, this, &FeedClient::closed);
    connect(&ping_timer_, &QTimer::timeout, this, &FeedClient::ping);
    heard_.start();
    ping_timer_.start(options_.ping_interval);
}

void FeedClient::send(const frames::Frame &frame)
{
    if (socket_->bytesToWrite() > options_.max_unsent_bytes * answers_above_bound) {
        blocked_out_ = true;
        socket_->abort();
        return;
    }
    write(frames::encode(frame));
}

void FeedClient::answer_malformed(const Error &error)
{
    send(error);
    if (++malformed_ >= options_.max_malformed)
        close(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("too many malformed messages"));
}

void FeedClient::close(int code, const QString &reason)
{
    socket_->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
    socket_->flush();
}

void FeedClient::write(const QByteArray &text)
{
    socket_->sendTextMessage(QString::fromUtf8(text));
}

void FeedClient::ping()
{
    if (heard_.hasExpired(options_.ping_interval.count() * pings_without_answer)) {
        socket_->abort();
        return;
    }
    if (socket_->bytesToWrite() <= options_.max_unsent_bytes)
        socket_->ping();
}

void FeedClient::add_row(const Changed &row)
{
    const std::pair whole_table{row.table, std::string()};
    if (rows_.contains(whole_table))
        return;
    if (rows_.size() >= max_rows) {
        std::erase_if(rows_, [&](const auto &entry) { return entry.first.first == row.table; });
        rows_[whole_table] = 0;
        return;
    }
    rows_[{row.table, row.id}] = row.version;
}

void FeedClient::add_notice(const Notice &notice)
{
    notices_.push_back(notice);
    trim_front(notices_, max_notices);
}

void FeedClient::add_device_events(const std::vector<DeviceEvent> &events)
{
    device_events_.insert(device_events_.end(), events.begin(), events.end());
    trim_front(device_events_, max_events);
}

bool FeedClient::check_reads()
{
    if (socket_->bytesToWrite() <= options_.max_unsent_bytes) {
        blocked_since_.invalidate();
        return true;
    }
    if (!blocked_since_.isValid()) {
        blocked_since_.start();
    } else if (blocked_since_.hasExpired(options_.blocked_timeout.count())) {
        blocked_out_ = true;
        socket_->abort();
    }
    return false;
}

bool FeedClient::flush(SessionBoard &board, const Wanted &wanted)
{
    flush_session_events(board, wanted);
    const bool sampled = flush_samples(board, wanted);
    flush_lists();
    return sampled;
}

void FeedClient::flush_session_events(SessionBoard &board, const Wanted &wanted)
{
    const auto events = std::exchange(events_, {});
    for (const auto &[order_no, happened] : events) {
        const SessionView *view = board.find(order_no);
        if (!view || !wanted(*view))
            continue;
        for (const frames::SessionEvent event : happened)
            write(frames::encode(frames::Session{event, *view}));
    }
}

bool FeedClient::flush_samples(SessionBoard &board, const Wanted &wanted)
{
    const auto dirty = std::exchange(dirty_, {});
    std::vector<QByteArray> entries;
    for (const OrderNo &order_no : dirty) {
        const SessionView *view = board.find(order_no);
        if (view && view->state == OrderState::Charging && wanted(*view))
            entries.push_back(board.sample(order_no));
    }
    if (!entries.empty())
        write(frames::join_samples(entries));
    return !entries.empty();
}

void FeedClient::flush_lists()
{
    for (const auto &[key, version] : std::exchange(rows_, {}))
        write(frames::encode(Changed{key.first, key.second, version}));
    for (const Notice &notice : std::exchange(notices_, {}))
        write(frames::encode(notice));
    const auto events = std::exchange(device_events_, {});
    if (!events.empty())
        write(frames::encode(frames::DeviceEvents{{events.begin(), events.end()}}));
}

}  // namespace aftercharge
