// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/live_server.h"

#include "models/live/live_worker.h"

namespace aftercharge {
namespace {

constexpr quint64 max_message_bytes = 128 * 1024;  // a subscription of 1,000 stations fits

}  // namespace

LiveServer::LiveServer(LiveSource &source, TokenCheck &tokens, const Clock &clock, const FeedServerOptions &options)
{
    start(std::make_unique<LiveWorker>(shared(), source, tokens, clock, options), QStringLiteral("live feed"));
}

LiveWorker::LiveWorker(FeedShared &shared, LiveSource &source, TokenCheck &tokens, const Clock &clock,
                       const FeedServerOptions &options)
    : FeedWorker(shared, tokens, clock, options, max_message_bytes), source_(source),
      selection_grace_(options.selection_grace)
{
}

bool LiveWorker::admit(const AccessToken &token) const
{
    return token.order_no.is_empty() && !token.desk.empty();
}

void LiveWorker::opened()
{
    // What runs already has not "started": the board must know it before the first change.
    ask();
}

void LiveWorker::joined(FeedClient &client)
{
    selections_[&client];
    // One who wants a few stations of many says so now, and is not sent all of them first.
    QTimer::singleShot(selection_grace_, &client, [this, &client] {
        const auto found = selections_.find(&client);
        if (found != selections_.end() && found->second.snapshot == Selection::Fresh)
            want_snapshot(found->second);
    });
}

void LiveWorker::left(FeedClient &client)
{
    selections_.erase(&client);
}

void LiveWorker::handle(FeedClient &client, frames::Request request)
{
    const auto *subscribe = std::get_if<frames::Subscribe>(&request);
    if (!subscribe) {
        client.send(Error{ErrorCode::InputInvalid, "tickets are taken on the customer channel"});
        return;
    }
    Selection &selection = selections_[&client];
    selection.stations = {subscribe->stations.begin(), subscribe->stations.end()};
    // A snapshot that is under way is cut to the selection when it comes.
    if (selection.snapshot == Selection::Had || selection.snapshot == Selection::Fresh)
        want_snapshot(selection);
}

void LiveWorker::want_snapshot(Selection &selection)
{
    selection.snapshot = Selection::Wanted;
    ask();
}

// One question at a time serves everybody who waits: a thousand desks that reconnect cost the
// engine two snapshots.
void LiveWorker::ask()
{
    if (asking_)
        return;
    asking_ = true;
    for (auto &[client, selection] : selections_) {
        if (selection.snapshot == Selection::Wanted)
            selection.snapshot = Selection::Asked;
    }
    source_.snapshot(mailbox().deliver<std::vector<SessionView>>(
        [this](const std::vector<SessionView> &sessions) { deliver(sessions); }));
}

void LiveWorker::deliver(const std::vector<SessionView> &sessions)
{
    asking_ = false;
    for (const SessionView &view : sessions)
        board().prime(view);
    primed_ = true;
    bool more = false;
    for (auto &[client, selection] : selections_) {
        more = more || selection.snapshot == Selection::Wanted;
        if (selection.snapshot != Selection::Asked)
            continue;
        selection.snapshot = Selection::Had;
        frames::Snapshot snapshot;
        std::copy_if(sessions.begin(), sessions.end(), std::back_inserter(snapshot.sessions),
                     [&](const SessionView &view) { return selection.takes(view); });
        client->send(snapshot);
    }
    if (more)
        ask();
}

void LiveWorker::absorb(const Changes &changes)
{
    const auto now = std::chrono::steady_clock::now();
    for (const SessionView &view : changes.sessions) {
        const auto events = board().apply(view, now);
        for (FeedClient *client : clients()) {
            // Before its snapshot everything is kept for it: its selection may still change.
            if (synced(*client) && !wants(*client, view))
                continue;
            client->mark(view.order_no);
            for (const frames::SessionEvent event : events)
                client->mark_event(view.order_no, event);
        }
    }
    for (FeedClient *client : clients()) {
        for (const Changed &row : changes.rows)
            client->add_row(row);
        for (const Notice &notice : changes.notices)
            client->add_notice(notice);
        client->add_device_events(changes.events);
    }
}

bool LiveWorker::synced(FeedClient &client) const
{
    const auto found = selections_.find(&client);
    return found != selections_.end() && found->second.snapshot == Selection::Had;
}

bool LiveWorker::wants(FeedClient &client, const SessionView &view) const
{
    const auto found = selections_.find(&client);
    return found != selections_.end() && found->second.takes(view);
}

}  // namespace aftercharge
