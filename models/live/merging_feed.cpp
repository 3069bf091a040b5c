// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/merging_feed.h"

#include <numeric>

namespace aftercharge {
namespace {

constexpr std::size_t rate_flushes = 20;  // five seconds
constexpr std::size_t max_ended_unprimed = 10'000;
constexpr int flushes_between_states = 4;  // figures flicker less than curves

template<typename T>
QList<T> to_list(const std::vector<T> &values)
{
    return QList<T>(values.begin(), values.end());
}

}  // namespace

MergingFeed::MergingFeed(FeedState::Kind kind, const Clock &clock, QObject *parent) : LiveFeed(parent), clock_(clock)
{
    state_.kind = kind;
    told_ = state_;
    timer_.setInterval(flush_interval);
    connect(&timer_, &QTimer::timeout, this, &MergingFeed::flush);
    timer_.start();
}

void MergingFeed::set_running(const std::vector<SessionView> &sessions)
{
    if (primed_)
        running_.clear();
    for (const SessionView &view : sessions) {
        if (!ended_unprimed_.contains(view.order_no))
            follow_running(view);
    }
    primed_ = true;
    ended_unprimed_.clear();
    state_.sessions = static_cast<int>(running_.size());
    emit_state();
}

void MergingFeed::set_kind(FeedState::Kind kind)
{
    if (state_.kind == kind)
        return;
    state_.kind = kind;
    emit_state();
}

void MergingFeed::follow_running(const SessionView &view)
{
    if (view.state == OrderState::Charging) {
        running_.insert(view.order_no);
        return;
    }
    running_.erase(view.order_no);
    if (!primed_ && ended_unprimed_.size() < max_ended_unprimed)
        ended_unprimed_.insert(view.order_no);
}

void MergingFeed::flush()
{
    const ChangeMerge::Taken taken = merge_.take();
    update_figures(taken);
    if (!taken.changes.sessions.empty())
        Q_EMIT sessionsChanged(to_list(taken.changes.sessions));
    if (!taken.changes.rows.empty())
        Q_EMIT rowsChanged(to_list(taken.changes.rows));
    if (!taken.changes.notices.empty())
        Q_EMIT noticesWritten(to_list(taken.changes.notices));
    if (!taken.changes.events.empty())
        Q_EMIT eventsArrived(to_list(taken.changes.events));
    if (++flushes_since_told_ >= flushes_between_states && state_ != told_)
        emit_state();
}

void MergingFeed::update_figures(const ChangeMerge::Taken &taken)
{
    reports_.push_back(taken.reports);
    trim_front(reports_, rate_flushes);
    const qint64 reports = std::accumulate(reports_.begin(), reports_.end(), qint64{0});
    const qint64 window_ms = flush_interval.count() * static_cast<qint64>(reports_.size());
    state_.reports_per_second_milli = reports * 1'000'000 / window_ms;
    state_.rejected += taken.rejected;

    UtcTime newest{};
    for (const SessionView &view : taken.changes.sessions) {
        follow_running(view);
        newest = std::max(newest, view.received_at);
    }
    state_.sessions = static_cast<int>(running_.size());
    if (newest != UtcTime{})
        state_.lag_ms = std::max<qint64>(0, (clock_.now() - newest).count());
}

void MergingFeed::emit_state()
{
    flushes_since_told_ = 0;
    told_ = state_;
    Q_EMIT stateChanged(state_);
}

}  // namespace aftercharge
