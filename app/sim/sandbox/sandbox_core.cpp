// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/sandbox_core.h"

namespace aftercharge::sim {

SandboxCore::SandboxCore(std::shared_ptr<const SimClock> sim_clock)
    : clock(std::move(sim_clock)), webhooks(clock, log), timeline(clock)
{
}

void SandboxCore::tell(const Step &step, const std::string &about, bool more_to_come, std::vector<Webhook> told)
{
    if (step.has(Outcome::NoWebhook))
        return;
    if (step.has(Outcome::DuplicateWebhook)) {
        for (Webhook &webhook : told)
            webhook.copies = 2;
    }
    const bool was_held = held_.contains(about);
    if (step.has(Outcome::ReorderedWebhooks) && more_to_come && !was_held) {
        held_[about] = std::move(told);
        return;
    }
    for (Webhook &webhook : told)
        webhooks.send(std::move(webhook));
    if (was_held) {
        for (Webhook &webhook : held_[about])
            webhooks.send(std::move(webhook));
        held_.erase(about);
    }
}

std::string SandboxCore::signing_time(const Step &step) const
{
    const auto now = std::chrono::duration_cast<std::chrono::seconds>(clock->now().time_since_epoch());
    return std::to_string(now.count() - (step.has(Outcome::StaleWebhook) ? 600 : 0));
}

void SandboxCore::stop()
{
    timeline.stop();
    webhooks.stop();
}

HttpReply proxy_page()
{
    HttpReply reply;
    reply.status = 502;
    reply.content_type = "text/html";
    reply.body = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1>"
                 "</center>\r\n</body>\r\n</html>\r\n";
    return reply;
}

HttpReply on_its_way(const Step &step, HttpReply reply)
{
    if (step.has(Outcome::Html)) {
        HttpReply page = proxy_page();
        page.number = reply.number;
        return page;
    }
    reply.lost = reply.lost || step.has(Outcome::LostAfter);
    return reply;
}

}  // namespace aftercharge::sim
