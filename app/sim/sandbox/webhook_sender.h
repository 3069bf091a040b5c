// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/sim/sandbox/http_server.h"
#include "app/sim/sandbox/request_log.h"
#include "app/sim/sim_clock.h"

namespace aftercharge::sim {

struct Webhook {
    std::string gateway;  // "STRIPE", "WECHAT_PAY", "EASYPOST": for the log
    std::string url;      // empty: goes nowhere
    std::string event_id;
    std::string kind;
    std::string body;
    HttpHeaders headers;  // with the signature
    int copies = 1;       // the same event told more than once
};

// Tells the receiver, in the order in which it is asked to, on a thread of its own. One that is not
// taken (no answer, no 2xx) is told again up to three times, then given up.
class WebhookSender {
public:
    WebhookSender(std::shared_ptr<const SimClock> clock, RequestLog &log);
    ~WebhookSender();
    WebhookSender(const WebhookSender &) = delete;
    WebhookSender &operator=(const WebhookSender &) = delete;

    void send(Webhook webhook);
    // On the caller's thread, once a copy: for a webhook that comes before its reply.
    void send_now(const Webhook &webhook);
    // False: after `patience` of real time there was still something to tell.
    bool drain(Duration patience);
    void stop();

private:
    struct Waiting {
        Webhook webhook;
        std::chrono::steady_clock::time_point due;
        int attempts = 0;
    };
    bool deliver(const Webhook &webhook);
    void run();

    std::shared_ptr<const SimClock> clock_;
    RequestLog &log_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> waiting_;
    bool telling_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace aftercharge::sim
