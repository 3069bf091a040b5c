// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace aftercharge {

class ThemeController;

// A number at the right of its column, with digits of one width.
class FigureLabel : public QWidget {
    Q_OBJECT
public:
    explicit FigureLabel(const ThemeController &themes, bool strong = false, QWidget *parent = nullptr);
    void set_text(const QString &text);
    QString text() const { return text_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
    bool strong_;
    QString text_;
};

}  // namespace aftercharge
