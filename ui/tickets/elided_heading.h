// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace aftercharge {

class ThemeController;

// A heading of one line that gives way: cut with "…" where it does not fit, whole as a tool tip.
class ElidedHeading : public QWidget {
    Q_OBJECT
public:
    explicit ElidedHeading(const ThemeController &themes, QWidget *parent = nullptr);
    void set_text(const QString &text);
    QString text() const { return text_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
    QString text_;
};

}  // namespace aftercharge
