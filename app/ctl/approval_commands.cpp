// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/approval_record.h"
#include "app/ctl/command_line.h"
#include "models/workflow/approval_rules.h"

namespace aftercharge::ctl {
namespace {

struct RuleOptions {
    std::string above;
    int approvers = 1;
};

Result<void> list(Context &context)
{
    ApprovalReader &approvals = context.work().ledger.reader().approvals();
    const auto rules = approvals.rules();
    if (!rules)
        return pass_on(rules);
    Records records;
    for (const ApprovalRule &rule : *rules) {
        Record record;
        record.add("above_minor", rule.above)
            .add("currency", rule.above.currency().code())
            .add("approvers", rule.approvers);
        records.push_back(std::move(record));
    }
    context.show(records);
    return {};
}

Result<void> set(Context &context, const RuleOptions &options)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    const auto above = context.amount(options.above);
    if (!above)
        return pass_on(above);
    if (auto done = set_approval_rule(context.work(), {*above, options.approvers}, *actor); !done)
        return done;
    return list(context);
}

Result<void> remove(Context &context, const std::string &text)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    const auto above = context.amount(text);
    if (!above)
        return pass_on(above);
    if (auto done = remove_approval_rule(context.work(), *above, *actor); !done)
        return done;
    return list(context);
}

Result<void> show_life(Context &context)
{
    const auto life = context.work().ledger.reader().approvals().life();
    if (!life)
        return pass_on(life);
    Record record;
    record.add("life_hours", std::int64_t{std::chrono::duration_cast<std::chrono::hours>(*life).count()});
    context.show(record);
    return {};
}

Result<void> set_life(Context &context, int hours)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    if (auto done = set_approval_life(context.work(), std::chrono::hours{hours}, *actor); !done)
        return done;
    return show_life(context);
}

// A refund's number, or a claim's. Of a batch see `batch show`.
Result<void> show(Context &context, const ApprovalSubject &subject)
{
    LedgerReader &ledger = context.work().ledger.reader();
    Record record;
    record.add("subject", subject);
    const auto refund = RefundNo::from_text(subject).and_then(
        [&](const RefundNo &refund_no) { return ledger.refunds().find(refund_no); });
    if (!refund && refund.error().code != ErrorCode::RefundNotFound)
        return pass_on(refund);
    Money up_to;
    if (refund) {
        up_to = refund->amount;
        record.add("approval", enum_value(refund->approval)).add("requested_by", refund->requested_by);
    } else {
        const auto claim = ClaimNo::from_text(subject).and_then(
            [&](const ClaimNo &claim_no) { return ledger.claims().find(claim_no); });
        if (!claim)
            return claim.error().code == ErrorCode::ClaimNotFound ? pass_on(refund) : pass_on(claim);
        up_to = claim->up_to;
        record.add("approval", enum_value(claim->approval)).add("requested_by", claim->requested_by);
    }
    record.add("up_to_minor", up_to).add("currency", up_to.currency().code());
    if (auto added = add_approval(record, context, subject, up_to); !added)
        return added;
    context.show(record);
    return {};
}

}  // namespace

void add_approval_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("approval", "How many people have to approve, and how long it may take");
    CLI::App *rule = group->add_subcommand("rule", "From which amount so many different people are needed");
    rule->require_subcommand(1);

    auto setting = std::make_shared<RuleOptions>();
    CLI::App *set_command = rule->add_subcommand("set", "More than the amount needs so many different people");
    set_command->add_option("--above", setting->above, "In the store's currency")->required();
    set_command->add_option("--approvers", setting->approvers, "Besides who asks")->required();
    line.on(set_command, [setting](Context &context) { return set(context, *setting); });

    line.on(rule->add_subcommand("list", "Lowest amount first"), list);

    auto removed = std::make_shared<std::string>();
    CLI::App *remove_command = rule->add_subcommand("remove", "The rule of an amount");
    remove_command->add_option("--above", *removed, "In the store's currency")->required();
    line.on(remove_command, [removed](Context &context) { return remove(context, *removed); });

    auto shown = std::make_shared<std::string>();
    CLI::App *show_command = group->add_subcommand("show", "Who approved a refund or claim, and what was seen");
    show_command->add_option("NO", *shown, "Of the refund or the claim")->required();
    line.on(show_command, [shown](Context &context) { return show(context, *shown); });

    auto hours = std::make_shared<std::optional<int>>();
    CLI::App *life_command = group->add_subcommand("life", "How long a request waits before it goes back by itself");
    life_command->add_option("HOURS", *hours, "From now on; else it is shown");
    line.on(life_command,
            [hours](Context &context) { return *hours ? set_life(context, **hours) : show_life(context); });
}

}  // namespace aftercharge::ctl
