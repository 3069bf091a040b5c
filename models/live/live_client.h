// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include "models/live/frames.h"
#include "models/live/merging_feed.h"

class QWebSocket;

namespace aftercharge {

struct LiveClientOptions {
    QUrl url;
    std::string token;
    std::vector<StationId> stations;             // empty: all
    std::chrono::milliseconds retry_first{500};  // doubled each time, with jitter
    std::chrono::milliseconds retry_most{30'000};
    std::chrono::milliseconds ping_interval{2'000};
    std::chrono::milliseconds stale_after{6'000};  // without a frame or a pong
    std::chrono::milliseconds lost_after{20'000};  // then the connection is given up and tried again
};

// The feed of a desk beside a daemon, over the live server's WebSocket. Connects again by
// itself, with a fresh snapshot, and says so (resynchronised).
class LiveClient : public MergingFeed {
    Q_OBJECT

public:
    LiveClient(LiveClientOptions options, const Clock &clock, Random &random, QObject *parent = nullptr);
    ~LiveClient() override;

    void start();
    void stop();
    void select(std::vector<StationId> stations);
    // From the next connection on.
    void set_token(std::string token) { options_.token = std::move(token); }
    // Frames that could not be understood, since the start.
    qint64 malformed() const { return malformed_; }

private:
    void connect_now();
    void connection_lost();
    void check_silence();
    void read(const QByteArray &text);
    void take(frames::Snapshot snapshot);
    void take(frames::Samples samples);
    void take(frames::Session session);
    void take(Notice notice);

    LiveClientOptions options_;
    Random &random_;
    QWebSocket *socket_ = nullptr;
    QTimer retry_;
    QTimer watch_;
    QElapsedTimer heard_;
    std::chrono::milliseconds next_retry_{};
    std::map<OrderNo, SessionView> sessions_;  // running, as last told
    bool started_ = false;
    bool had_snapshot_ = false;  // on an earlier connection
    qint64 malformed_ = 0;
};

}  // namespace aftercharge
