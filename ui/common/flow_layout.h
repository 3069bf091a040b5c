// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace aftercharge {

// Lays out left to right and goes on in the next line: filter chips, the legend of curves.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    // Between the lines; as between the items where nothing is said.
    void set_line_spacing(int spacing) { line_spacing_ = spacing; }
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    int arrange(const QRect &rect, bool move) const;
    QList<QLayoutItem *> items_;
    int line_spacing_ = -1;
};

}  // namespace aftercharge
