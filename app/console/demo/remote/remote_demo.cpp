// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/remote/remote_demo.h"

#include <cstdio>

#include <QtWidgets/QApplication>

#include "app/console/demo/demo_play.h"
#include "app/console/demo/remote/remote_complainers.h"
#include "app/console/demo/remote/remote_stage.h"
#include "app/console/demo/remote/remote_story.h"
#include "app/wiring/exit_status.h"

namespace aftercharge {
namespace {

void show_both(demo::RemoteStage &stage)
{
    for (const demo::Scene::View &view : stage.views())
        view.window->show();
    stage.begin();
}

int play_for_people(demo::RemoteStage &stage)
{
    std::printf("store     postgresql://LOGIN@%s\n"
                "logins    wang.jing, m.sato, r.bauer, admin\n"
                "password  %s\n",
                stage.network().address().c_str(), stage.network().password().c_str());
    std::fflush(stdout);
    show_both(stage);
    const demo::RemoteComplainers complainers(stage);
    return QApplication::exec();
}

}  // namespace

int run_remote_demo(QApplication &application, const ConsoleOptions &options)
{
    std::printf("PostgreSQL and the daemon are being started ...\n");
    std::fflush(stdout);
    demo::RemoteStage stage(application);
    if (!options.language.empty())
        stage.set_language(LanguageController::from_name(QString::fromStdString(options.language)));
    if (auto raised = stage.raise(); !raised) {
        std::fprintf(stderr, "%s\n", to_line(raised.error()).c_str());
        return exit_status(raised.error());
    }
    if (!options.headless)
        return play_for_people(stage);
    const int status = demo::play_by_itself(
        application, QString::fromStdString(options.out), [&] { show_both(stage); },
        [&](const QString &folder) { return demo::RemoteStory(stage, folder).play(); });
    if (status != 0)
        std::fprintf(stderr, "the daemons said:\n%s\n", stage.daemon().log_tail().c_str());
    return status;
}

}  // namespace aftercharge
