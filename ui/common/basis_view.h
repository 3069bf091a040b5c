// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace aftercharge {

class ThemeController;

// The basis of a refund, word for word as the requester saw it: a line a row, fields apart by
// tabs as columns (the first to the left, the others to the right; the first such line is
// their header, the last their total). Can be selected and copied.
class BasisView : public QWidget {
    Q_OBJECT
public:
    explicit BasisView(const ThemeController &themes, QWidget *parent = nullptr);
    void set_basis(const std::string &basis);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
};

}  // namespace aftercharge
