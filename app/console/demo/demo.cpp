// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo.h"

#include <cstdio>

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include "app/console/demo/demo_complainers.h"
#include "app/console/demo/demo_play.h"
#include "app/console/demo/demo_shoppers.h"
#include "app/console/demo/demo_stage.h"
#include "app/console/demo/demo_story.h"
#include "app/console/demo/remote/remote_demo.h"
#include "app/wiring/exit_status.h"

namespace aftercharge {
namespace {

constexpr int headless_speed = 60;
constexpr int watching_speed = 10;

int refuse(const Error &error)
{
    std::fprintf(stderr, "%s\n", to_line(error).c_str());
    return exit_status(error);
}

int play_headless(QApplication &application, demo::Stage &stage, const QString &folder)
{
    const auto begin = [&stage] {
        stage.window().show();
        stage.begin();
    };
    return demo::play_by_itself(application, folder, begin,
                                [&stage](const QString &into) { return demo::Story(stage, into).play(); });
}

int play_for_a_person(demo::Stage &stage)
{
    stage.window().show();
    stage.begin();
    const demo::Complainers complainers(stage);
    const demo::Shoppers shoppers(stage);
    return QApplication::exec();
}

}  // namespace

int run_demo(QApplication &application, const ConsoleOptions &options)
{
    // The heads of the demo's chains go with its store, not into the person's own state.
    const QTemporaryDir state_folder;
    qputenv("XDG_STATE_HOME", state_folder.path().toUtf8());
    if (options.remote)
        return run_remote_demo(application, options);
    const int speed = options.speed > 0 ? options.speed : options.headless ? headless_speed : watching_speed;
    demo::Stage stage(application, speed);
    if (!options.language.empty())
        stage.set_language(LanguageController::from_name(QString::fromStdString(options.language)));
    if (auto raised = stage.raise(); !raised)
        return refuse(raised.error());
    if (options.headless)
        return play_headless(application, stage, QString::fromStdString(options.out));
    return play_for_a_person(stage);
}

}  // namespace aftercharge
