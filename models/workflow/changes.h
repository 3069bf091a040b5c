// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "models/domain/device_event.h"
#include "models/domain/notice.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

enum class ChangedTable {
    Orders,
    Tickets,
    Refunds,
    Registry,
    Orphans,
    GoodsOrders,
    Shipments,
    Claims,
    Discrepancies,
    Reconciliations,
    Batches,
};

constexpr auto text_table(ChangedTable)
{
    return std::array{
        EnumText{ChangedTable::Orders, "charging_order"},     EnumText{ChangedTable::Tickets, "cs_ticket"},
        EnumText{ChangedTable::Refunds, "payment_refund"},    EnumText{ChangedTable::Registry, "registry"},
        EnumText{ChangedTable::Orphans, "orphan_report"},     EnumText{ChangedTable::GoodsOrders, "orders"},
        EnumText{ChangedTable::Shipments, "shipment"},        EnumText{ChangedTable::Claims, "carrier_claim"},
        EnumText{ChangedTable::Discrepancies, "discrepancy"}, EnumText{ChangedTable::Reconciliations, "reconciliation"},
        EnumText{ChangedTable::Batches, "refund_batch"},
    };
}

struct Changed {
    ChangedTable table = ChangedTable::Orders;
    std::string id;
    std::int64_t version = 0;
    friend bool operator==(const Changed &, const Changed &) = default;
};

// What a workflow did, told to desks and customers after the commit and only then.
struct Changes {
    std::vector<SessionView> sessions;
    std::vector<Changed> rows;
    std::vector<Notice> notices;
    std::vector<DeviceEvent> events;

    // Where a workflow began: what it added is taken back when it fails.
    struct Mark {
        std::size_t sessions = 0;
        std::size_t rows = 0;
        std::size_t notices = 0;
        std::size_t events = 0;
    };
    Mark mark() const { return {sessions.size(), rows.size(), notices.size(), events.size()}; }
    void rewind(const Mark &to)
    {
        sessions.resize(std::max(to.sessions, kept.sessions));
        rows.resize(std::max(to.rows, kept.rows));
        notices.resize(std::max(to.notices, kept.notices));
        events.resize(std::max(to.events, kept.events));
    }
    // What was added so far is committed, although the workflow fails then: it is told.
    void keep() { kept = mark(); }
    Mark kept = {};

    bool is_empty() const { return sessions.empty() && rows.empty() && notices.empty() && events.empty(); }
    void clear() { *this = {}; }
};

// Called on the engine thread: must only queue.
class ChangeListener {
public:
    virtual ~ChangeListener() = default;
    virtual void on_changes(const Changes &changes) = 0;
};

}  // namespace aftercharge
