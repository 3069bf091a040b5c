// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "models/domain/ticket.h"
#include "models/item/cell_roles.h"

namespace aftercharge {

// How near the promised answer is.
enum class DueState { Later, Soon, Pressing, Overdue, Ended };  // Soon: within the hour; Pressing: 30 min
DueState due_state(const Ticket &ticket, UtcTime now);
Tone due_tone(DueState state);
bool is_over(const Ticket &ticket);

// The tickets of one filter, in the order of the store, read page by page (keyset): the view
// asks by fetchMore, the page answers with append(). A row is known by its ticket number and
// never rebuilt: what changed is told as inserted, moved, removed or changed rows, so that
// selection and scroll position stay.
//
// Languages stand outside: the text of a row is made in ui from ticket().
class TicketQueueModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Order { DueFirst, NewestFirst };

    explicit TicketQueueModel(QObject *parent = nullptr);

    // Sorting of put(): that of the query which fills the model.
    void set_order(Order order) { order_ = order; }
    // The first page, anew: rows that are not in it go, the others stay.
    void synchronise(std::vector<Ticket> rows, std::string next);
    void append(std::vector<Ticket> rows, std::string next);
    void stop_fetching();  // the next page could not be read; it may be asked for again
    void put(const Ticket &ticket);
    void remove(const TicketNo &ticket_no);
    // Tones and words of due times follow; told for all rows whose state of being due changed.
    void set_now(UtcTime now);

    UtcTime now() const { return now_; }
    const Ticket &ticket(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    int row_of(const TicketNo &ticket_no) const;  // -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted(const QByteArray &after);

private:
    void insert_at(int row, const Ticket &ticket);
    void remove_at(int row);
    void change_at(int row, const Ticket &ticket);
    void move_to(int from, int to);
    bool stands_before(const Ticket &a, const Ticket &b) const;

    std::vector<Ticket> rows_;
    std::string next_;
    bool fetching_ = false;
    Order order_ = Order::DueFirst;
    UtcTime now_;
};

}  // namespace aftercharge
