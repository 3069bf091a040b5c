// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/store/ledger_store.h"

namespace aftercharge {

// A ledger on which a workflow's commit is not the end: the unit of work is held open with all that
// was written, so that whoever ran the workflow adds what is known only by its result, and
// commits both as one. Let go without that, it leaves no trace.
class HeldLedger final : public LedgerStore {
public:
    explicit HeldLedger(LedgerStore &ledger) : ledger_(ledger) {}

    // One unit of work: after its commit the next is refused (internal), for it could be written
    // while the first is not.
    Result<std::unique_ptr<UnitOfWork>> begin() override;
    // Also what the held unit has written, as after a commit.
    LedgerReader &reader() override { return ledger_.reader(); }
    Result<std::unique_ptr<LedgerReader>> open_reader() override { return ledger_.open_reader(); }
    bool has_logins() const override { return ledger_.has_logins(); }

    // The unit that was committed by the workflow, still to be committed; none: it wrote nothing.
    std::unique_ptr<UnitOfWork> take() { return std::move(held_); }

private:
    class Unit;

    LedgerStore &ledger_;
    std::unique_ptr<UnitOfWork> held_;
};

}  // namespace aftercharge
