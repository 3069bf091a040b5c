// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace aftercharge {

class ThemeController;

// The program's mark, as its icon shows it: what was charged, and the way back.
class BrandMark : public QWidget {
    Q_OBJECT
public:
    explicit BrandMark(const ThemeController &themes, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
};

}  // namespace aftercharge
