// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/request_log.h"

#include <algorithm>
#include <map>

#include "app/sim/sandbox/json.h"

namespace aftercharge::sim {

void RequestLog::add(LoggedRequest request)
{
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(request));
}

void RequestLog::add(LoggedWebhook webhook)
{
    const std::lock_guard lock(mutex_);
    webhooks_.push_back(std::move(webhook));
}

std::vector<LoggedRequest> RequestLog::requests() const
{
    const std::lock_guard lock(mutex_);
    return requests_;
}

std::vector<LoggedWebhook> RequestLog::webhooks() const
{
    const std::lock_guard lock(mutex_);
    return webhooks_;
}

int RequestLog::count(const std::string &method, const std::string &path_start, const std::string &number) const
{
    const std::lock_guard lock(mutex_);
    return static_cast<int>(std::count_if(requests_.begin(), requests_.end(), [&](const LoggedRequest &request) {
        return request.method == method && request.path.starts_with(path_start) &&
               (number.empty() || request.number == number);
    }));
}

std::string RequestLog::to_json() const
{
    const std::lock_guard lock(mutex_);
    Json requests = Json::array();
    std::map<std::string, int> counters;
    std::map<std::string, int> posts;
    for (const LoggedRequest &request : requests_) {
        requests.push_back({{"method", request.method},
                            {"path", request.path},
                            {"number", request.number},
                            {"at", to_iso8601(request.at)},
                            {"status", request.status}});
        ++counters[request.method + ' ' + request.path];
        if (request.method == "POST" && !request.number.empty())
            ++posts[request.number];
    }
    Json webhooks = Json::array();
    for (const LoggedWebhook &webhook : webhooks_) {
        webhooks.push_back({{"gateway", webhook.gateway},
                            {"event_id", webhook.event_id},
                            {"kind", webhook.kind},
                            {"at", to_iso8601(webhook.at)},
                            {"status", webhook.status}});
    }
    return Json{{"requests", requests}, {"webhooks", webhooks}, {"counters", counters}, {"posts", posts}}.dump();
}

}  // namespace aftercharge::sim
