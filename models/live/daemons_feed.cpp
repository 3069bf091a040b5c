// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/daemons_feed.h"

#include <algorithm>

namespace aftercharge {
namespace {

constexpr std::chrono::milliseconds resynchronise_delay{150};

// Whether the connection stood all the time between the two.
bool has_connection(FeedState::Kind kind)
{
    return kind == FeedState::Live || kind == FeedState::Stale;
}

}  // namespace

// One daemon's feed, which hands on what it hears instead of merging it a second time.
class DaemonsFeed::Client : public LiveClient {
public:
    Client(DaemonsFeed &feed, std::uint64_t teller, LiveClientOptions options)
        : LiveClient(std::move(options), feed.clock_, feed.random_), feed_(feed), teller_(teller)
    {
    }

protected:
    void absorb(const Changes &changes, bool reports) override { feed_.take(teller_, changes, reports); }

private:
    DaemonsFeed &feed_;
    const std::uint64_t teller_;
};

DaemonsFeed::DaemonsFeed(LiveClientOptions pattern, const Clock &clock, Random &random, QObject *parent)
    : MergingFeed(FeedState::Connecting, clock, parent), pattern_(std::move(pattern)), clock_(clock), random_(random)
{
    resynchronise_.setSingleShot(true);
    resynchronise_.setInterval(resynchronise_delay);
    connect(&resynchronise_, &QTimer::timeout, this, &LiveFeed::resynchronised);
}

DaemonsFeed::~DaemonsFeed()
{
    for (auto &[name, entry] : entries_)
        entry.client->disconnect(this);
}

void DaemonsFeed::set_token(const std::string &token)
{
    const bool first = std::exchange(token_, token).empty();
    for (auto &[name, entry] : entries_) {
        entry.client->set_token(token_);
        if (first)
            entry.client->start();
    }
}

void DaemonsFeed::set_daemons(const std::vector<DaemonRow> &daemons)
{
    looked_ = true;
    const auto lives = [&](const Entry &entry) {
        return std::any_of(daemons.begin(), daemons.end(), [&](const DaemonRow &row) {
            return row.name == entry.daemon.name && row.live_url == entry.daemon.live_url &&
                   row.started_at == entry.daemon.started_at;
        });
    };
    // What it committed and could no longer tell is in the store.
    if (std::erase_if(entries_, [&](const auto &entry) { return !lives(entry.second); }) > 0)
        resynchronise_.start();
    for (const DaemonRow &row : daemons) {
        if (!row.live_url.empty() && !entries_.contains(row.name))
            add(row);
    }
    show_state();
}

void DaemonsFeed::add(const DaemonRow &daemon)
{
    LiveClientOptions options = pattern_;
    options.url = QUrl(QString::fromStdString(daemon.live_url));
    options.token = token_;
    auto client = std::make_unique<Client>(*this, ++last_teller_, std::move(options));
    connect(client.get(), &LiveFeed::stateChanged, this,
            [this, name = daemon.name](const FeedState &state) { follow(name, state.kind); });
    const auto [place, added] = entries_.insert_or_assign(daemon.name, Entry{daemon, std::move(client)});
    if (!token_.empty())
        place->second.client->start();
}

void DaemonsFeed::follow(const std::string &name, FeedState::Kind kind)
{
    const auto found = entries_.find(name);
    if (found == entries_.end())
        return;
    const FeedState::Kind before = std::exchange(found->second.kind, kind);
    if (kind == FeedState::Live && !has_connection(before))
        resynchronise_.start();
    show_state();
}

void DaemonsFeed::take(std::uint64_t teller, const Changes &changes, bool reports)
{
    Changes news = changes;
    std::erase_if(news.sessions, [&](const SessionView &view) { return !newest_.take(view, teller); });
    absorb(news, reports);
}

void DaemonsFeed::poll(const std::vector<SessionView> &sessions)
{
    prime(sessions);
    Changes changes;
    changes.sessions = sessions;
    for (const auto &entry : text_table(ChangedTable{}))
        changes.rows.push_back({entry.value, {}, 0});
    take(NewestSessions::store_teller, changes, false);
}

FeedState::Kind DaemonsFeed::kind_of_all() const
{
    const auto any = [this](auto... kinds) {
        return std::any_of(entries_.begin(), entries_.end(),
                           [&](const auto &entry) { return ((entry.second.kind == kinds) || ...); });
    };
    if (any(FeedState::Live))
        return any(FeedState::Lost, FeedState::Stale) ? FeedState::Stale : FeedState::Live;
    if (any(FeedState::Stale))
        return FeedState::Stale;
    if (any(FeedState::Connecting) || !looked_)
        return FeedState::Connecting;
    return FeedState::Lost;
}

}  // namespace aftercharge
