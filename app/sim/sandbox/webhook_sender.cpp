// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/webhook_sender.h"

#include <algorithm>

namespace aftercharge::sim {

namespace {

constexpr int most_attempts = 4;

}  // namespace

WebhookSender::WebhookSender(std::shared_ptr<const SimClock> clock, RequestLog &log)
    : clock_(std::move(clock)), log_(log), thread_([this] { run(); })
{
}

WebhookSender::~WebhookSender()
{
    stop();
}

void WebhookSender::send(Webhook webhook)
{
    if (webhook.url.empty())
        return;
    const std::lock_guard lock(mutex_);
    for (int copy = webhook.copies; copy > 0; --copy)
        waiting_.push_back({webhook, std::chrono::steady_clock::now(), 0});
    changed_.notify_all();
}

void WebhookSender::send_now(const Webhook &webhook)
{
    for (int copy = webhook.url.empty() ? 0 : webhook.copies; copy > 0; --copy)
        deliver(webhook);
}

bool WebhookSender::deliver(const Webhook &webhook)
{
    const int status = http_post(webhook.url, webhook.headers, webhook.body);
    log_.add(LoggedWebhook{webhook.gateway, webhook.event_id, webhook.kind, clock_->now(), status});
    return status >= 200 && status < 300;
}

void WebhookSender::run()
{
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        const auto now = std::chrono::steady_clock::now();
        const auto first = std::min_element(waiting_.begin(), waiting_.end(),
                                            [](const Waiting &a, const Waiting &b) { return a.due < b.due; });
        if (first == waiting_.end() || first->due > now) {
            changed_.wait_until(lock, first == waiting_.end() ? now + std::chrono::minutes(1) : first->due);
            continue;
        }
        Waiting next = std::move(*first);
        waiting_.erase(first);
        telling_ = true;
        lock.unlock();
        const bool taken = deliver(next.webhook);
        lock.lock();
        telling_ = false;
        if (!taken && ++next.attempts < most_attempts) {
            next.due = std::chrono::steady_clock::now() + std::chrono::milliseconds(250 << next.attempts);
            waiting_.push_back(std::move(next));
        }
        changed_.notify_all();
    }
}

bool WebhookSender::drain(Duration patience)
{
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, patience, [this] { return waiting_.empty() && !telling_; });
}

void WebhookSender::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable())
        thread_.join();
}

}  // namespace aftercharge::sim
