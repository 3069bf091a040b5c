// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include <QtCore/QProcess>

#include "models/domain/error.h"

namespace aftercharge::demo {

class RemoteNetwork;

// A real `aftercharged` beside us, as a process of its own on the remote demo's store. Lives in
// the UI thread; what is const may be asked from any. It ends with us, whatever ends us.
class RemoteDaemon {
public:
    explicit RemoteDaemon(const RemoteNetwork &network);
    ~RemoteDaemon();

    // On free ports of loopback, which every daemon after it takes over. internal: none found.
    Result<void> choose_ports();
    void launch();
    // Until it says "ready", for the first: nothing else goes on meanwhile.
    Result<void> wait_ready();
    // SIGKILL: as when the machine loses power.
    void kill();

    bool is_ready() const { return ready_; }
    // GET /healthz answers 200.
    bool is_well() const;
    std::uint16_t ocpp_port() const { return ocpp_; }
    std::uint16_t customer_port() const { return customer_; }
    std::uint16_t webhook_port() const { return webhook_; }
    // The end of what all of them wrote to standard error.
    std::string log_tail() const;

private:
    QStringList arguments() const;
    void hear();
    QString log_file() const;

    const RemoteNetwork &network_;
    std::unique_ptr<QProcess> process_;
    std::atomic<bool> ready_ = false;
    std::uint16_t ocpp_ = 0;
    std::uint16_t live_ = 0;
    std::uint16_t customer_ = 0;
    std::uint16_t webhook_ = 0;
    std::uint16_t metrics_ = 0;
};

}  // namespace aftercharge::demo
