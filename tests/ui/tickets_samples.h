// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_desk_service.h"

namespace aftercharge {

// The moment at which the ticket pages are tested: 2026-11-23 11:24 in Shanghai.
UtcTime tickets_now();
Money tickets_money(const char *text);
Operator tickets_agent(const char *limit);  // empty: no limit of his own

// A queue of nine tickets; the first (T-20931) with its whole case: a session of an hour whose
// meter ran fast for eighteen minutes, priced by the program's own pricing, two earlier
// tickets, a picture as evidence.
void fill_tickets(FakeDeskService &desk, bool chinese);

}  // namespace aftercharge
