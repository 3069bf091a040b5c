// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme_controller.h"

#include <QApplication>
#include <QEvent>
#include <QStyleFactory>

#include "ui/common/icons.h"
#include "ui/common/stylesheet.h"

namespace aftercharge {

ThemeController::ThemeController(QApplication &application, ThemeChoice choice)
    : application_(application), choice_(choice), icons_(std::make_unique<Icons>(*this))
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
    application_.installEventFilter(this);
}

ThemeController::~ThemeController() = default;

void ThemeController::set_choice(ThemeChoice choice)
{
    if (choice == choice_)
        return;
    choice_ = choice;
    apply();
}

bool ThemeController::eventFilter(QObject *watched, QEvent *event)
{
    // Qt 6.4 does not tell light from dark: when the desktop's theme changes, its palette is read anew.
    if (event->type() == QEvent::ThemeChange && choice_ == ThemeChoice::System && !applying_)
        apply();
    return QObject::eventFilter(watched, event);
}

bool ThemeController::system_is_dark() const
{
    // Without a palette of our own the application shows the platform's.
    QApplication::setPalette(QPalette());
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

void ThemeController::apply()
{
    applying_ = true;
    const bool dark = choice_ == ThemeChoice::Dark || (choice_ == ThemeChoice::System && system_is_dark());
    theme_ = dark ? dark_theme() : light_theme();
    icons_->forget();
    QApplication::setFont(theme_.fonts.body);
    QApplication::setPalette(make_palette(theme_));
    application_.setStyleSheet(make_stylesheet(theme_));
    applying_ = false;
    Q_EMIT themeChanged(theme_);
}

}  // namespace aftercharge
