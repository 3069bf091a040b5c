// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo.h"

#include <cstdio>

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtWidgets/QApplication>

#include "app/console/demo/demo_complainers.h"
#include "app/console/demo/demo_shoppers.h"
#include "app/console/demo/demo_stage.h"
#include "app/console/demo/demo_story.h"
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

// The story plays on a thread of its own while the window lives in this one.
int play_headless(QApplication &application, demo::Stage &stage, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "cannot make %s\n", qPrintable(folder));
        return 3;
    }
    demo::Summary summary;
    QThread *thread = QThread::create([&] {
        demo::Story story(stage, folder);
        summary = story.play();
    });
    // Not quit(): that asks the window, which asks the person.
    QObject::connect(thread, &QThread::finished, &application, [] { QApplication::exit(0); });
    stage.window().show();
    stage.begin();
    thread->start();
    QApplication::exec();
    thread->wait();
    delete thread;
    const bool saved = summary.save(QDir(folder).filePath(QStringLiteral("summary.json")));
    summary.print();
    return saved && summary.all_ok() ? 0 : 1;
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
