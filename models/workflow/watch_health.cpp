// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/watch_health.h"

#include <algorithm>

#include "models/workflow/system_ticket.h"

namespace aftercharge {
namespace {

constexpr bool touches_the_bill(HealthFlag flag)
{
    return flag == HealthFlag::Phantom || flag == HealthFlag::MeterFast;
}

std::string sentence(const HealthFinding &finding)
{
    const std::string what = finding.flag == HealthFlag::Phantom ? "Current without energy" : "Meter faster than V·I·t";
    return what + " from " + to_iso8601(finding.from) + " to " + to_iso8601(finding.to) + ": register " +
           std::to_string(finding.measured.value()) + " Wh, V·I·t " + std::to_string(finding.expected.value()) + " Wh";
}

Result<void> open(Work &work, const OrderNo &order_no, const HealthFinding &finding)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto order = (*unit)->orders().find(order_no);
    if (!order)
        return pass_on(order);
    // Told before the program came up again: a person may have decided about it meanwhile.
    const auto earlier = (*unit)->tickets().of_order(order_no);
    if (!earlier)
        return pass_on(earlier);
    const bool is_told = std::any_of(earlier->begin(), earlier->end(),
                                     [&](const Ticket &ticket) { return ticket.reason == to_text(finding.flag); });
    if (is_told)
        return {};
    const TicketKind kind = finding.flag == HealthFlag::Phantom ? TicketKind::PhantomCharging
                                                                : TicketKind::ChargingComplaint;
    if (auto opened = open_system_ticket(**unit, work, *order, kind, std::string(to_text(finding.flag)),
                                         sentence(finding));
        !opened)
        return opened;
    return (*unit)->commit();
}

}  // namespace

Result<void> HealthWatch::look_at(Work &work, const RunningSession &session)
{
    const Health health = session.health();
    if (health.healthy())
        return {};
    const OrderNo &order_no = session.order().order_no;
    for (const auto &finding : health.findings) {
        if (!finding || !touches_the_bill(finding->flag) || told_[order_no].contains(finding->flag))
            continue;
        const Changes::Mark mark = work.changes.mark();
        if (auto opened = open(work, order_no, *finding); !opened) {
            work.changes.rewind(mark);
            return opened;
        }
        told_[order_no].insert(finding->flag);
    }
    return {};
}

}  // namespace aftercharge
