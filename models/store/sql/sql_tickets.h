// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sql/ledger_context.h"
#include "models/store/tickets.h"

namespace aftercharge {

class SqlTickets final : public TicketWriter {
public:
    explicit SqlTickets(LedgerContext context) : context_(context) {}

    Result<Ticket> find(const TicketNo &ticket_no) override;
    Result<Page<Ticket>> page(const TicketQuery &query) override;
    Result<TicketCounts> counts(const OperatorName &mine, UtcTime now) override;
    Result<std::vector<Ticket>> of_order(const OrderNo &order_no) override;
    Result<std::vector<Ticket>> earlier(const Ticket &ticket, int limit) override;
    Result<std::vector<TicketEntry>> entries(const TicketNo &ticket_no) override;
    Result<std::vector<Evidence>> evidence(const TicketNo &ticket_no) override;
    Result<Evidence> evidence_file(const Uuid &id) override;

    Result<TicketNo> next_ticket_no() override;
    Result<void> insert(const Ticket &ticket) override;
    Result<void> update(Ticket &ticket) override;
    Result<void> append_entry(const TicketEntry &entry) override;
    Result<void> add_evidence(const Evidence &evidence) override;

private:
    LedgerContext context_;
};

}  // namespace aftercharge
