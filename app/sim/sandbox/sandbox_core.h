// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/sim/sandbox/request_log.h"
#include "app/sim/sandbox/script.h"
#include "app/sim/sandbox/timeline.h"
#include "app/sim/sandbox/webhook_sender.h"

namespace aftercharge::sim {

// What every played gateway is made of. Books and scripts are touched with `mutex` held.
struct SandboxCore {
    explicit SandboxCore(std::shared_ptr<const SimClock> sim_clock);

    // As the step says: not at all, twice, or the first only after the next. `about` is what the
    // webhooks are about: an id of the gateway. With the mutex held.
    void tell(const Step &step, const std::string &about, bool more_to_come, std::vector<Webhook> webhooks);
    // Seconds since 1970, of a signature: ten minutes ago where the step says so.
    std::string signing_time(const Step &step) const;
    void stop();

    std::shared_ptr<const SimClock> clock;
    std::string webhook_base;  // "http://127.0.0.1:9400/webhooks"; empty: nobody is told
    Duration after{};          // where a step does not say
    Duration late{};
    std::mutex mutex;
    ScriptBook scripts;
    RequestLog log;
    WebhookSender webhooks;
    Timeline timeline;

private:
    std::map<std::string, std::vector<Webhook>> held_;
};

// The page of a proxy that could not reach what is behind it.
HttpReply proxy_page();
// What becomes of a reply on its way; none of these outcomes: what it was.
HttpReply on_its_way(const Step &step, HttpReply reply);

}  // namespace aftercharge::sim
