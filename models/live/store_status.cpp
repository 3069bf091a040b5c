// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/store_status.h"

namespace aftercharge {

StoreStatus::StoreStatus(std::string host, QObject *parent) : QObject(parent)
{
    state_.host = std::move(host);
}

void StoreStatus::set_unreachable_since(std::optional<UtcTime> since)
{
    SharedStoreState state = state_;
    state.unreachable_since = since;
    set(std::move(state));
}

void StoreStatus::set_a_daemon_works(bool works)
{
    SharedStoreState state = state_;
    state.a_daemon_works = works;
    set(std::move(state));
}

void StoreStatus::set(SharedStoreState state)
{
    if (state == state_)
        return;
    state_ = std::move(state);
    Q_EMIT changed(state_);
}

}  // namespace aftercharge
