// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "models/domain/time.h"

namespace aftercharge::sim {

struct LoggedRequest {
    std::string method;
    std::string path;
    std::string number;  // of the refund, parcel or claim; empty where it is about none
    UtcTime at;
    int status = 0;  // 0: the reply was lost
};

struct LoggedWebhook {
    std::string gateway;
    std::string event_id;
    std::string kind;
    UtcTime at;
    int status = 0;  // of the receiver; 0: no answer
};

// Everything a played gateway received and told.
class RequestLog {
public:
    void add(LoggedRequest request);
    void add(LoggedWebhook webhook);

    std::vector<LoggedRequest> requests() const;
    std::vector<LoggedWebhook> webhooks() const;
    // Requests of that method whose path starts so; only those about `number` where it is not empty.
    int count(const std::string &method, const std::string &path_start, const std::string &number = {}) const;
    // {"requests": […], "webhooks": […], "counters": {"POST /v1/refunds": 2}, "posts": {"R-1": 1}}
    std::string to_json() const;

private:
    mutable std::mutex mutex_;
    std::vector<LoggedRequest> requests_;
    std::vector<LoggedWebhook> webhooks_;
};

}  // namespace aftercharge::sim
