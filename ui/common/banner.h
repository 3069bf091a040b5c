// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/item/cell_roles.h"

class QLabel;

namespace aftercharge {

class Button;
class ThemeController;

// A soft strip with a sentence and an optional action: what holds on this page just now.
class Banner : public QWidget {
    Q_OBJECT
public:
    explicit Banner(const ThemeController &themes, QWidget *parent = nullptr);

    void set_message(Tone tone, const QString &text);
    void set_action(const QString &text);  // empty: none
    QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();

    const ThemeController &themes_;
    Tone tone_ = Tone::Info;
    QLabel *label_;
    Button *action_;
};

}  // namespace aftercharge
