// SPDX-License-Identifier: GPL-3.0-or-later
// What an engine does where others work on the same store.
#include <algorithm>

#include "models/workflow/carry_out.h"
#include "models/workflow/engine.h"
#include "models/workflow/engine_log.h"

namespace aftercharge {

void Engine::follow_sessions()
{
    const auto versions = work_.ledger.reader().orders().running_versions();
    if (!versions)
        return keep_failure("sessions", versions);
    for (RunningSession *session : sessions_.all()) {
        const OrderNo order_no = session->order().order_no;
        const auto running = versions->find(order_no);
        if (running != versions->end() && running->second == session->order().version)
            continue;
        auto order = work_.ledger.reader().orders().find(order_no);
        if (!order || order->version == session->order().version)
            continue;
        // It was changed elsewhere: by the daemon that its charge point is connected to now, or ended there.
        if (duty_ && !intake_.is_connected(order->connector.charge_point_id))
            sessions_.forget(order_no);
        else
            session->set_order(std::move(*order));
    }
}

// A customer may listen here for what another daemon decided. Transactions end in another order
// than they began in, so the last seconds are read again.
void Engine::follow_notices()
{
    constexpr std::chrono::seconds overlap{10};
    constexpr int at_most = 500;
    const auto notices = work_.ledger.reader().outbox().notices_since(notices_from_, at_most);
    if (!notices)
        return keep_failure("notices", notices);
    for (const Notice &notice : *notices) {
        if (!notices_told_.contains(notice.event_id))
            changes_.notices.push_back(notice);
    }
    if (!notices->empty())
        notices_from_ = std::max(notices_from_, notices->back().at - overlap);
    std::erase_if(notices_told_, [this](const auto &told) { return told.second < notices_from_; });
}

void Engine::note_told()
{
    if (!duty_)
        return;
    for (const Notice &notice : changes_.notices)
        notices_told_[notice.event_id] = notice.at;
}

void Engine::set_live_url(const std::string &url)
{
    if (!duty_)
        return;
    duty_->live_url = url;
    beaten_at_ = {};
    beat();
}

// Desks find the daemons by it, and see when none is left.
void Engine::beat()
{
    constexpr std::chrono::seconds interval{2};
    const UtcTime now = work_.clock.now();
    if (!duty_ || now - beaten_at_ < interval)
        return;
    auto unit = work_.ledger.begin();
    if (!unit)
        return keep_failure("heartbeat", unit);
    const auto written = (*unit)
                             ->decisions()
                             .put_daemon({duty_->name, duty_->version, duty_->live_url, duty_->started_at, now})
                             .and_then([&] { return (*unit)->commit(); });
    keep_failure("heartbeat", written);
    if (written)
        beaten_at_ = now;
}

void Engine::look_for_decisions()
{
    constexpr int at_once = 20;
    if (!duty_)
        return;
    const auto waiting = work_.ledger.reader().decisions().waiting();
    if (!waiting)
        return note_store_trouble(waiting.error().code);
    if (*waiting == 0)
        return;
    const auto done = carry_out_decisions(work_, duty_->name, at_once);
    keep_failure("decisions", done);
    if (done && *done > 0)
        after_run();
}

}  // namespace aftercharge
