// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item/paged_table_model.h"
#include "models/workflow/goods_desk.h"

namespace aftercharge {

// Goods orders, filtered and sorted by the store. Number, time and what was paid can be sorted by.
class GoodsTableModel : public PagedTableModel<GoodsOrder> {
    Q_OBJECT
public:
    enum Column { Number, Ordered, State, Member, Paid, Refunded, Lock, column_count };

    GoodsTableModel(GoodsDesk &goods, TableWords<GoodsOrder> words, QObject *parent = nullptr)
        : PagedTableModel(std::move(words), parent), goods_(goods)
    {
    }

    void set_filter(std::optional<GoodsOrderState> state, const std::string &text);
    static bool is_sortable(int column) { return column == Number || column == Ordered || column == Paid; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    QFuture<Result<Page<GoodsOrder>>> ask_page(const PageRequest &request) override;
    bool same_row(const GoodsOrder &a, const GoodsOrder &b) const override { return a.order_no == b.order_no; }
    QVariant look(const GoodsOrder &order, int column, int role) const override;
    bool descending() const override { return query_.page.descending; }

private:
    GoodsDesk &goods_;
    GoodsQuery query_;
};

Tone goods_order_tone(const GoodsOrder &order);

}  // namespace aftercharge
