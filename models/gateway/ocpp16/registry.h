// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace aftercharge::ocpp16 {

// The number of a connection: unique in a server, its I/O thread in the top byte.
constexpr std::uint64_t connection_number(std::uint64_t count, std::size_t worker)
{
    return (static_cast<std::uint64_t>(worker) << 56) | (count & ((std::uint64_t{1} << 56) - 1));
}
constexpr std::size_t worker_of(std::uint64_t connection)
{
    return static_cast<std::size_t>(connection >> 56);
}

// Which connection speaks for which identity. Thread-safe.
class Registry {
public:
    // Takes the identity and returns who held it, 0 for nobody.
    std::uint64_t claim(const std::string &charge_point_id, std::uint64_t connection)
    {
        const std::lock_guard lock(mutex_);
        return std::exchange(holders_[charge_point_id], connection);
    }
    // Gives it up, unless another has taken it since.
    void release(const std::string &charge_point_id, std::uint64_t connection)
    {
        const std::lock_guard lock(mutex_);
        const auto found = holders_.find(charge_point_id);
        if (found != holders_.end() && found->second == connection)
            holders_.erase(found);
    }
    std::uint64_t holder(const std::string &charge_point_id) const
    {
        const std::lock_guard lock(mutex_);
        const auto found = holders_.find(charge_point_id);
        return found == holders_.end() ? 0 : found->second;
    }

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::uint64_t> holders_;
};

}  // namespace aftercharge::ocpp16
