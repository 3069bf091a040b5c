// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "models/settlement/goods.h"
#include "models/workflow/goods_view.h"
#include "ui/common/format.h"

class QGridLayout;
class QSpinBox;

namespace aftercharge {

class FigureLabel;
class ThemeController;

// The lines of an order, each with how many of its units are refunded and how many are sent
// again (together never more than are left), and what the refund of them comes to.
class LineChoice : public QWidget {
    Q_OBJECT
public:
    LineChoice(const ThemeController &themes, std::shared_ptr<const GoodsDossier> goods, const Format &format,
               QWidget *parent = nullptr);

    std::vector<LineQuantity> refunds() const;
    std::vector<LineQuantity> again() const;
    // Refunds so many units of these lines, as far as they are left, and sends none again.
    void propose(const std::vector<ShipmentItem> &items);
    void show_quote(const RefundQuote *quote);  // none: dashes
    int rows() const { return static_cast<int>(rows_.size()); }
    QSpinBox *refund_box(int row) const { return rows_[static_cast<std::size_t>(row)].refund; }
    QSpinBox *again_box(int row) const { return rows_[static_cast<std::size_t>(row)].again; }  // none: no goods

Q_SIGNALS:
    void changed();

private:
    struct Row {
        OrderItemId id;
        std::int64_t unused = 0;
        std::int64_t partly = 0;
        QSpinBox *refund = nullptr;
        QSpinBox *again = nullptr;
        std::vector<FigureLabel *> figures;
    };
    void build_header(QGridLayout &grid);
    void add_row(QGridLayout &grid, const OrderItem &item);
    void add_total(QGridLayout &grid);
    QSpinBox *make_box(std::int64_t most, const QString &name);
    void bound(const Row &row);
    void edited(const OrderItemId &id);

    const ThemeController &themes_;
    std::shared_ptr<const GoodsDossier> goods_;
    Format format_;
    std::vector<Row> rows_;
    std::vector<FigureLabel *> total_;
    bool setting_ = false;
};

}  // namespace aftercharge
