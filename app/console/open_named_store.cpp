// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/open_named_store.h"

#include <algorithm>
#include <cstdio>

#include "ui/login/unlock_page.h"

namespace aftercharge {

namespace {

// The page asked for its sessions when it was made, so an answer that is asked for now comes
// after its own.
void report_ready(MainWindow &window, DeskHost &host, std::chrono::steady_clock::time_point began)
{
    host.parts()->desk().sessions().then(&window, [&window, began](const Result<std::vector<SessionView>> &) {
        window.repaint();
        const auto passed = std::chrono::steady_clock::now() - began;
        std::printf("ready %lld\n",
                    static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(passed).count()));
        std::fflush(stdout);
    });
}

// Without a password at hand the page asks for it.
void open_shared_store(MainWindow &window, DeskHost &host, const ConsoleOptions &options)
{
    const auto url = parse_store_url(options.store, options.store_ca);
    if (!url)
        return;
    const std::string address = to_url(*url->shared).substr(options.store.find('@') + 1);
    window.ask_login(QString::fromStdString(address), QString::fromStdString(url->shared->user),
                     QString::fromStdString(options.store_ca));
    if (options.key_file.empty())
        return;
    auto password = read_password_file(options.key_file);
    if (!password)
        return window.unlock_page()->show_error(password.error());
    host.log_in({address, url->shared->user, std::move(*password), options.store_ca})
        .then(&window, [&window, &host, options](const Result<Operator> &person) {
            if (!person)
                return window.unlock_page()->show_error(person.error());
            window.work_as(*person);
            if (options.report_ready)
                report_ready(window, host, options.began);
        });
}

}  // namespace

void open_named_store(MainWindow &window, DeskHost &host, const ConsoleOptions &options)
{
    if (options.store.starts_with("postgresql:"))
        return open_shared_store(window, host, options);
    if (options.store.empty() || options.key_file.empty())
        return;
    host.open({options.store, options.key_file, {}})
        .then(&window, [&window, &host, options](const Result<std::vector<Operator>> &people) {
            if (!people)
                return window.unlock_page()->show_error(people.error());
            const auto person = std::ranges::find_if(
                *people, [&](const Operator &known) { return known.name.text() == options.as && !known.disabled; });
            if (person == people->end())
                return window.unlock_page()->ask_person(*people);
            window.work_as(*person);
            if (options.report_ready)
                report_ready(window, host, options.began);
        });
}

}  // namespace aftercharge
