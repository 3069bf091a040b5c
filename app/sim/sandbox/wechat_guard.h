// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "app/sim/sandbox/crypto.h"
#include "app/sim/sandbox/http_server.h"
#include "app/sim/sandbox/script.h"

namespace aftercharge::sim {

struct WechatAccess {
    std::string mchid;
    std::string merchant_serial;
    RsaKey merchant;  // its public half is enough
    std::string platform_serial;
    RsaKey platform;
    std::string api_v3_key;              // 32 bytes
    std::int64_t paid_on_first_use = 0;  // 0: a trade that nobody named has the total its first refund states
    bool trades_must_be_named = false;   // then such a trade does not exist
};

// Both directions of WeChat Pay's signatures (WECHATPAY2-SHA256-RSA2048).
class WechatGuard {
public:
    // `access` outlives it.
    explicit WechatGuard(const WechatAccess &access);

    // Why a request is not taken: headers that are missing, a signature that is not the merchant's.
    std::optional<HttpReply> refusal(const HttpCall &call, UtcTime now) const;
    // Over the answer's exact bytes; by a key that is not the platform's where the step says so.
    void sign(HttpReply &reply, const std::string &time, const Step &step) const;
    // The headers of a webhook, which are the same as an answer's.
    HttpHeaders headers_for(const std::string &body, const std::string &time, bool by_another_key) const;

private:
    const WechatAccess &access_;
};

}  // namespace aftercharge::sim
