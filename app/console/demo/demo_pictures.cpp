// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_pictures.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QSemaphore>
#include <QtGui/QKeyEvent>
#include <QtGui/QPixmap>

namespace aftercharge::demo {
namespace {

// Long enough for the read thread's answers and a repaint.
constexpr int settle_ms = 500;

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

void Pictures::settle(int milliseconds) const
{
    // Waits without a sleep: nobody ever releases it.
    QSemaphore nobody;
    (void)nobody.tryAcquire(1, milliseconds);
}

void Pictures::take(const std::string &name, const std::function<void(MainWindow &)> &arrange)
{
    for (const Look &look : looks) {
        stage_.on_ui([&] {
            stage_.set_language(look.language);
            stage_.set_theme(look.theme);
            arrange(stage_.window());
        });
        settle(settle_ms);
        grab(name + "-" + look.suffix + ".png");
    }
    stage_.on_ui([&] {
        stage_.set_language(Language::English);
        stage_.set_theme(ThemeChoice::Light);
    });
}

void press(MainWindow &window, int key, const QString &text)
{
    QWidget *target = window.focusWidget() ? window.focusWidget() : &window;
    QCoreApplication::postEvent(target, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, text));
    QCoreApplication::postEvent(target, new QKeyEvent(QEvent::KeyRelease, key, Qt::NoModifier, text));
}

bool Pictures::grab(const std::string &file)
{
    bool saved = false;
    stage_.on_ui([&] { saved = stage_.window().grab().save(QDir(folder_).filePath(QString::fromStdString(file))); });
    if (saved)
        taken_.push_back(file);
    return saved;
}

}  // namespace aftercharge::demo
