// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QList>

namespace aftercharge {

class ThemeController;

// A header in 11 px captions whose words stand over their figures; a small arrow sorts.
class TableHeader : public QHeaderView {
    Q_OBJECT
public:
    TableHeader(const ThemeController &themes, QWidget *parent);
    void set_right_aligned(const QList<bool> &right) { right_ = right; }
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
    QList<bool> right_;
};

}  // namespace aftercharge
