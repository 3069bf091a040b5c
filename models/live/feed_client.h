// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "models/live/feed_server.h"
#include "models/live/session_board.h"

class QWebSocket;

namespace aftercharge {

// One connection of a feed server: what it has still to hear, bounded, and when it can hear it.
class FeedClient : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t max_notices = 256;  // pending; then the oldest go
    static constexpr std::size_t max_events = 256;
    static constexpr std::size_t max_rows = 4'096;  // then a table's are one entry with an empty id

    FeedClient(QWebSocket *socket, AccessToken token, const FeedServerOptions &options, quint64 max_message_bytes,
               QObject *parent);

    const AccessToken &token() const { return token_; }

    // At once, whatever waits: hello, snapshot, answers. One who asks and does not read is cut off.
    void send(const frames::Frame &frame);
    // An error answer for what could not be understood; closes when there were too many.
    void answer_malformed(const Error &error);
    void close(int code, const QString &reason);

    void mark(const OrderNo &order_no) { dirty_.insert(order_no); }
    void mark_event(const OrderNo &order_no, frames::SessionEvent event) { events_[order_no].insert(event); }
    void add_row(const Changed &row);
    void add_notice(const Notice &notice);
    void add_device_events(const std::vector<DeviceEvent> &events);

    // Whether it reads; cuts it off when it has not for too long.
    bool check_reads();
    // Sends what waits, of the sessions only those that are `wanted`. True: a samples frame was among it.
    using Wanted = std::function<bool(const SessionView &)>;
    bool flush(SessionBoard &board, const Wanted &wanted);

    bool was_blocked() const { return blocked_out_; }

Q_SIGNALS:
    void received(const QByteArray &text);
    void closed();

private:
    void write(const QByteArray &text);
    void ping();
    void flush_session_events(SessionBoard &board, const Wanted &wanted);
    bool flush_samples(SessionBoard &board, const Wanted &wanted);
    void flush_lists();

    QWebSocket *socket_;
    AccessToken token_;
    FeedServerOptions options_;
    int malformed_ = 0;
    bool blocked_out_ = false;
    QElapsedTimer blocked_since_;  // invalid: it reads
    QElapsedTimer heard_;
    QTimer ping_timer_;
    std::set<OrderNo> dirty_;
    std::map<OrderNo, std::set<frames::SessionEvent>> events_;
    std::map<std::pair<ChangedTable, std::string>, std::int64_t> rows_;
    std::deque<Notice> notices_;
    std::deque<DeviceEvent> device_events_;
};

}  // namespace aftercharge
