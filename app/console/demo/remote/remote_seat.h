// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include <QtCore/QSettings>

#include "app/console/desk_host.h"
#include "app/console/main_window.h"

namespace aftercharge::demo {

// One person's desk in the remote demo: his window, his login at the shared store, and what his
// feed told. Lives in the UI thread; desk() and what was heard may be asked from any.
class Seat {
public:
    Seat(std::string login, ThemeController &themes, LanguageController &languages, const QString &settings_file);
    ~Seat();

    // The page that asks for the password, filled in by name; then logs in, in its own time.
    void log_in(const std::string &address, const std::string &password);
    const std::string &login() const { return login_; }
    MainWindow &window() { return window_; }
    // Once he is at work.
    bool is_at_work() const { return window_.shell() != nullptr; }
    DeskParts &parts() { return *host_.parts(); }
    DeskService &desk() { return parts().desk(); }
    // Whether the window shows the strip over its pages that says what is wrong with the store.
    bool shows_banner() const;
    // How many open tickets stand beside the page's name, once he is at work.
    int tickets_on_screen() const;

    // Why he could not log in; nothing while it is tried.
    std::optional<Error> refusal() const;
    // The fee of each running session, as the feed told it last.
    std::map<OrderNo, Money> fees() const;
    // The newest report of a running session.
    std::optional<UtcTime> last_report() const;
    bool heard_of_ticket(const std::string &ticket_no) const;
    // How often the feed said that anything may have changed: then the pages read again.
    int read_again() const;

private:
    void listen();

    const std::string login_;
    QSettings settings_;
    DeskHost host_;
    MainWindow window_;
    mutable std::mutex mutex_;
    std::optional<Error> refusal_;
    std::map<OrderNo, SessionView> sessions_;
    std::set<std::string> tickets_;
    int read_again_ = 0;
    QObject context_;  // what is heard late is heard by nobody
};

}  // namespace aftercharge::demo
