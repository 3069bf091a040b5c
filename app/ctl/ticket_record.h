// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/ctl/record.h"
#include "models/domain/ticket.h"
#include "models/workflow/read_ticket.h"

namespace aftercharge::ctl {

Record ticket_record(const Ticket &ticket);

// With its timeline, evidence, hardware report, order and what the customer was told.
Record dossier_record(const TicketDossier &dossier);

// By name and content, as the customer's own system would call it.
std::string media_type_of(const std::string &name, const std::string &bytes);

}  // namespace aftercharge::ctl
