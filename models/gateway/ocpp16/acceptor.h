// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include "models/gateway/ocpp16/server_core.h"

namespace aftercharge::ocpp16 {

// The listening socket: hands what it accepts to the I/O threads in turn.
class Acceptor : public QTcpServer {
public:
    Acceptor(ServerCore &core, QObject *parent) : QTcpServer(parent), core_(core) {}

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    ServerCore &core_;
    std::size_t next_worker_ = 0;
};

}  // namespace aftercharge::ocpp16
