// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include "models/item/session_table_model.h"

namespace aftercharge {

enum class SessionScope { All, NeedLook, Offline };

struct SessionCounts {
    int all = 0;
    int need_look = 0;
    int offline = 0;
    friend bool operator==(const SessionCounts &, const SessionCounts &) = default;
};

// Which sessions are shown and in what order. Any column sorts; equal ones stand in the order
// of their points, so that nothing jumps about. The state sorts worst first.
class SessionFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit SessionFilterModel(SessionTableModel &table, QObject *parent = nullptr);

    void set_scope(SessionScope scope);
    void set_station(const StationId &station);  // empty: all
    // Part of charge point, order number or member; upper and lower case alike.
    void set_text(const QString &text);
    SessionScope scope() const { return scope_; }
    const StationId &station() const { return station_; }

    // Of the chosen station, whatever the scope and the text.
    SessionCounts counts() const;
    const SessionView &session(int row) const;
    int row_of(const OrderNo &order_no) const;  // -1: not shown

protected:
    bool filterAcceptsRow(int source_row, const QModelIndex &source_parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool at_station(const SessionView &session) const;

    SessionTableModel &table_;
    SessionScope scope_ = SessionScope::All;
    StationId station_;
    QString text_;
};

}  // namespace aftercharge
