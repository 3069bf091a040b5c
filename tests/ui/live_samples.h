// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_desk_service.h"

namespace aftercharge {

// 2026-11-23 10:41:20 in Shanghai: what the clock of these pictures says.
UtcTime live_now();
Money yuan(std::int64_t fen);

// A charging network as it may stand on a morning: two dozen sessions in every state, their
// curves and prices computed by the program's own functions, events, orders of the day.
void fill_live(FakeDeskService &desk);
// The healthy session with the full curve (CP-0412/1).
OrderNo live_order();

}  // namespace aftercharge
