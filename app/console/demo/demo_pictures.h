// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/console/demo/demo_stage.h"

namespace aftercharge::demo {

// What a person types: a key, to what has the focus.
void press(MainWindow &window, int key, const QString &text);

// Pictures of the window in both languages and both themes. Called on the story's thread.
class Pictures {
public:
    Pictures(Stage &stage, QString folder) : stage_(stage), folder_(std::move(folder)) {}

    // `arrange` is called in the UI thread after each change of language or theme: it brings
    // the screen up that is to be seen. The picture is taken when its data have arrived.
    void take(const std::string &name, const std::function<void(MainWindow &)> &arrange);

    const std::vector<std::string> &taken() const { return taken_; }

private:
    void settle(int milliseconds) const;
    bool grab(const std::string &file);

    Stage &stage_;
    QString folder_;
    std::vector<std::string> taken_;
};

}  // namespace aftercharge::demo
