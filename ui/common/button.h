// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace aftercharge {

class ThemeController;

// Primary: the one filled button of a view. Danger: outlined in red, for what asks before
// it acts. DangerFilled: the last word of such a question. Pill: filters and tools of a card.
enum class ButtonRole { Secondary, Primary, Danger, DangerFilled, Pill, Quiet };

// A push button in one of the roles, with an optional key hint after its text. Enter
// presses it, as Space does.
class Button : public QPushButton {
    Q_OBJECT
public:
    Button(const ThemeController &themes, ButtonRole role, const QString &text, QWidget *parent = nullptr);

    void set_role(ButtonRole role);
    // Shown as a key cap ("Esc", "Ctrl Enter"); the shortcut itself is the page's.
    void set_key_hint(const QString &key);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QColor ink() const;
    QFont label_font() const;

    const ThemeController &themes_;
    ButtonRole role_;
    QString key_;
};

}  // namespace aftercharge
