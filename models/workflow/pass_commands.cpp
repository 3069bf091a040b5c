// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/pass_commands.h"

#include "models/workflow/command_charge_point.h"

namespace aftercharge {
namespace {

// Longer than a charge point may take to answer.
constexpr std::chrono::seconds lease_time{120};
// Nobody waits any longer: a stop that comes late would surprise more than help.
constexpr std::chrono::seconds command_life{60};
// A charge point that no daemon has answered for in this time is connected to none.
constexpr std::chrono::seconds nobody_has_it{5};
constexpr int batch_limit = 100;

OutboxWriter::Wanted wanted_here(const CommandReach &reach, UtcTime now)
{
    if (!reach)
        return {};
    return [reach, now](const Effect &effect) {
        const auto command = command_from_text(effect.payload);
        return !command || reach(command->charge_point_id) || now - effect.created_at > nobody_has_it;
    };
}

}  // namespace

Result<void> finish_command(Work &work, const Uuid &id, const Result<void> &answer)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const std::string refusal = answer ? std::string{} : to_line(answer.error());
    if (auto done = (*unit)->outbox().done(id, work.clock.now(), refusal); !done)
        return done;
    return (*unit)->commit();
}

Result<int> pass_commands(Work &work, chargepoint::ChargePointGateway &gateway, const CommandReport &report,
                          const CommandReach &reach)
{
    const auto waiting = work.ledger.reader().outbox().waiting();
    if (!waiting)
        return pass_on(waiting);
    if (*waiting == 0)
        return 0;
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const UtcTime now = work.clock.now();
    const auto due = (*unit)->outbox().lease(EffectKind::ChargePointCommand, now, "charge points", now + lease_time,
                                             batch_limit, wanted_here(reach, now));
    if (!due)
        return pass_on(due);
    if (due->empty())
        return 0;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    for (const Effect &effect : *due) {
        const auto command = command_from_text(effect.payload);
        if (!command)
            report(effect.id, pass_on(command));
        else if (now - effect.created_at > command_life)
            report(effect.id, fail(ErrorCode::CommandTimeout, "not passed on in time"));
        else
            gateway.send(command->charge_point_id, command->command,
                         [report, id = effect.id](Result<void> answer) { report(id, std::move(answer)); });
    }
    return static_cast<int>(due->size());
}

}  // namespace aftercharge
