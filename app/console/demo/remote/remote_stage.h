// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/console/demo/demo_fleet.h"
#include "app/console/demo/demo_gateways.h"
#include "app/console/demo/demo_pictures.h"
#include "app/console/demo/remote/remote_daemon.h"
#include "app/console/demo/remote/remote_network.h"
#include "app/console/demo/remote/remote_seat.h"
#include "app/sim/net/tcp_proxy.h"

namespace aftercharge::demo {

// What the remote demo is played on, in real time: PostgreSQL, a daemon that serves the charge
// points before it, and two desks that log in to the store, an agent's and a supervisor's. The
// line of the agent's desk to the store can be cut. Lives in the UI thread; the story, on a thread
// of its own, reaches the windows through on_ui.
class RemoteStage : public Scene {
public:
    explicit RemoteStage(QApplication &application);
    ~RemoteStage() override;

    // Server, store and daemon: some seconds in which nothing else goes on.
    Result<void> raise();
    void begin();  // the fleet drives up, both people log in

    RemoteNetwork &network() { return *network_; }
    RemoteDaemon &daemon() { return *daemon_; }
    sim::TcpProxy &line() { return *line_; }
    Seat &agent() { return *agent_; }
    Seat &supervisor() { return *supervisor_; }

    std::vector<View> views() override;
    void on_ui(const std::function<void()> &task) override;
    void set_language(Language language) override { languages_.set_language(language); }
    void set_theme(ThemeChoice choice) override { themes_.set_choice(choice); }

private:
    sim::ScaledClock clock_;
    DemoGateways gateways_{clock_};
    ThemeController themes_;
    LanguageController languages_;
    std::unique_ptr<RemoteNetwork> network_;
    std::unique_ptr<RemoteDaemon> daemon_;
    std::unique_ptr<sim::TcpProxy> line_;
    std::unique_ptr<sim::Fleet> fleet_;
    std::unique_ptr<Seat> agent_;
    std::unique_ptr<Seat> supervisor_;
};

}  // namespace aftercharge::demo
