// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/remote/remote_stage.h"

#include <QtWidgets/QApplication>

#include "app/console/demo/remote/remote_earlier.h"

namespace aftercharge::demo {
namespace {

// A charge point that lost its daemon looks for it again this often at least.
constexpr Duration reconnect_most = std::chrono::seconds(4);

}  // namespace

RemoteStage::RemoteStage(QApplication &application)
    : clock_(std::nullopt, 1), themes_(application, ThemeChoice::Light), languages_(application)
{
}

RemoteStage::~RemoteStage()
{
    if (fleet_)
        fleet_->shut_down();
    fleet_.reset();
    supervisor_.reset();
    agent_.reset();
    line_.reset();
    daemon_.reset();
}

Result<void> RemoteStage::raise()
{
    if (auto started = gateways_.start(); !started)
        return started;
    auto network = RemoteNetwork::make(gateways_.accounts());
    if (!network)
        return pass_on(network);
    network_ = std::move(*network);
    daemon_ = std::make_unique<RemoteDaemon>(*network_);
    if (auto chosen = daemon_->choose_ports(); !chosen)
        return chosen;
    daemon_->launch();
    if (auto ready = daemon_->wait_ready(); !ready)
        return ready;
    gateways_.call_back(daemon_->webhook_port());
    line_ = std::make_unique<sim::TcpProxy>(network_->server().port());
    sim::ClientOptions client;
    client.reconnect_max = reconnect_most;
    auto fleet = make_fleet(later_players(), daemon_->ocpp_port(), network_->charge_point_password(), clock_, client);
    if (!fleet)
        return pass_on(fleet);
    fleet_ = std::move(*fleet);
    const auto seat = [this](const char *login) {
        return std::make_unique<Seat>(login, themes_, languages_,
                                      network_->folder() + QStringLiteral("/%1.ini").arg(QLatin1String(login)));
    };
    agent_ = seat("wang.jing");
    supervisor_ = seat("m.sato");
    return {};
}

void RemoteStage::begin()
{
    fleet_->start();
    agent_->log_in(network_->address(line_->port()), network_->password());
    supervisor_->log_in(network_->address(), network_->password());
}

std::vector<Scene::View> RemoteStage::views()
{
    return {{"agent", &agent_->window()}, {"supervisor", &supervisor_->window()}};
}

void RemoteStage::on_ui(const std::function<void()> &task)
{
    QMetaObject::invokeMethod(&agent_->window(), task, Qt::BlockingQueuedConnection);
}

}  // namespace aftercharge::demo
