// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item/paged_table_model.h"
#include "models/workflow/desk_service.h"

namespace aftercharge {

// Charging orders, filtered and sorted by the store. Number, start and fee can be sorted by.
class OrderTableModel : public PagedTableModel<ChargingOrder> {
    Q_OBJECT
public:
    enum Column { Number, Started, Point, State, Member, Energy, Fee, Refunded, Owed, column_count };

    OrderTableModel(DeskService &desk, TableWords<ChargingOrder> words, QObject *parent = nullptr)
        : PagedTableModel(std::move(words), parent), desk_(desk)
    {
    }

    void set_filter(std::optional<OrderState> state, const std::string &text);
    static bool is_sortable(int column) { return column == Number || column == Started || column == Fee; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    QFuture<Result<Page<ChargingOrder>>> ask_page(const PageRequest &request) override;
    bool same_row(const ChargingOrder &a, const ChargingOrder &b) const override { return a.order_no == b.order_no; }
    QVariant look(const ChargingOrder &order, int column, int role) const override;
    bool descending() const override { return query_.page.descending; }

private:
    DeskService &desk_;
    OrderQuery query_;
};

// How an order's state looks: beside the word a shape and a tone.
Tone order_tone(const ChargingOrder &order);
ChipShape order_shape(const ChargingOrder &order);

}  // namespace aftercharge
