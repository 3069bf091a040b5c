// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/common/icons.h"

namespace aftercharge {

class ThemeController;

// One line of the navigation: icon, label, count. Exclusive among its siblings.
class NavItem : public QAbstractButton {
    Q_OBJECT
public:
    NavItem(const ThemeController &themes, IconName icon, const QString &text, QWidget *parent = nullptr);

    // 0 shows nothing; urgent counts are red and semibold.
    void set_count(int count, bool urgent = false);
    void set_icon_only(bool icon_only);
    // The key that leads here, told by the tool tip.
    void set_key_hint(const QString &key);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, 32}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    const ThemeController &themes_;
    IconName icon_;
    int count_ = 0;
    bool urgent_ = false;
    bool icon_only_ = false;
    QString key_;
};

}  // namespace aftercharge
