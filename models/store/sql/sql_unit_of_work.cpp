// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_unit_of_work.h"

#include <QtGlobal>

namespace aftercharge {

SqlUnitOfWork::~SqlUnitOfWork()
{
    if (is_over_)
        return;
    ledger_.forget_pending();
    ledger_.database().rollback();
}

Result<void> SqlUnitOfWork::commit()
{
    if (is_over_)
        return fail(ErrorCode::Internal, "the unit of work is over");
    is_over_ = true;
    // What was written of a failed flush goes with the transaction, which it has spoilt.
    (void)ledger_.flush_pending();
    if (const auto committed = ledger_.database().commit(); !committed)
        return committed;
    if (keeper_ && !ledger_.chain().lengthened().empty()) {
        const auto advanced = keeper_->advance(ledger_.network().store_id, ledger_.chain().lengthened());
        if (!advanced)
            qWarning("chain heads not kept: %s", to_line(advanced.error()).c_str());
    }
    return {};
}

}  // namespace aftercharge
