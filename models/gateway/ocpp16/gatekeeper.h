// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/time.h"
#include "models/gateway/chargepoint/charge_point_gateway.h"
#include "models/gateway/ocpp16/auth_limiter.h"
#include "models/gateway/ocpp16/upgrade_request.h"

namespace aftercharge::ocpp16 {

// Decides on a charge point's request before anything else is read from it. Thread-safe.
//
// 429 too many failures | 403 any Origin (a browser) | 404 another path or unknown id |
// 401 no password, another user than the id, or a wrong password | 0 may enter.
//
// The 1.6 key comes as the 20 bytes themselves or as their 40 hex digits, whatever was
// registered: AccessCheck is asked for the password as sent, then for its other form (hex in
// small and in capital letters, or the raw bytes).
class Gatekeeper {
public:
    Gatekeeper(const chargepoint::AccessCheck &access, const Clock &clock, int failed_auth_limit, Duration window)
        : access_(access), clock_(clock), limiter_(failed_auth_limit, window)
    {
    }

    int judge(const UpgradeRequest &request, const std::string &address);

private:
    int judge_password(const UpgradeRequest &request) const;

    const chargepoint::AccessCheck &access_;
    const Clock &clock_;
    AuthLimiter limiter_;
};

}  // namespace aftercharge::ocpp16
