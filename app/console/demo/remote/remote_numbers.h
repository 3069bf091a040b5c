// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace aftercharge {
class DeskService;
}  // namespace aftercharge

namespace aftercharge::demo {

// Orders, tickets, refunds, what waits, the sum of the books and the length of the audit log, as
// this desk reads them: "22 orders, 4 tickets, …"; of what cannot be read, why.
std::string numbers_of(DeskService &desk);

}  // namespace aftercharge::demo
