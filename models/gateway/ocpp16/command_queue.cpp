// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/command_queue.h"

#include <array>

#include "models/gateway/ocpp16/encode.h"

namespace aftercharge::ocpp16 {
namespace {

// The words of the five confirmations that mean yes.
bool is_yes(std::string_view status)
{
    constexpr std::array<std::string_view, 3> words{"Accepted", "Unlocked", "RebootRequired"};
    return std::find(words.begin(), words.end(), status) != words.end();
}

}  // namespace

CommandQueue::CommandQueue(std::string prefix, int timeout_ms, Write write, QObject *parent)
    : QObject(parent), prefix_(std::move(prefix)), timeout_ms_(timeout_ms), write_(std::move(write))
{
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, [this] { expire(); });
}

void CommandQueue::push(chargepoint::Command command, Done done)
{
    if (entries_.size() >= max_waiting) {
        done(fail(ErrorCode::CommandRejected, "too many commands wait for this charge point"));
        return;
    }
    entries_.push_back({std::move(command), std::move(done), QDeadlineTimer(timeout_ms_), {}});
    if (entries_.size() == 1)
        send_front();
}

void CommandQueue::send_front()
{
    if (entries_.empty()) {
        timer_.stop();
        return;
    }
    Entry &front = entries_.front();
    front.message_id = prefix_ + std::to_string(++count_);
    timer_.start(static_cast<int>(front.deadline.remainingTime()) + 1);
    write_(encode_command(front.message_id, front.command));
}

bool CommandQueue::is_current(std::string_view message_id) const
{
    return !entries_.empty() && entries_.front().message_id == message_id;
}

void CommandQueue::finish_front(Result<void> result)
{
    const Done done = std::move(entries_.front().done);
    entries_.pop_front();
    send_front();
    done(std::move(result));
}

bool CommandQueue::take_result(std::string_view message_id, const std::string &status)
{
    if (!is_current(message_id))
        return false;
    if (is_yes(status))
        finish_front({});
    else
        finish_front(fail(ErrorCode::CommandRejected, status.empty() ? "no status" : status));
    return true;
}

bool CommandQueue::take_error(std::string_view message_id, const std::string &code, const std::string &text)
{
    if (!is_current(message_id))
        return false;
    finish_front(fail(ErrorCode::CommandRejected, text.empty() ? code : code + ": " + text));
    return true;
}

void CommandQueue::expire()
{
    std::deque<Entry> late;
    while (!entries_.empty() && entries_.front().deadline.hasExpired()) {
        late.push_back(std::move(entries_.front()));
        entries_.pop_front();
    }
    send_front();
    for (const Entry &entry : late)
        entry.done(fail(ErrorCode::CommandTimeout, "no answer within " + std::to_string(timeout_ms_) + " ms"));
}

void CommandQueue::fail_all(const Error &error)
{
    timer_.stop();
    const std::deque<Entry> entries = std::exchange(entries_, {});
    for (const Entry &entry : entries)
        entry.done(tl::unexpected<Error>(error));
}

}  // namespace aftercharge::ocpp16
