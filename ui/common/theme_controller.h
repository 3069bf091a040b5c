// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>

#include "ui/common/theme.h"

class QApplication;

namespace aftercharge {

class Icons;

enum class ThemeChoice { System, Light, Dark };

// Dresses the whole application. Made once in main, passed by reference to every widget
// that paints itself; it must outlive them.
class ThemeController : public QObject {
    Q_OBJECT
public:
    explicit ThemeController(QApplication &application, ThemeChoice choice = ThemeChoice::System);
    ~ThemeController() override;

    const Theme &theme() const { return theme_; }
    const Icons &icons() const { return *icons_; }
    ThemeChoice choice() const { return choice_; }
    void set_choice(ThemeChoice choice);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void themeChanged(const aftercharge::Theme &theme);

private:
    bool system_is_dark() const;
    void apply();

    QApplication &application_;
    ThemeChoice choice_;
    bool applying_ = false;
    Theme theme_;
    std::unique_ptr<Icons> icons_;
};

}  // namespace aftercharge
