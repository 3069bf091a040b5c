// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include <QAbstractTableModel>

#include "models/item/session_condition.h"

namespace aftercharge {

// The sessions that are charging and those that ended within the hour, a row each. A row
// keeps its place as long as it is there; it is known by its order number. Never reset: what
// changed is told cell by cell (runs of neighbouring rows together).
//
// Languages stand outside: the cells' text is made in ui from session(). What is here are
// numbers in the smallest unit (CellRole::sort_key), tones, shapes and bars.
class SessionTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Point, State, Soc, Power, Energy, Fee, Left, Health, column_count };

    explicit SessionTableModel(QObject *parent = nullptr);

    // The newest state of some sessions: known ones change in place, new ones come below.
    void apply(const QList<SessionView> &sessions);
    // What a fresh reading says: as apply(), and rows that are not in it go.
    void synchronise(const QList<SessionView> &sessions);
    // Takes away sessions that ended before `time`.
    void drop_ended_before(UtcTime time);

    const SessionView &session(int row) const { return sessions_[static_cast<std::size_t>(row)]; }
    int row_of(const OrderNo &order_no) const;  // -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Span {
        int row = 0;
        int first = 0;
        int last = 0;
    };
    void tell(std::vector<Span> changed);
    void append(const std::vector<SessionView> &fresh);
    void remove_rows(int first, int last);
    void index_from(std::size_t row);

    std::vector<SessionView> sessions_;
    std::unordered_map<OrderNo, int> rows_;
};

}  // namespace aftercharge
