// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/auth_limiter.h"

namespace aftercharge::ocpp16 {
namespace {

std::string pair_key(const std::string &address, const std::string &charge_point_id)
{
    return address + ' ' + charge_point_id.substr(0, 64);
}

}  // namespace

// A clock that was set back ends the window too: nobody stays locked out because of it.
bool AuthLimiter::is_live(const Count &count, UtcTime now) const
{
    return now >= count.since && now - count.since < window_;
}

bool AuthLimiter::reached(const std::string &key, int limit, UtcTime now) const
{
    const auto found = counts_.find(key);
    return found != counts_.end() && is_live(found->second, now) && found->second.failures >= limit;
}

bool AuthLimiter::is_blocked(const std::string &address, const std::string &charge_point_id, UtcTime now) const
{
    const std::lock_guard lock(mutex_);
    return reached(address, limit_ * per_address, now) || reached(pair_key(address, charge_point_id), limit_, now);
}

void AuthLimiter::add(const std::string &key, UtcTime now)
{
    Count &count = counts_[key];
    if (!is_live(count, now))
        count = Count{0, now};
    ++count.failures;
}

void AuthLimiter::failed(const std::string &address, const std::string &charge_point_id, UtcTime now)
{
    const std::lock_guard lock(mutex_);
    if (counts_.size() >= max_entries) {
        std::erase_if(counts_, [&](const auto &entry) { return !is_live(entry.second, now); });
        if (counts_.size() >= max_entries)
            counts_.clear();
    }
    add(address, now);
    add(pair_key(address, charge_point_id), now);
}

}  // namespace aftercharge::ocpp16
