// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/acceptor.h"

#include <QTcpSocket>

#include "models/gateway/ocpp16/io_worker.h"
#include "models/gateway/ocpp16/log.h"

namespace aftercharge::ocpp16 {

void Acceptor::incomingConnection(qintptr descriptor)
{
    if (core_.counters.sockets.load() >= static_cast<std::uint64_t>(core_.options.max_connections)) {
        QTcpSocket socket;  // closes it
        if (socket.setSocketDescriptor(descriptor))
            socket.abort();
        qCWarning(ocpp_log) << "connection limit reached";
        return;
    }
    core_.counters.sockets.fetch_add(1);
    IoWorker *worker = core_.workers[next_worker_];
    next_worker_ = (next_worker_ + 1) % core_.workers.size();
    worker->post([worker, descriptor] { worker->adopt(descriptor); });
}

}  // namespace aftercharge::ocpp16
