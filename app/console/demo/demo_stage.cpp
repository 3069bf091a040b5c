// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_stage.h"

#include <algorithm>

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include "app/wiring/system_clock.h"

namespace aftercharge::demo {
namespace {

DeskHost::Serve serve_loopback(const Clock &clock)
{
    const Endpoint any_port{"127.0.0.1", 0};
    return {.ocpp = any_port, .live = any_port, .customer = any_port, .webhook = any_port, .clock = &clock};
}

}  // namespace

Stage::Stage(QApplication &application, int speed)
    : clock_(story_begin(SystemClock().now()), speed), settings_folder_(std::make_unique<QTemporaryDir>()),
      settings_(
          std::make_unique<QSettings>(settings_folder_->filePath(QStringLiteral("demo.ini")), QSettings::IniFormat)),
      themes_(application, ThemeChoice::Light), languages_(application), desk_host_(serve_loopback(clock_))
{
}

Stage::~Stage()
{
    if (fleet_)
        fleet_->shut_down();
    fleet_.reset();
    window_.reset();
    desk_host_.close();
}

Result<void> Stage::raise()
{
    if (auto started = gateways_.start(); !started)
        return started;
    auto network = DemoNetwork::make(gateways_.accounts());
    if (!network)
        return pass_on(network);
    network_ = std::move(*network);
    window_ = std::make_unique<MainWindow>(desk_host_, themes_, languages_, *settings_);
    const auto people = desk_host_.open_with(network_->url(), network_->key());
    if (!people)
        return pass_on(people);
    gateways_.call_back(host().webhook_port());
    auto fleet = make_fleet(cast(), host().ocpp_port(), network_->password(), clock_);
    if (!fleet)
        return pass_on(fleet);
    fleet_ = std::move(*fleet);
    work_as("wang.jing");
    return {};
}

void Stage::begin()
{
    fleet_->start();
}

void Stage::work_as(const std::string &operator_name)
{
    const auto people = desk().operators().result();
    if (!people)
        return;
    const auto person = std::ranges::find_if(*people,
                                             [&](const Operator &known) { return known.name.text() == operator_name; });
    if (person != people->end())
        window_->work_as(*person);
}

std::vector<Scene::View> Stage::views()
{
    return {{"", window_.get()}};
}

void Stage::on_ui(const std::function<void()> &task)
{
    QMetaObject::invokeMethod(window_.get(), task, Qt::BlockingQueuedConnection);
}

}  // namespace aftercharge::demo
