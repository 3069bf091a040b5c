// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/held_ledger.h"

#include "models/workflow/forwarded_unit.h"

namespace aftercharge {

class HeldLedger::Unit final : public ForwardedUnit {
public:
    Unit(HeldLedger &ledger, std::unique_ptr<UnitOfWork> unit)
        : ForwardedUnit(*unit), ledger_(ledger), unit_(std::move(unit))
    {
    }

    Result<void> commit() override
    {
        if (!unit_)
            return fail(ErrorCode::Internal, "the unit of work is over");
        ledger_.held_ = std::move(unit_);
        return {};
    }

private:
    HeldLedger &ledger_;
    std::unique_ptr<UnitOfWork> unit_;
};

Result<std::unique_ptr<UnitOfWork>> HeldLedger::begin()
{
    if (held_)
        return fail(ErrorCode::Internal, "a second unit of work in one decision");
    auto unit = ledger_.begin();
    if (!unit)
        return unit;
    return std::make_unique<Unit>(*this, std::move(*unit));
}

}  // namespace aftercharge
