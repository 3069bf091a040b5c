// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QtCore/QStringList>

#include "app/console/demo/demo_fleet.h"
#include "app/console/demo/demo_gateways.h"
#include "app/console/demo/demo_network.h"
#include "app/console/demo/demo_pictures.h"
#include "app/console/desk_host.h"
#include "app/console/main_window.h"

namespace aftercharge::demo {

// What the demo is played on: the window, the engine behind it, the charge points before it.
// Lives in the UI thread; the story, on a thread of its own, reaches the window through on_ui.
class Stage : public Scene {
public:
    Stage(QApplication &application, int speed);
    ~Stage() override;

    // Opens the store, starts serving, connects the fleet.
    Result<void> raise();
    void begin();  // the fleet drives up

    LocalHost &host() { return *desk_host_.host(); }
    DeskService &desk() { return host().desk(); }
    MainWindow &window() { return *window_; }
    DemoNetwork &network() { return *network_; }
    DemoGateways &gateways() { return gateways_; }
    sim::SimClock &clock() { return clock_; }

    // Runs `task` in the UI thread and waits for it; not to be called from there.
    void on_ui(const std::function<void()> &task) override;
    // Whose screens are shown, and how.
    void work_as(const std::string &operator_name);
    std::vector<View> views() override;
    void set_language(Language language) override { languages_.set_language(language); }
    void set_theme(ThemeChoice choice) override { themes_.set_choice(choice); }

private:
    sim::ScaledClock clock_;
    DemoGateways gateways_{clock_};
    std::unique_ptr<QTemporaryDir> settings_folder_;
    std::unique_ptr<QSettings> settings_;
    ThemeController themes_;
    LanguageController languages_;
    DeskHost desk_host_;
    std::unique_ptr<DemoNetwork> network_;
    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<sim::Fleet> fleet_;
};

}  // namespace aftercharge::demo
