// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QTranslator>
#include <QWidget>

#include "ui/common/icons.h"

// What the tests that make pictures share: pictures are for a person to look at, in the build
// folder's pictures/.
namespace aftercharge {

class ThemeController;

// The language of a picture for as long as this lives; English again afterwards.
class PictureLanguage {
public:
    PictureLanguage() = default;
    ~PictureLanguage();
    PictureLanguage(const PictureLanguage &) = delete;
    PictureLanguage &operator=(const PictureLanguage &) = delete;

    // Chinese is the program's own compiled translation; false: it cannot be loaded.
    bool speak(bool chinese);

private:
    QTranslator translator_;
};

// Rows of test data with the columns chinese, dark and size: both languages, both themes, the
// two screens that are promised. A row's tag is zh-dark-1440.
void add_picture_rows();

// The page, which the frame takes, in a frame like the shell's, so that it has the size it will have there.
std::unique_ptr<QWidget> framed(const ThemeController &themes, QWidget *page, IconName icon);

// Saves what the widget shows once it has come to rest as pictures/NAME.png. Fails the test
// when it cannot be saved or shows next to nothing.
void save_picture(QWidget &widget, const QString &name);

}  // namespace aftercharge
