// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/decision_worker.h"

#include <algorithm>

namespace aftercharge {
namespace {

using std::chrono::milliseconds;

// Says nothing about the decision: whether it is in is found out by handing it in again.
template<typename T>
bool is_worth_another_attempt(const Result<T> &answer)
{
    if (answer)
        return false;
    const ErrorCode code = answer.error().code;
    return code == ErrorCode::StoreUnreachable || code == ErrorCode::StoreRetry || code == ErrorCode::StoreInUse;
}

template<typename T>
bool is_silence(const Result<T> &answer)
{
    return !answer && answer.error().code == ErrorCode::StoreUnreachable;
}

void finish(QPromise<Result<std::string>> &promise, const Result<std::string> &outcome)
{
    promise.addResult(outcome);
    promise.finish();
}

// What a daemon wrote of a command that failed: "command.rejected: …", as to_line makes it.
Error error_of_line(const std::string &line)
{
    const std::size_t colon = line.find(": ");
    const auto code = code_from_text(std::string_view(line).substr(0, colon));
    if (!code)
        return Error{ErrorCode::CommandRejected, line};
    return Error{*code, colon == std::string::npos ? std::string() : line.substr(colon + 2)};
}

Error refusal_of(const SubmittedDecision &decision)
{
    const auto code = code_from_text(decision.refusal_code);
    // A newer daemon's word.
    if (!code)
        return Error{ErrorCode::Internal, decision.refusal_code + ": " + decision.refusal_detail};
    return Error{*code, decision.refusal_detail};
}

}  // namespace

Result<void> DecisionSender::Worker::open(const Open &open)
{
    auto line = open();
    if (!line)
        return pass_on(line);
    line_ = std::move(*line);
    timer_ = std::make_unique<QTimer>();
    timer_->setSingleShot(true);
    timer_->setTimerType(Qt::PreciseTimer);
    connect(timer_.get(), &QTimer::timeout, this, [this] { step(); });
    return {};
}

void DecisionSender::Worker::end()
{
    timer_.reset();
    line_.reset();
    for (std::deque<OnItsWay> *const some : {&to_submit_, &waiting_}) {
        for (OnItsWay &one : *some)
            finish(*one.promise, fail(ErrorCode::Cancelled, "the desk is closed"));
        some->clear();
    }
}

void DecisionSender::Worker::take(Submit submit, bool is_command,
                                  std::shared_ptr<QPromise<Result<std::string>>> promise)
{
    const Moment now = std::chrono::steady_clock::now();
    OnItsWay one;
    one.id = make_uuid(sender_.clock_, sender_.random_);
    one.submit = std::move(submit);
    one.is_command = is_command;
    one.promise = std::move(promise);
    one.since = one.next = now;
    one.pause = sender_.times_.first_retry;
    to_submit_.push_back(std::move(one));
    step();
}

void DecisionSender::Worker::step()
{
    hand_in(std::chrono::steady_clock::now());
    look_at_waiting(std::chrono::steady_clock::now());
    const Moment now = std::chrono::steady_clock::now();
    tell_lack(now);
    arm(now);
}

void DecisionSender::Worker::hand_in(Moment now)
{
    while (!to_submit_.empty() && to_submit_.front().next <= now) {
        OnItsWay &one = to_submit_.front();
        const Result<void> in = one.submit(line_->gate(), one.id);
        // The call itself may have taken seconds.
        const Moment answered = std::chrono::steady_clock::now();
        store_is_silent_ = is_silence(in);
        if (is_worth_another_attempt(in) && answered - one.since < sender_.times_.patience) {
            one.next = answered + one.pause;
            one.pause = std::min(one.pause * 2, sender_.times_.longest_retry);
            return;
        }
        if (in) {
            one.since = answered;
            one.pause = sender_.times_.first_poll;
            one.next = answered + one.pause;
            waiting_.push_back(std::move(one));
        } else {
            finish(*one.promise, pass_on(in));
        }
        to_submit_.pop_front();
    }
}

void DecisionSender::Worker::look_at_waiting(Moment now)
{
    std::deque<OnItsWay> left;
    for (OnItsWay &one : waiting_) {
        const auto over = one.next <= now ? look_at(one, now) : std::nullopt;
        if (over)
            finish(*one.promise, *over);
        else
            left.push_back(std::move(one));
    }
    waiting_ = std::move(left);
}

std::optional<Result<std::string>> DecisionSender::Worker::look_at(OnItsWay &one, Moment now)
{
    return one.effect ? look_at_command(one, now) : look_at_decision(one, now);
}

std::optional<Result<std::string>> DecisionSender::Worker::look_at_decision(OnItsWay &one, Moment now)
{
    wait_on(one, now);
    auto found = line_->decisions().find(one.id);
    store_is_silent_ = is_silence(found);
    // A server took over that had not heard of it yet: the same once more, then it has.
    if (found && !*found) {
        const Result<void> in = one.submit(line_->gate(), one.id);
        if (!in && !is_worth_another_attempt(in))
            return tl::unexpected(in.error());
    }
    if (found && *found && (*found)->done_at) {
        if (!(*found)->refusal_code.empty())
            return tl::unexpected(refusal_of(**found));
        const auto effect = one.is_command ? Uuid::from_text((*found)->outcome) : fail(ErrorCode::IdInvalid);
        if (!effect)
            return (*found)->outcome;
        one.effect = *effect;
        one.since = now;
        one.pause = sender_.times_.first_poll;
        return std::nullopt;
    }
    if (now - one.since >= sender_.times_.pending_after)
        return fail(ErrorCode::DecisionPending, one.id.to_text());
    return std::nullopt;
}

std::optional<Result<std::string>> DecisionSender::Worker::look_at_command(OnItsWay &one, Moment now)
{
    wait_on(one, now);
    const auto effect = line_->outbox().find(*one.effect);
    store_is_silent_ = is_silence(effect);
    if (effect && *effect && (*effect)->done_at) {
        if ((*effect)->last_error.empty())
            return one.effect->to_text();
        return tl::unexpected(error_of_line((*effect)->last_error));
    }
    if (now - one.since >= sender_.times_.longest_command)
        return fail(ErrorCode::CommandTimeout, "no answer");
    return std::nullopt;
}

// Quick while it can be done at once, slower where it takes its time.
void DecisionSender::Worker::wait_on(OnItsWay &one, Moment now) const
{
    one.next = now + one.pause;
    one.pause = std::min(one.pause * 3 / 2, sender_.times_.longest_poll);
}

void DecisionSender::Worker::tell_lack(Moment now)
{
    const bool lacks_daemon = std::any_of(waiting_.begin(), waiting_.end(), [&](const OnItsWay &one) {
        return !one.effect && now - one.since >= sender_.times_.no_daemon_after;
    });
    Lack lack = lacks_daemon ? Lack::Daemon : Lack::Nothing;
    if (to_submit_.empty() && waiting_.empty())
        store_is_silent_ = false;
    if (store_is_silent_)
        lack = Lack::Store;
    if (lack == lack_)
        return;
    lack_ = lack;
    Q_EMIT sender_.lacks(lack);
}

void DecisionSender::Worker::arm(Moment now)
{
    std::optional<Moment> next;
    if (!to_submit_.empty())
        next = to_submit_.front().next;
    for (const OnItsWay &one : waiting_)
        next = next ? std::min(*next, one.next) : one.next;
    if (next)
        timer_->start(std::max(std::chrono::ceil<milliseconds>(*next - now), milliseconds{1}));
    else
        timer_->stop();
}

}  // namespace aftercharge
