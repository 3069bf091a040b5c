// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <memory>

#include <QtCore/QThread>
#include <QtNetwork/QHostAddress>

#include "models/live/change_merge.h"

namespace aftercharge {

class FeedWorker;

struct FeedServerOptions {
    std::chrono::milliseconds flush_interval{250};
    qint64 max_unsent_bytes = 256 * 1024;               // above it a client gets nothing new
    std::chrono::milliseconds blocked_timeout{30'000};  // above it for so long: it is cut off
    std::chrono::milliseconds ping_interval{20'000};
    std::chrono::milliseconds handshake_timeout{10'000};
    std::chrono::milliseconds selection_grace{200};  // for a subscription before the first snapshot
    int max_clients = 2'000;
    int max_malformed = 20;  // a connection, then it is closed
};

struct FeedServerCounts {
    qint64 clients = 0;  // now
    qint64 refused = 0;  // handshakes: token, Origin, not HTTP, full
    qint64 malformed = 0;
    qint64 blocked = 0;  // cut off because they did not read
    qint64 sample_frames = 0;
};

// What the engine's thread and the I/O thread share.
struct FeedShared {
    ChangeMerge merge;
    std::atomic<qint64> clients{0};
    std::atomic<qint64> refused{0};
    std::atomic<qint64> malformed{0};
    std::atomic<qint64> blocked{0};
    std::atomic<qint64> sample_frames{0};
};

// What the live and the customer server have in common: an I/O thread with a worker in it, and
// the merged changes between it and the engine. Destroyed: says good-bye to its clients, ends
// the thread. It must be taken from the ChangeHub before.
class FeedServer : public ChangeListener {
public:
    ~FeedServer() override;
    FeedServer(const FeedServer &) = delete;
    FeedServer &operator=(const FeedServer &) = delete;

    // Once. The port that is listened on (port 0: any); network.unreachable.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    // Lets nobody new in; who is there stays.
    void stop_accepting();
    FeedServerCounts counts() const;
    void on_changes(const Changes &changes) override;

protected:
    FeedServer();
    void start(std::unique_ptr<FeedWorker> worker, const QString &thread_name);
    FeedShared &shared() { return shared_; }

private:
    FeedShared shared_;
    QThread thread_;
    FeedWorker *worker_ = nullptr;  // deletes itself at the end of the thread
};

}  // namespace aftercharge
