// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/read_thread.h"

#include <QtCore/QSemaphore>

namespace aftercharge {

ReadThread::ReadThread()
{
    thread_.setObjectName(QStringLiteral("reads"));
}

ReadThread::~ReadThread()
{
    stop();
}

Result<void> ReadThread::start(Open open)
{
    is_stopping_ = false;
    context_ = std::make_unique<QObject>();
    context_->moveToThread(&thread_);
    thread_.start();
    Result<void> outcome;
    QSemaphore opened;
    QMetaObject::invokeMethod(context_.get(), [&] {
        if (auto readers = open(); readers)
            readers_ = std::move(*readers);
        else
            outcome = pass_on(readers);
        opened.release();
    });
    opened.acquire();
    if (!outcome)
        stop();
    return outcome;
}

void ReadThread::stop()
{
    if (!thread_.isRunning())
        return;
    is_stopping_ = true;
    QSemaphore closed;
    QMetaObject::invokeMethod(context_.get(), [&] {
        readers_ = {};
        closed.release();
    });
    closed.acquire();
    thread_.quit();
    thread_.wait();
    context_.reset();
}

}  // namespace aftercharge
