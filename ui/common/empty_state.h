// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/common/icons.h"

class QLabel;

namespace aftercharge {

class Button;
class ThemeController;

// What a list or a pane shows when there is nothing: icon, sentence, what to do about it.
// Serves empty, loading, refused and offline alike.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const ThemeController &themes, IconName icon, const QString &title, const QString &sentence = {},
               QWidget *parent = nullptr);

    void set_content(IconName icon, const QString &title, const QString &sentence);
    void set_action(const QString &text);  // empty: none

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
    IconName icon_;
    QWidget *icon_space_;
    QLabel *title_;
    QLabel *sentence_;
    Button *action_;
};

}  // namespace aftercharge
