// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/wiring/local_store.h"

namespace aftercharge::ctl {
namespace {

Result<void> verify(Context &context)
{
    const auto store = context.open_store();
    if (!store)
        return pass_on(store);
    const auto report = context.work().ledger.reader().audit().verify([](std::int64_t, std::int64_t) { return true; });
    if (!report)
        return pass_on(report);
    Record record;
    record.add("entries", report->entries).add("intact", report->intact).add("problem", text_or_null(report->problem));
    context.show(record);
    if (!report->intact)
        return fail(ErrorCode::StoreChainBroken, report->problem);
    return {};
}

}  // namespace

void add_audit_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("audit", "Who did what");
    CLI::App *command = group->add_subcommand("verify", "Recomputes every hash chain over the rows as they stand");
    line.on_unopened(command, true, verify);
}

}  // namespace aftercharge::ctl
