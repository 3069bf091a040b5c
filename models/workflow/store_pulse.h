// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include "models/domain/error.h"
#include "models/domain/time.h"

namespace aftercharge {

// Whether the store answers, asked every second on a thread and a connection of its own, so that
// a desk can say within 5 s that the line is cut. A call that hangs is noticed by the time it
// takes, not by its return.
class StorePulse : public QObject {
    Q_OBJECT

public:
    // Something trivial that only a store that answers can say.
    using Ask = std::function<Result<void>()>;
    // Called in the pulse's thread, where what it opens is used and ends; again, as long as it fails.
    using Open = std::function<Result<Ask>()>;

    struct Times {
        std::chrono::milliseconds between{1'000};
        std::chrono::milliseconds silent_after{3'000};
    };

    explicit StorePulse(const Clock &clock, QObject *parent = nullptr);
    StorePulse(const Clock &clock, const Times &times, QObject *parent = nullptr);
    ~StorePulse() override;

    // Counts as reachable until it is found otherwise.
    void start(Open open);
    // Waits for the call that the thread is in.
    void stop();

    bool is_reachable() const { return reachable_; }
    UtcTime since() const { return since_; }
    // Of the last question that was not answered; none while it is reachable.
    const std::optional<Error> &problem() const { return problem_; }

Q_SIGNALS:
    // In the thread of this object.
    void reachable_changed(bool reachable, aftercharge::UtcTime since);

private:
    class Worker;
    void heard(const Result<void> &answer);
    void watch();
    void set_reachable(bool reachable);

    const Clock &clock_;
    Times times_;
    QThread thread_;
    std::unique_ptr<Worker> worker_;  // lives in thread_
    QTimer watchdog_;
    QElapsedTimer last_heard_;
    bool reachable_ = true;
    UtcTime since_;
    std::optional<Error> problem_;
};

}  // namespace aftercharge
