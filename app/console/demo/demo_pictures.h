// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/console/main_window.h"
#include "ui/common/theme_controller.h"
#include "ui/shell/language_controller.h"

namespace aftercharge::demo {

// The windows that pictures are taken of, and how they look.
class Scene {
public:
    struct View {
        std::string name;  // in the picture's; empty: the only one
        MainWindow *window;
    };
    virtual ~Scene() = default;
    virtual std::vector<View> views() = 0;
    // Runs `task` in the UI thread and waits for it; not to be called from there.
    virtual void on_ui(const std::function<void()> &task) = 0;
    virtual void set_language(Language language) = 0;
    virtual void set_theme(ThemeChoice choice) = 0;
};

// What a person types: a key, to what has the focus.
void press(MainWindow &window, int key, const QString &text);

// Pictures of the windows in both languages and both themes. Called on the story's thread.
class Pictures {
public:
    Pictures(Scene &scene, QString folder) : scene_(scene), folder_(std::move(folder)) {}

    // `arrange` is called in the UI thread for each window after each change of language or
    // theme: it brings the screen up that is to be seen. The picture is taken when its data have
    // arrived: once `ready` holds (asked in the UI thread, for at most ten seconds), or without
    // it after half a second. False: it did not hold in time, or a picture could not be saved.
    bool take(const std::string &name, const std::function<void(MainWindow &)> &arrange,
              const std::function<bool()> &ready = {});

    // In both themes and the language that is shown, of what is on the screens already.
    bool take_themes(const std::string &name, Language language, const std::function<bool()> &ready);

    const std::vector<std::string> &taken() const { return taken_; }

private:
    static void settle(int milliseconds);
    bool wait_for(const std::function<bool()> &ready);
    bool grab(const std::string &name);
    void back_to_first_look();

    Scene &scene_;
    QString folder_;
    std::vector<std::string> taken_;
};

}  // namespace aftercharge::demo
