// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/remote/remote_numbers.h"

#include "app/console/demo/demo_count.h"
#include "models/workflow/desk_service.h"

namespace aftercharge::demo {
namespace {

std::string told(const Result<std::int64_t> &count)
{
    return count ? std::to_string(*count) : to_line(count.error());
}

}  // namespace

std::string numbers_of(DeskService &desk)
{
    Summary counted;
    count_rows(desk, counted);
    const auto sum = desk.ledger_sum().result();
    return std::to_string(counted.sessions) + " sessions, " + std::to_string(counted.settled) + " settled, " +
           std::to_string(counted.tickets) + " tickets, " + std::to_string(counted.refunds_success) + " refunds, " +
           told(desk.refunds_waiting().result()) + " waiting, sum " + (sum ? sum->to_text() : to_line(sum.error())) +
           ", audit log of " + told(desk.audit_length().result());
}

}  // namespace aftercharge::demo
