// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>
#include <vector>

#include <QAbstractTableModel>

#include "models/workflow/read_ticket.h"

namespace aftercharge {

// A step of a refund or adjustment, as its row tells it.
struct RefundMoment {
    enum class Kind { Requested, Approved, SentBack, Posted } kind = Kind::Requested;
    Refund refund;
    friend bool operator==(const RefundMoment &, const RefundMoment &) = default;
};

// One thing that happened around a ticket, as a fact.
struct TimelineItem {
    UtcTime at;
    std::variant<TicketEntry, OrderLogEntry, Notice, RefundMoment, GoodsOrderLogEntry, ShipmentLogEntry, ClaimLogEntry>
        what;
    friend bool operator==(const TimelineItem &, const TimelineItem &) = default;
};

// What was said, noted and decided, how the order, its parcels and claims went, what was paid
// back and what the customer was told, merged by time, oldest first.
std::vector<TimelineItem> timeline_of(const TicketDossier &dossier);

// The timeline as rows: When, Who, What. Languages stand outside: the words are made in ui
// from item().
class TimelineModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Who, What, column_count };

    explicit TimelineModel(QObject *parent = nullptr);

    void set_items(std::vector<TimelineItem> items);
    const TimelineItem &item(int row) const { return items_[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<TimelineItem> items_;
};

}  // namespace aftercharge
