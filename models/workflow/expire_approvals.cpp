// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/expire_approvals.h"

#include <QtCore/QLoggingCategory>

#include "models/workflow/claim_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/refund_batch_steps.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

Q_LOGGING_CATEGORY(approvals_log, "aftercharge.approvals")

constexpr int most_at_once = 100;

std::string reason_of(std::chrono::milliseconds life)
{
    return "expired, nobody approved it within " +
           std::to_string(std::chrono::duration_cast<std::chrono::hours>(life).count()) + " h";
}

// Each is looked at again within its own unit of work: it may have been decided meanwhile.
Result<bool> expire(UnitOfWork &unit, Work &work, const RefundNo &refund_no, const std::string &reason)
{
    auto refund = unit.refunds().find(refund_no);
    if (!refund || refund->approval != ApprovalState::Waiting)
        return refund ? Result<bool>(false) : pass_on(refund);
    return return_refund(unit, work, *refund, reason, {})
        .and_then([&] { return audit(unit, work, {}, "refund.expire", "payment_refund", refund_no.text(), reason); })
        .map([] { return true; });
}

Result<bool> expire(UnitOfWork &unit, Work &work, const ClaimNo &claim_no, const std::string &reason)
{
    auto claim = unit.claims().find(claim_no);
    if (!claim || claim->approval != ApprovalState::Waiting)
        return claim ? Result<bool>(false) : pass_on(claim);
    return return_claim(unit, work, *claim, reason, {})
        .and_then([&] { return audit(unit, work, {}, "claim.expire", "carrier_claim", claim_no.text(), reason); })
        .map([] { return true; });
}

Result<bool> expire(UnitOfWork &unit, Work &work, const BatchNo &batch_no, const std::string &reason)
{
    auto batch = unit.approvals().batch(batch_no);
    if (!batch || batch->approval != ApprovalState::Waiting)
        return batch ? Result<bool>(false) : pass_on(batch);
    return return_batch(unit, work, *batch, reason, {})
        .and_then([&] { return audit(unit, work, {}, "batch.expire", "refund_batch", batch_no.text(), reason); })
        .map([] { return true; });
}

template<typename Number>
Result<bool> expire_one(Work &work, const Number &number, const std::string &reason)
{
    const Changes::Mark mark = work.changes.mark();
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto expired = expire(**unit, work, number, reason);
    if (expired && *expired) {
        if (auto committed = (*unit)->commit(); !committed)
            expired = pass_on(committed);
    }
    if (!expired)
        work.changes.rewind(mark);
    return expired;
}

// One that cannot be sent back stops no other; it is tried again with the next call.
template<typename Number>
Result<int> expire_all(Work &work, const Result<std::vector<Number>> &numbers, const std::string &reason)
{
    if (!numbers)
        return pass_on(numbers);
    int count = 0;
    for (const Number &number : *numbers) {
        const auto expired = expire_one(work, number, reason);
        if (!expired)
            qCWarning(approvals_log, "%s cannot be sent back: %s", number.text().c_str(),
                      to_line(expired.error()).c_str());
        else if (*expired)
            ++count;
    }
    return count;
}

}  // namespace

Result<int> expire_approvals(Work &work)
{
    ApprovalReader &approvals = work.ledger.reader().approvals();
    const auto life = approvals.life();
    if (!life)
        return pass_on(life);
    const UtcTime before = work.clock.now() - *life;
    const std::string reason = reason_of(*life);
    int count = 0;
    for (const auto &expired : {expire_all(work, approvals.refunds_waiting_since(before, most_at_once), reason),
                                expire_all(work, approvals.claims_waiting_since(before, most_at_once), reason),
                                expire_all(work, approvals.batches_waiting_since(before, most_at_once), reason)}) {
        if (!expired)
            return expired;
        count += *expired;
    }
    return count;
}

}  // namespace aftercharge
