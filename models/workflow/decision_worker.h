// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>

#include <QtCore/QTimer>

#include "models/workflow/decision_sender.h"

namespace aftercharge {

// The sender's inside, in its thread: what is to be handed in, in order, and what waits for its
// daemon.
class DecisionSender::Worker : public QObject {
public:
    explicit Worker(DecisionSender &sender) : sender_(sender) {}

    Result<void> open(const Open &open);
    void end();
    void take(Submit submit, bool is_command, std::shared_ptr<QPromise<Result<std::string>>> promise);
    void run(const Task &task) { task(line_.get()); }

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct OnItsWay {
        Uuid id;
        Submit submit;
        bool is_command = false;
        std::shared_ptr<QPromise<Result<std::string>>> promise;
        Moment since;  // asked for; once it is in: in; once it is a command under way: that
        Moment next;   // attempt or look
        std::chrono::milliseconds pause{};
        std::optional<Uuid> effect;  // the command that it made
    };

    void step();
    void hand_in(Moment now);
    void look_at_waiting(Moment now);
    // Whether it is over, with what; nothing: not yet.
    std::optional<Result<std::string>> look_at(OnItsWay &one, Moment now);
    std::optional<Result<std::string>> look_at_decision(OnItsWay &one, Moment now);
    std::optional<Result<std::string>> look_at_command(OnItsWay &one, Moment now);
    void wait_on(OnItsWay &one, Moment now) const;
    void tell_lack(Moment now);
    void arm(Moment now);

    DecisionSender &sender_;
    std::unique_ptr<DecisionLine> line_;
    std::unique_ptr<QTimer> timer_;
    std::deque<OnItsWay> to_submit_;  // the first before the second
    std::deque<OnItsWay> waiting_;
    bool store_is_silent_ = false;
    Lack lack_ = Lack::Nothing;
};

}  // namespace aftercharge
