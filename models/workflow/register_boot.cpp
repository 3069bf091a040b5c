// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/register_boot.h"

namespace aftercharge {

Result<void> register_boot(Work &work, ChargePointDirectory &directory, const ChargePointId &charge_point_id,
                           const chargepoint::BootReport &boot)
{
    const auto known = directory.find(charge_point_id);
    // A reboot storm writes only what is new.
    if (known && known->vendor == boot.vendor && known->model == boot.model && known->firmware == boot.firmware &&
        known->serial_number == boot.serial_number)
        return {};
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto point = (*unit)->registry().charge_point(charge_point_id);
    if (!point)
        return pass_on(point);
    point->vendor = boot.vendor;
    point->model = boot.model;
    point->firmware = boot.firmware;
    point->serial_number = boot.serial_number;
    point->last_boot_at = work.clock.now();
    if (auto updated = (*unit)->registry().update_charge_point(*point); !updated)
        return updated;
    if (auto committed = (*unit)->commit(); !committed)
        return committed;
    directory.put(*point);
    return {};
}

}  // namespace aftercharge
