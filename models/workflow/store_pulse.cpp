// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/store_pulse.h"

#include <QtCore/QSemaphore>

namespace aftercharge {

class StorePulse::Worker : public QObject {
public:
    Worker(StorePulse &pulse, Open open) : pulse_(pulse), open_(std::move(open)) {}

    void begin()
    {
        timer_ = std::make_unique<QTimer>();
        connect(timer_.get(), &QTimer::timeout, this, [this] { beat(); });
        timer_->start(pulse_.times_.between);
        beat();
    }
    void end()
    {
        timer_.reset();
        ask_ = {};
    }

private:
    Result<void> answer()
    {
        if (!ask_) {
            auto opened = open_();
            if (!opened)
                return pass_on(opened);
            ask_ = std::move(*opened);
        }
        // A server that was restarted, or another that took over, is found by the second question.
        const Result<void> first = ask_();
        return !first && first.error().code == ErrorCode::StoreUnreachable ? ask_() : first;
    }
    void beat()
    {
        QMetaObject::invokeMethod(
            &pulse_, [&pulse = pulse_, heard = answer()] { pulse.heard(heard); }, Qt::QueuedConnection);
    }

    StorePulse &pulse_;
    Open open_;
    Ask ask_;
    std::unique_ptr<QTimer> timer_;
};

StorePulse::StorePulse(const Clock &clock, QObject *parent) : StorePulse(clock, Times{}, parent) {}

StorePulse::StorePulse(const Clock &clock, const Times &times, QObject *parent)
    : QObject(parent), clock_(clock), times_(times), since_(clock.now())
{
    thread_.setObjectName(QStringLiteral("pulse"));
    watchdog_.setInterval(times_.silent_after / 6);
    connect(&watchdog_, &QTimer::timeout, this, [this] { watch(); });
}

StorePulse::~StorePulse()
{
    stop();
}

void StorePulse::start(Open open)
{
    stop();
    worker_ = std::make_unique<Worker>(*this, std::move(open));
    worker_->moveToThread(&thread_);
    thread_.start();
    last_heard_.start();
    watchdog_.start();
    QMetaObject::invokeMethod(
        worker_.get(), [worker = worker_.get()] { worker->begin(); }, Qt::QueuedConnection);
}

void StorePulse::stop()
{
    if (!worker_)
        return;
    watchdog_.stop();
    QSemaphore ended;
    QMetaObject::invokeMethod(worker_.get(), [&] {
        worker_->end();
        ended.release();
    });
    ended.acquire();
    thread_.quit();
    thread_.wait();
    worker_.reset();
}

void StorePulse::heard(const Result<void> &answer)
{
    if (answer) {
        last_heard_.restart();
        problem_.reset();
    } else {
        problem_ = answer.error();
    }
    set_reachable(answer.has_value());
}

void StorePulse::watch()
{
    if (last_heard_.elapsed() < times_.silent_after.count())
        return;
    if (!problem_)
        problem_ = Error{ErrorCode::StoreUnreachable, "no answer"};
    set_reachable(false);
}

void StorePulse::set_reachable(bool reachable)
{
    if (reachable == reachable_)
        return;
    reachable_ = reachable;
    since_ = clock_.now();
    Q_EMIT reachable_changed(reachable_, since_);
}

}  // namespace aftercharge
