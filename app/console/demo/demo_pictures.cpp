// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_pictures.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QSemaphore>
#include <QtGui/QKeyEvent>
#include <QtGui/QPixmap>

namespace aftercharge::demo {
namespace {

// Long enough for the read thread's answers and a repaint.
constexpr int settle_ms = 500;
constexpr int look_again_ms = 100;
constexpr std::chrono::seconds patience{10};

struct Look {
    Language language;
    ThemeChoice theme;
    const char *suffix;
};
constexpr Look looks[] = {
    {Language::English, ThemeChoice::Light, "en-light"},
    {Language::English, ThemeChoice::Dark, "en-dark"},
    {Language::Chinese, ThemeChoice::Dark, "zh-dark"},
    {Language::Chinese, ThemeChoice::Light, "zh-light"},
};

}  // namespace

void Pictures::settle(int milliseconds)
{
    // Waits without a sleep: nobody ever releases it.
    QSemaphore nobody;
    (void)nobody.tryAcquire(1, milliseconds);
}

bool Pictures::wait_for(const std::function<bool()> &ready)
{
    QDeadlineTimer deadline(patience);
    bool holds = !ready;
    while (!holds && !deadline.hasExpired()) {
        scene_.on_ui([&] { holds = ready(); });
        if (!holds)
            settle(look_again_ms);
    }
    settle(settle_ms);
    return holds;
}

bool Pictures::take(const std::string &name, const std::function<void(MainWindow &)> &arrange,
                    const std::function<bool()> &ready)
{
    bool all = true;
    for (const Look &look : looks) {
        scene_.on_ui([&] {
            scene_.set_language(look.language);
            scene_.set_theme(look.theme);
            for (const Scene::View &view : scene_.views())
                arrange(*view.window);
        });
        all = wait_for(ready) && all;
        all = grab(name + "-" + look.suffix) && all;
    }
    back_to_first_look();
    return all;
}

bool Pictures::take_themes(const std::string &name, Language language, const std::function<bool()> &ready)
{
    bool all = true;
    for (const Look &look : looks) {
        if (look.language != language)
            continue;
        scene_.on_ui([&] { scene_.set_theme(look.theme); });
        all = wait_for(ready) && all;
        all = grab(name + "-" + look.suffix) && all;
    }
    scene_.on_ui([&] { scene_.set_theme(looks[0].theme); });
    return all;
}

void Pictures::back_to_first_look()
{
    scene_.on_ui([&] {
        scene_.set_language(looks[0].language);
        scene_.set_theme(looks[0].theme);
    });
}

void press(MainWindow &window, int key, const QString &text)
{
    QWidget *target = window.focusWidget() ? window.focusWidget() : &window;
    QCoreApplication::postEvent(target, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, text));
    QCoreApplication::postEvent(target, new QKeyEvent(QEvent::KeyRelease, key, Qt::NoModifier, text));
}

bool Pictures::grab(const std::string &name)
{
    bool all = true;
    scene_.on_ui([&] {
        for (const Scene::View &view : scene_.views()) {
            const std::string file = (view.name.empty() ? name : view.name + "-" + name) + ".png";
            const bool saved = view.window->grab().save(QDir(folder_).filePath(QString::fromStdString(file)));
            if (saved)
                taken_.push_back(file);
            all = saved && all;
        }
    });
    return all;
}

}  // namespace aftercharge::demo
