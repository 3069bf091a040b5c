// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/approval.h"
#include "models/domain/claim.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What a request was asked on, and whether that still holds.

// One row of a picture that is another now; `now` or `before` empty: there was or is none.
struct PictureChange {
    std::string name;
    std::string before;
    std::string now;
    friend bool operator==(const PictureChange &, const PictureChange &) = default;
};

// A picture with what differs from it at the moment of reading.
struct ApprovalView {
    ApprovalPicture picture;
    std::vector<PictureChange> changes;  // of one that still waits; empty: it holds
};

// The picture of a subject ("R…", "K…"); none for a batch (its rows have theirs), for what was
// approved at once, and for what was asked before pictures were kept.
Result<std::optional<ApprovalView>> read_approval(LedgerReader &ledger, const ApprovalSubject &subject);

// "fee 23.40 → 22.10; refund:R20261125-0002 → 5.00": what follows from other rows is left out.
std::string changes_text(const std::vector<PictureChange> &changes);

// Keeps the picture of a request that is to wait; the request is inserted already.
Result<void> keep_picture(UnitOfWork &unit, Work &work, const Refund &refund);
Result<void> keep_picture(UnitOfWork &unit, Work &work, const Claim &claim);

// What is another now than when it was asked for. Other refunds of the order count that were
// there then, and that were approved since: what merely waits behind it changes nothing.
Result<std::vector<PictureChange>> changes_since(UnitOfWork &unit, const Refund &refund);
Result<std::vector<PictureChange>> changes_since(UnitOfWork &unit, const Claim &claim);

}  // namespace aftercharge
