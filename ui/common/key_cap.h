// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace aftercharge {

class ThemeController;

// A small key hint beside what the key does.
class KeyCap : public QWidget {
    Q_OBJECT
public:
    KeyCap(const ThemeController &themes, const QString &key, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
    QString key_;
};

}  // namespace aftercharge
