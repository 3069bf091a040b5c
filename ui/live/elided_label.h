// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace aftercharge {

// A label that gives up its middle rather than make its pane wider; the whole is its tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

}  // namespace aftercharge
