// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/newest_sessions.h"

namespace aftercharge {
namespace {

bool has_ended(const SessionView &view)
{
    return view.state != OrderState::Created && view.state != OrderState::Charging;
}

}  // namespace

bool NewestSessions::take(const SessionView &view, std::uint64_t teller)
{
    const bool ended = has_ended(view);
    const auto [place, is_new] = known_.try_emplace(view.order_no, Known{teller, view.received_at, ended});
    const Known before = place->second;
    if (!is_new && before.teller != teller) {
        if (view.received_at < before.received_at)
            return false;
        const bool stays = teller == store_teller ? !ended || before.ended : before.ended && !ended;
        if (view.received_at == before.received_at && stays)
            return false;
    }
    place->second = {teller, view.received_at, ended};
    if (ended && (is_new || !before.ended)) {
        ended_.push_back(view.order_no);
        while (ended_.size() > max_ended) {
            known_.erase(ended_.front());
            ended_.pop_front();
        }
    }
    return true;
}

}  // namespace aftercharge
