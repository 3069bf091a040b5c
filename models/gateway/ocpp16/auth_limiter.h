// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "models/domain/time.h"

namespace aftercharge::ocpp16 {

// Failed authentications within a window, counted for each address and identity, and with six
// times the limit for each address: a whole station may stand behind one address, and one
// charger there with a wrong password must not shut out the others. Thread-safe.
class AuthLimiter {
public:
    AuthLimiter(int limit, Duration window) : limit_(limit), window_(window) {}

    bool is_blocked(const std::string &address, const std::string &charge_point_id, UtcTime now) const;
    void failed(const std::string &address, const std::string &charge_point_id, UtcTime now);

private:
    struct Count {
        int failures = 0;
        UtcTime since;
    };
    static constexpr int per_address = 6;
    static constexpr std::size_t max_entries = 20'000;

    bool is_live(const Count &count, UtcTime now) const;
    bool reached(const std::string &key, int limit, UtcTime now) const;
    void add(const std::string &key, UtcTime now);

    const int limit_;
    const Duration window_;
    mutable std::mutex mutex_;
    std::map<std::string, Count> counts_;
};

}  // namespace aftercharge::ocpp16
