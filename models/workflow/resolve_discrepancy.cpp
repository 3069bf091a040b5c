// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/reconcile.h"

namespace aftercharge {

Result<Discrepancy> resolve_discrepancy(Work &work, const Uuid &id, const std::string &resolution,
                                        const OperatorName &by)
{
    if (resolution.empty())
        return fail(ErrorCode::InputInvalid, "a word about how is needed");
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (const auto person = permitted_operator((*unit)->registry(), by, Right::Reconcile); !person)
        return pass_on(person);
    const auto found = (*unit)->gateways().discrepancy(id);
    if (!found)
        return found;
    if (found->resolved_at)
        return fail(ErrorCode::StateNotAllowed, "resolved already by " + found->resolved_by.text());
    if (auto resolved = (*unit)->gateways().resolve_discrepancy(id, by, resolution, work.clock.now()); !resolved)
        return pass_on(resolved);
    if (auto noted = audit(**unit, work, actor_of(by), "discrepancy.resolve", found->entity, found->entity_id,
                           std::string(to_text(found->kind)) + ": " + resolution);
        !noted)
        return pass_on(noted);
    work.changes.rows.push_back({ChangedTable::Discrepancies, id.to_text(), 0});
    auto written = (*unit)->gateways().discrepancy(id);
    if (!written)
        return written;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return written;
}

}  // namespace aftercharge
