// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/keep_orphan.h"

namespace aftercharge {

Result<void> keep_orphan(Work &work, OrphanReport report)
{
    report.id = make_uuid(work.clock, work.random);
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto added = (*unit)->orders().add_orphan(report); !added)
        return added;
    if (auto committed = (*unit)->commit(); !committed)
        return committed;
    work.changes.rows.push_back({ChangedTable::Orphans, report.id.to_text(), 0});
    return {};
}

}  // namespace aftercharge
