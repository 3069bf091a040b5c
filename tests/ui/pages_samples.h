// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_desk_service.h"

namespace aftercharge {

// The day of live_samples.h with what the other pages show of it: refunds in every state, an
// audit trail, operators with limits, charge points, a time-of-use tariff and a flat one.
void fill_pages(FakeDeskService &desk);
Network sample_network();
Operator sample_person(const char *name, Role role, std::optional<Money> limit);

}  // namespace aftercharge
