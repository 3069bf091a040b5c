// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/session_board.h"

namespace aftercharge {
namespace {

using frames::SessionEvent;

bool runs(const SessionView &view)
{
    return view.state == OrderState::Charging || view.state == OrderState::Created;
}

std::vector<SessionEvent> events_between(const SessionView *before, const SessionView &after)
{
    if (runs(after))
        return before ? std::vector<SessionEvent>{} : std::vector{SessionEvent::Started};
    const bool settled = after.state == OrderState::Payed || after.state == OrderState::AfterSales;
    // Stop and settlement are often one commit: a reader that waits for the stop hears it too.
    if (before && runs(*before) && settled)
        return {SessionEvent::Stopped, SessionEvent::Settled};
    if (before && *before == after)
        return {};
    return {settled ? SessionEvent::Settled : SessionEvent::Stopped};
}

}  // namespace

void SessionBoard::prime(const SessionView &view)
{
    entries_.try_emplace(view.order_no, Entry{view, {}, {}});
}

std::vector<SessionEvent> SessionBoard::apply(const SessionView &view, Steady now)
{
    const auto found = entries_.find(view.order_no);
    const std::vector<SessionEvent> events = events_between(found == entries_.end() ? nullptr : &found->second.view,
                                                            view);
    entries_.insert_or_assign(view.order_no, Entry{view, {}, now});
    return events;
}

const SessionView *SessionBoard::find(const OrderNo &order_no) const
{
    const auto found = entries_.find(order_no);
    return found == entries_.end() ? nullptr : &found->second.view;
}

const QByteArray &SessionBoard::sample(const OrderNo &order_no)
{
    Entry &entry = entries_.at(order_no);
    if (entry.sample.isEmpty())
        entry.sample = frames::encode_sample(entry.view);
    return entry.sample;
}

void SessionBoard::remove_ended(Steady until)
{
    std::erase_if(entries_,
                  [&](const auto &entry) { return !runs(entry.second.view) && entry.second.changed < until; });
}

}  // namespace aftercharge
