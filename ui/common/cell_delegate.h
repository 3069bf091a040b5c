// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace aftercharge {

class ThemeController;

// The ground of every cell: row selection, hover and one hairline below; the text in the
// tone that the model names (CellRole::tone), semibold where it says so (CellRole::strong).
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(const ThemeController &themes, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    // The cell's content in `rect` (padding taken off).
    virtual void paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const;
    QColor ink(const QModelIndex &index) const;
    const ThemeController &themes_;
};

// A sentence on at most two lines (events); rows of Space::row_two_lines.
class WrappedDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const override;
};

// Shape and word on a soft ground (CellRole::tone, CellRole::chip_shape, DisplayRole).
class ChipDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const override;
};

// A bar filled by CellRole::permille with the text ("57 %") in its middle.
class SocDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const override;
};

// Right aligned, digits of one width.
class NumberDelegate : public CellDelegate {
    Q_OBJECT
public:
    explicit NumberDelegate(const ThemeController &themes, QObject *parent = nullptr, bool strong = false)
        : CellDelegate(themes, parent), strong_(strong)
    {
    }

protected:
    void paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const override;

private:
    bool strong_;
};

// An amount: a number in semibold.
class MoneyDelegate : public NumberDelegate {
    Q_OBJECT
public:
    explicit MoneyDelegate(const ThemeController &themes, QObject *parent = nullptr, bool strong = true)
        : NumberDelegate(themes, parent, strong)
    {
    }
};

// Monospace; from the first "/" on muted ("CP-0412/1").
class IdDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const override;
};

}  // namespace aftercharge
