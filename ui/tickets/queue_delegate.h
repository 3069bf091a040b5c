// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/cell_delegate.h"

namespace aftercharge {

// A ticket in the queue on two lines: what it is about and its due chip; number, order and
// connector, and where it came from.
class QueueDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const override;
};

}  // namespace aftercharge
