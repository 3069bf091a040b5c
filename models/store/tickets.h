// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/ticket.h"
#include "models/store/page.h"

namespace aftercharge {

struct TicketQuery {
    enum class Scope { Open, All, Closed } scope = Scope::Open;  // Open: not RESOLVED, REJECTED, CLOSED
    std::optional<OperatorName> assigned_to;                     // the empty name: unassigned
    std::optional<TicketState> state;
    std::string text;
    enum class Sort { DueAt, OpenedAt, Number } sort = Sort::DueAt;
    PageRequest page{.after = {}, .limit = 256, .descending = false};
};

struct TicketCounts {
    std::int64_t open = 0;
    std::int64_t unassigned = 0;
    std::int64_t mine = 0;
    std::int64_t waiting_approval = 0;
    std::int64_t due_soon = 0;  // within the hour, or past
};

class TicketReader {
public:
    virtual ~TicketReader() = default;
    virtual Result<Ticket> find(const TicketNo &ticket_no) = 0;  // ticket.not_found
    virtual Result<Page<Ticket>> page(const TicketQuery &query) = 0;
    virtual Result<TicketCounts> counts(const OperatorName &mine, UtcTime now) = 0;
    virtual Result<std::vector<Ticket>> of_order(const OrderNo &order_no) = 0;
    // Other tickets of the same member or the same connector, newest first.
    virtual Result<std::vector<Ticket>> earlier(const Ticket &ticket, int limit) = 0;
    virtual Result<std::vector<TicketEntry>> entries(const TicketNo &ticket_no) = 0;
    virtual Result<std::vector<Evidence>> evidence(const TicketNo &ticket_no) = 0;  // without bytes
    virtual Result<Evidence> evidence_file(const Uuid &id) = 0;
};

class TicketWriter : public TicketReader {
public:
    virtual Result<TicketNo> next_ticket_no() = 0;  // "T-20931"
    virtual Result<void> insert(const Ticket &ticket) = 0;
    virtual Result<void> update(Ticket &ticket) = 0;  // by version
    virtual Result<void> append_entry(const TicketEntry &entry) = 0;
    virtual Result<void> add_evidence(const Evidence &evidence) = 0;
};

}  // namespace aftercharge
