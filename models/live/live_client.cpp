// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/live_client.h"

#include <QtNetwork/QNetworkRequest>
#include <QtWebSockets/QWebSocket>

namespace aftercharge {
namespace {

constexpr quint64 max_message_bytes = 64 * 1024 * 1024;  // a snapshot of 100,000 sessions

template<typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template<typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace

LiveClient::LiveClient(LiveClientOptions options, const Clock &clock, Random &random, QObject *parent)
    : MergingFeed(FeedState::Connecting, clock, parent), options_(std::move(options)), random_(random)
{
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &LiveClient::connect_now);
    connect(&watch_, &QTimer::timeout, this, &LiveClient::check_silence);
}

LiveClient::~LiveClient()
{
    stop();
}

void LiveClient::start()
{
    started_ = true;
    next_retry_ = options_.retry_first;
    watch_.start(options_.ping_interval);
    connect_now();
}

void LiveClient::stop()
{
    started_ = false;
    retry_.stop();
    watch_.stop();
    if (!socket_)
        return;
    socket_->disconnect(this);
    socket_->abort();
    socket_->deleteLater();
    socket_ = nullptr;
}

void LiveClient::select(std::vector<StationId> stations)
{
    options_.stations = std::move(stations);
    if (socket_ && socket_->isValid())
        socket_->sendTextMessage(QString::fromUtf8(frames::encode(frames::Subscribe{options_.stations})));
}

void LiveClient::connect_now()
{
    socket_ = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    socket_->setMaxAllowedIncomingFrameSize(max_message_bytes);
    socket_->setMaxAllowedIncomingMessageSize(max_message_bytes);
    connect(socket_, &QWebSocket::connected, this, [this] { select(options_.stations); });
    connect(socket_, &QWebSocket::textMessageReceived, this, [this](const QString &text) { read(text.toUtf8()); });
    connect(socket_, &QWebSocket::pong, this, [this] { heard_.restart(); });
    connect(socket_, &QWebSocket::disconnected, this, &LiveClient::connection_lost);
    heard_.start();
    QNetworkRequest request(options_.url);
    request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(options_.token));
    socket_->open(request);
}

void LiveClient::connection_lost()
{
    if (!socket_)
        return;
    socket_->disconnect(this);
    socket_->deleteLater();
    socket_ = nullptr;
    set_kind(FeedState::Lost);
    if (!started_)
        return;
    // Up to half more by chance, so that a thousand desks do not come back in one moment.
    const auto half = static_cast<std::uint64_t>(next_retry_.count() / 2 + 1);
    retry_.start(next_retry_ + std::chrono::milliseconds(random_.next() % half));
    next_retry_ = std::min(next_retry_ * 2, options_.retry_most);
}

void LiveClient::check_silence()
{
    if (!socket_)
        return;
    if (heard_.hasExpired(options_.lost_after.count())) {
        socket_->abort();
        connection_lost();
        return;
    }
    if (state().kind == FeedState::Live && heard_.hasExpired(options_.stale_after.count()))
        set_kind(FeedState::Stale);
    if (socket_->isValid())
        socket_->ping();
}

void LiveClient::read(const QByteArray &text)
{
    heard_.restart();
    auto frame = frames::decode(text);
    if (!frame) {
        ++malformed_;
        return;
    }
    if (state().kind == FeedState::Stale)
        set_kind(FeedState::Live);
    std::visit(Overloaded{
                   [this](frames::Snapshot &snapshot) { take(std::move(snapshot)); },
                   [this](frames::Samples &samples) { take(std::move(samples)); },
                   [this](frames::Session &session) { take(std::move(session)); },
                   [this](Changed &row) { absorb({.sessions = {}, .rows = {row}, .notices = {}, .events = {}}); },
                   [this](Notice &notice) { take(std::move(notice)); },
                   [this](frames::DeviceEvents &events) {
                       absorb({.sessions = {}, .rows = {}, .notices = {}, .events = std::move(events.events)});
                   },
                   [](auto &) {},  // hello; answers to what a desk does not ask
               },
               *frame);
}

void LiveClient::take(frames::Snapshot snapshot)
{
    sessions_.clear();
    for (const SessionView &view : snapshot.sessions)
        sessions_.insert_or_assign(view.order_no, view);
    set_running(snapshot.sessions);
    absorb({.sessions = std::move(snapshot.sessions), .rows = {}, .notices = {}, .events = {}}, false);
    next_retry_ = options_.retry_first;
    set_kind(FeedState::Live);
    if (std::exchange(had_snapshot_, true))
        Q_EMIT resynchronised();
}

void LiveClient::take(frames::Samples samples)
{
    Changes changes;
    for (const SessionView &sample : samples.sessions) {
        const auto known = sessions_.find(sample.order_no);
        // Not told of before: another version of the server. Without its station and start it
        // could only be shown wrongly.
        if (known == sessions_.end())
            continue;
        frames::apply_sample(known->second, sample);
        changes.sessions.push_back(known->second);
    }
    absorb(changes);
}

void LiveClient::take(frames::Session session)
{
    const SessionView &view = session.session;
    if (view.state == OrderState::Charging)
        sessions_.insert_or_assign(view.order_no, view);
    else
        sessions_.erase(view.order_no);
    absorb({.sessions = {view}, .rows = {}, .notices = {}, .events = {}});
}

void LiveClient::take(Notice notice)
{
    if (const auto known = sessions_.find(notice.order_no); known != sessions_.end())
        notice.member_id = known->second.member_id;
    absorb({.sessions = {}, .rows = {}, .notices = {std::move(notice)}, .events = {}});
}

}  // namespace aftercharge
