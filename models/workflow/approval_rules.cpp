// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/approval_rules.h"

#include <algorithm>

#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

Result<std::unique_ptr<UnitOfWork>> begin_administration(Work &work, const Actor &actor)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return unit;
    if (auto checked = check_actor((*unit)->registry(), actor, Right::Administer); !checked)
        return pass_on(checked);
    return unit;
}

Result<void> note_and_commit(UnitOfWork &unit, Work &work, const Actor &actor, const std::string &action,
                             const std::string &entity, const std::string &id, const std::string &detail)
{
    if (auto noted = audit(unit, work, actor, action, entity, id, detail); !noted)
        return noted;
    if (auto committed = unit.commit(); !committed)
        return committed;
    work.changes.rows.push_back({ChangedTable::Registry, id, 0});
    return {};
}

std::string people(int approvers)
{
    return std::to_string(approvers) + (approvers == 1 ? " person" : " different people");
}

Result<void> check_rule(RegistryReader &registry, const ApprovalRule &rule)
{
    const auto network = registry.network();
    if (!network)
        return pass_on(network);
    if (rule.above.currency() != network->currency)
        return fail(ErrorCode::MoneyCurrencyMismatch, std::string(rule.above.currency().code()));
    if (rule.above.is_negative())
        return fail(ErrorCode::MoneyNotPositive, rule.above.to_text());
    if (rule.approvers < 1 || rule.approvers > max_approvers)
        return fail(ErrorCode::InputInvalid,
                    "1 to " + std::to_string(max_approvers) + " approvers, not " + std::to_string(rule.approvers));
    return {};
}

}  // namespace

int approvers_needed(const std::vector<ApprovalRule> &rules, const Money &amount)
{
    int needed = 1;
    for (const ApprovalRule &rule : rules) {
        const auto order = compare(amount, rule.above);
        if (!order || *order > 0)
            needed = std::max(needed, rule.approvers);
    }
    return needed;
}

Result<int> approvers_needed(ApprovalReader &approvals, const Money &amount)
{
    return approvals.rules().map(
        [&](const std::vector<ApprovalRule> &rules) { return approvers_needed(rules, amount); });
}

Result<void> set_approval_rule(Work &work, const ApprovalRule &rule, const Actor &actor)
{
    auto unit = begin_administration(work, actor);
    if (!unit)
        return pass_on(unit);
    if (auto checked = check_rule((*unit)->registry(), rule); !checked)
        return checked;
    if (auto set = (*unit)->approvals().set_rule(rule); !set)
        return set;
    return note_and_commit(**unit, work, actor, "approval.rule_set", "approval_rule", rule.above.to_text(),
                           "above " + rule.above.to_text() + " " + people(rule.approvers));
}

Result<void> remove_approval_rule(Work &work, const Money &above, const Actor &actor)
{
    auto unit = begin_administration(work, actor);
    if (!unit)
        return pass_on(unit);
    const auto removed = (*unit)->approvals().remove_rule(above);
    if (!removed)
        return pass_on(removed);
    if (!*removed)
        return fail(ErrorCode::InputInvalid, "there is no rule for what is above " + above.to_text());
    return note_and_commit(**unit, work, actor, "approval.rule_remove", "approval_rule", above.to_text(), {});
}

Result<void> set_approval_life(Work &work, std::chrono::milliseconds life, const Actor &actor)
{
    if (life < shortest_approval_life || life > longest_approval_life)
        return fail(ErrorCode::InputInvalid, "a life of 1 hour to 365 days");
    auto unit = begin_administration(work, actor);
    if (!unit)
        return pass_on(unit);
    if (auto set = (*unit)->approvals().set_life(life); !set)
        return set;
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(life).count();
    return note_and_commit(**unit, work, actor, "approval.life_set", "approval_setting", "life",
                           std::to_string(hours) + " h");
}

}  // namespace aftercharge
