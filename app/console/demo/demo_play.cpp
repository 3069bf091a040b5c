// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_play.h"

#include <cstdio>
#include <memory>

#include <QtCore/QDir>
#include <QtCore/QThread>
#include <QtWidgets/QApplication>

namespace aftercharge::demo {

int play_by_itself(QApplication &application, const QString &folder, const std::function<void()> &begin,
                   const std::function<Summary(const QString &folder)> &story)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "cannot make %s\n", qPrintable(folder));
        return 3;
    }
    Summary summary;
    const std::unique_ptr<QThread> thread(QThread::create([&] { summary = story(folder); }));
    // Not quit(): that asks the windows, which ask the person.
    QObject::connect(thread.get(), &QThread::finished, &application, [] { QApplication::exit(0); });
    begin();
    thread->start();
    QApplication::exec();
    thread->wait();
    const bool saved = summary.save(QDir(folder).filePath(QStringLiteral("summary.json")));
    summary.print();
    return saved && summary.all_ok() ? 0 : 1;
}

}  // namespace aftercharge::demo
