// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <QtCore/QSettings>
#include <QtGui/QIcon>
#include <QtWidgets/QApplication>

#include "app/console/console_options.h"
#include "app/console/demo/demo.h"
#include "app/console/desk_host.h"
#include "app/console/main_window.h"
#include "app/console/open_named_store.h"
#include "app/wiring/exit_status.h"

namespace {

using namespace aftercharge;

Result<DeskHost::Serve> serve_of(const ConsoleOptions &options)
{
    DeskHost::Serve serve;
    const std::pair<const std::string &, std::optional<Endpoint> &> wanted[] = {
        {options.ocpp, serve.ocpp}, {options.live, serve.live}, {options.customer, serve.customer}};
    for (const auto &[text, endpoint] : wanted) {
        if (text.empty())
            continue;
        const auto parsed = parse_endpoint(text);
        if (!parsed)
            return pass_on(parsed);
        endpoint = *parsed;
    }
    return serve;
}

ThemeChoice theme_of(const QSettings &settings)
{
    const QString name = settings.value(QStringLiteral("theme")).toString();
    if (name == QLatin1String("dark"))
        return ThemeChoice::Dark;
    return name == QLatin1String("light") ? ThemeChoice::Light : ThemeChoice::System;
}

int run_desk(QApplication &application, const ConsoleOptions &options)
{
    const auto serve = serve_of(options);
    if (!serve) {
        std::fprintf(stderr, "%s\n", to_line(serve.error()).c_str());
        return 2;
    }
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("aftercharge"),
                       QString::fromStdString(options.profile));
    ThemeController themes(application, theme_of(settings));
    LanguageController languages(application);
    const QString language = options.language.empty() ? settings.value(QStringLiteral("language")).toString()
                                                      : QString::fromStdString(options.language);
    languages.set_language(LanguageController::from_name(language));
    DeskHost host(*serve);
    MainWindow window(host, themes, languages, settings);
    const QString key_file = QString::fromStdString(options.key_file);
    if (options.store.empty())
        window.ask_as_last_time(key_file);
    else
        window.ask_store(QString::fromStdString(options.store), key_file);
    window.show();
    open_named_store(window, host, options);
    return QApplication::exec();
}

}  // namespace

int main(int argc, char **argv)
{
    ConsoleOptions options;
    if (const auto status = parse_command_line(argc, argv, options))
        return *status;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("aftercharge"));
    QApplication::setDesktopFileName(QStringLiteral("io.aftercharge.Aftercharge"));
    if (options.demo)
        return run_demo(application, options);
    return run_desk(application, options);
}
