// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/feed_worker.h"

#include <QtWebSockets/QWebSocket>

namespace aftercharge {

FeedWorker::FeedWorker(FeedShared &shared, TokenCheck &tokens, const Clock &clock, const FeedServerOptions &options,
                       quint64 max_message_bytes)
    : shared_(shared), tokens_(tokens), clock_(clock), options_(options), max_message_bytes_(max_message_bytes),
      timer_(this)
{
    // Started again after each turn: two turns are never closer than the interval.
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(options_.flush_interval);
    connect(&timer_, &QTimer::timeout, this, &FeedWorker::tick);
}

Result<quint16> FeedWorker::listen(const QHostAddress &address, quint16 port)
{
    listener_ = std::make_unique<TokenListener>(
        tokens_, TokenListener::Options{.handshake_timeout = options_.handshake_timeout},
        [this](const AccessToken &token) { return admit(token); },
        [this](QWebSocket *socket, const AccessToken &token) { take(socket, token); }, nullptr);
    auto bound = listener_->listen(address, port);
    if (bound) {
        opened();
        timer_.start();
    }
    return bound;
}

void FeedWorker::stop_accepting()
{
    if (listener_)
        listener_->stop_accepting();
}

void FeedWorker::close_all()
{
    timer_.stop();
    for (FeedClient *client : std::set(clients_))
        client->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("the server is ending"));
    listener_.reset();
}

void FeedWorker::take(QWebSocket *socket, const AccessToken &token)
{
    if (clients_.size() >= static_cast<std::size_t>(options_.max_clients)) {
        socket->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("full"));
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        return;
    }
    auto *client = new FeedClient(socket, token, options_, max_message_bytes_, this);
    clients_.insert(client);
    shared_.clients = static_cast<qint64>(clients_.size());
    connect(client, &FeedClient::received, this, [this, client](const QByteArray &text) { read(*client, text); });
    // Queued: it may be cut off in the middle of a turn over all clients.
    connect(
        client, &FeedClient::closed, this, [this, client] { forget(*client); }, Qt::QueuedConnection);
    client->send(frames::Hello{.protocol = frames::protocol_version, .server_time = clock_.now()});
    joined(*client);
}

void FeedWorker::read(FeedClient &client, const QByteArray &text)
{
    auto request = frames::decode_request(text);
    if (!request) {
        ++shared_.malformed;
        client.answer_malformed(request.error());
        return;
    }
    handle(client, std::move(*request));
}

void FeedWorker::forget(FeedClient &client)
{
    if (clients_.erase(&client) == 0)
        return;
    if (client.was_blocked())
        ++shared_.blocked;
    shared_.clients = static_cast<qint64>(clients_.size());
    left(client);
    client.deleteLater();
}

void FeedWorker::tick()
{
    if (listener_)
        shared_.refused = listener_->refused();
    if (ready())
        absorb(shared_.merge.take().changes);
    for (FeedClient *client : clients_) {
        if (!client->check_reads() || !synced(*client))
            continue;
        if (client->flush(board_, [&](const SessionView &view) { return wants(*client, view); }))
            ++shared_.sample_frames;
    }
    // By then whoever did not read is cut off, and whoever reads has heard of the end.
    board_.remove_ended(std::chrono::steady_clock::now() - 2 * options_.blocked_timeout);
    timer_.start();
}

}  // namespace aftercharge
