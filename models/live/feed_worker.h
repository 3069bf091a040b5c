// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <set>

#include <QtCore/QTimer>

#include "models/live/feed_client.h"
#include "models/live/mailbox.h"
#include "models/live/token_listener.h"

namespace aftercharge {

// The part of a feed server that lives in its I/O thread: accepts clients, greets them, reads
// their requests, and gives them what has changed once an interval.
class FeedWorker : public QObject {
    Q_OBJECT

public:
    FeedWorker(FeedShared &shared, TokenCheck &tokens, const Clock &clock, const FeedServerOptions &options,
               quint64 max_message_bytes);

    Result<quint16> listen(const QHostAddress &address, quint16 port);
    void stop_accepting();
    void close_all();

protected:
    virtual bool admit(const AccessToken &token) const = 0;
    virtual void opened() {}
    virtual bool ready() const { return true; }   // not yet: changes wait, merged
    virtual void joined(FeedClient &client) = 0;  // after hello
    virtual void left(FeedClient &client) = 0;
    virtual void handle(FeedClient &client, frames::Request request) = 0;
    virtual void absorb(const Changes &changes) = 0;
    // Whether the client had its snapshot, and which sessions it is to hear of.
    virtual bool synced(FeedClient &client) const = 0;
    virtual bool wants(FeedClient &client, const SessionView &view) const = 0;

    const std::set<FeedClient *> &clients() const { return clients_; }
    SessionBoard &board() { return board_; }
    const Mailbox &mailbox() const { return mailbox_; }

private:
    void take(QWebSocket *socket, const AccessToken &token);
    void read(FeedClient &client, const QByteArray &text);
    void forget(FeedClient &client);
    void tick();

    FeedShared &shared_;
    TokenCheck &tokens_;
    const Clock &clock_;
    FeedServerOptions options_;
    quint64 max_message_bytes_;
    SessionBoard board_;
    std::set<FeedClient *> clients_;
    std::unique_ptr<TokenListener> listener_;
    QTimer timer_;
    Mailbox mailbox_{this};
};

}  // namespace aftercharge
