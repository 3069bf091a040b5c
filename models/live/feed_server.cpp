// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/feed_server.h"

#include "models/live/feed_worker.h"

namespace aftercharge {

FeedServer::FeedServer() = default;

FeedServer::~FeedServer()
{
    if (!worker_)
        return;
    QMetaObject::invokeMethod(worker_, &FeedWorker::close_all, Qt::BlockingQueuedConnection);
    thread_.quit();
    thread_.wait();
}

void FeedServer::start(std::unique_ptr<FeedWorker> worker, const QString &thread_name)
{
    worker_ = worker.release();
    worker_->moveToThread(&thread_);
    QObject::connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.setObjectName(thread_name);
    thread_.start();
}

Result<quint16> FeedServer::listen(const QHostAddress &address, quint16 port)
{
    Result<quint16> result = quint16{0};
    QMetaObject::invokeMethod(
        worker_, [&] { result = worker_->listen(address, port); }, Qt::BlockingQueuedConnection);
    return result;
}

void FeedServer::stop_accepting()
{
    if (worker_)
        QMetaObject::invokeMethod(worker_, &FeedWorker::stop_accepting, Qt::BlockingQueuedConnection);
}

FeedServerCounts FeedServer::counts() const
{
    return {.clients = shared_.clients,
            .refused = shared_.refused,
            .malformed = shared_.malformed,
            .blocked = shared_.blocked,
            .sample_frames = shared_.sample_frames};
}

void FeedServer::on_changes(const Changes &changes)
{
    shared_.merge.add(changes);
}

}  // namespace aftercharge
