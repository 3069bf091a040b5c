// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

#include "models/item/cell_roles.h"

class QVBoxLayout;

namespace aftercharge {

class ThemeController;

// Transient notices at the lower right of its host, newest below. They take no focus, are
// told to screen readers politely, and stay while the pointer rests on them.
class ToastArea : public QWidget {
    Q_OBJECT
public:
    ToastArea(const ThemeController &themes, QWidget *host);

    void show_toast(Tone tone, const QString &text, int timeout_ms = 6000);
    // With an Undo button; the undo is called at most once.
    void show_undo(const QString &text, std::function<void()> undo, int timeout_ms = 8000);
    int count() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(QWidget *toast);
    void place();

    const ThemeController &themes_;
    QWidget *host_;
    QVBoxLayout *column_;
};

}  // namespace aftercharge
