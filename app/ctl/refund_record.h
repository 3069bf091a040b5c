// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/record.h"
#include "models/domain/refund.h"

namespace aftercharge::ctl {

// What `refund show` prints: its fields and their order are an interface. For people
// (`with_basis`) what the decision was made on stands below.
Record refund_record(const Refund &refund, bool with_basis);

// One line of `refund list`.
Record refund_line(const Refund &refund);

}  // namespace aftercharge::ctl
