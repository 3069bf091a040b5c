// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>

#include "app/console/desk_host.h"
#include "app/console/main_window.h"
#include "app/sim/fleet.h"
#include "app/sim/sim_clock.h"

namespace aftercharge {

// A vehicle at a charge point of the journeys' network, from its plug to its stop. As it
// stands: one that charges for an hour and a half, longer than any journey needs.
struct Drive {
    const char *charge_point = "CP-0412";  // CP-0412, CP-0455, CP-0246, CP-0320
    const char *member = "M-1001";         // M-1001 to M-1004, each with 300.00
    const char *vehicle = "hongqi-e-hs9";
    int start_soc_permille = 100;
    int target_soc_permille = 1000;
    int max_power_kw = 60;
    const char *fault = "";  // app/sim/fault.h
};

// The real desk: window, engine, encrypted store in a temporary folder, OCPP and customer
// channel on loopback, simulated charge points before it. Its time runs `speed` times as fast
// as reality and begins at 10:24 in Shanghai.
class JourneyDesk {
public:
    explicit JourneyDesk(int speed);
    ~JourneyDesk();
    JourneyDesk(const JourneyDesk &) = delete;
    JourneyDesk &operator=(const JourneyDesk &) = delete;

    // Shows the window and waits until it has the keyboard.
    bool show();
    // A new store with the network, opened; the first page asks who works here.
    Result<void> open_new_store();
    // Into the store that is open: the station, the tariff, charge points, members, and
    // Wang Jing (agent, 30.00), R. Bauer (ops), M. Sato (supervisor, 2,000.00).
    Result<void> fill_network();
    // Once a journey.
    Result<void> drive_up(const std::vector<Drive> &drives);
    // On the page that asks who works here, by keyboard.
    bool choose_person(const QString &name);
    // Locks and lets another person in, by keyboard and key file.
    bool change_person(const QString &name);

    QString path(const QString &name) const { return folder_.filePath(name); }
    QString key_file() const { return path(QStringLiteral("keys/journey.key")); }
    MainWindow &window() { return *window_; }
    Shell &shell() { return *window_->shell(); }
    DeskHost &desk_host() { return host_; }
    LocalHost &host() { return *host_.host(); }
    DeskService &desk() { return host().desk(); }
    sim::Fleet &fleet() { return *fleet_; }
    QSettings &settings() { return settings_; }

    // The newest order of a charge point, as the ledger has it.
    std::optional<ChargingOrder> order_at(const char *charge_point);
    // What the engine says of the session at a charge point.
    std::optional<SessionView> session_at(const char *charge_point);
    std::int64_t reports_received();
    // The text of every label that is seen now, a banner's too.
    QStringList words() const;

private:
    QTemporaryDir folder_;
    QSettings settings_;
    sim::ScaledClock clock_;
    ThemeController themes_;
    LanguageController languages_;
    DeskHost host_;
    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<sim::Fleet> fleet_;
};

}  // namespace aftercharge
