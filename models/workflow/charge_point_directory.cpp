// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/charge_point_directory.h"

#include "models/workflow/registry_changes.h"

namespace aftercharge {

Result<void> ChargePointDirectory::read(RegistryReader &registry)
{
    const auto stored = registry.charge_points();
    if (!stored)
        return pass_on(stored);
    Points points;
    for (const ChargePoint &point : *stored)
        points.emplace(point.id.text(), point);
    const std::lock_guard lock(mutex_);
    points_.swap(points);
    return {};
}

void ChargePointDirectory::put(const ChargePoint &point)
{
    const std::lock_guard lock(mutex_);
    points_.insert_or_assign(point.id.text(), point);
}

chargepoint::AccessCheck::Verdict ChargePointDirectory::check(std::string_view charge_point_id,
                                                              std::string_view password) const
{
    PasswordHash stored;
    {
        const std::lock_guard lock(mutex_);
        const auto found = points_.find(std::string(charge_point_id));
        if (found == points_.end())
            return Verdict::UnknownChargePoint;
        stored = found->second.password;
    }
    return password_matches(stored, password) ? Verdict::Granted : Verdict::WrongPassword;
}

std::optional<ChargePoint> ChargePointDirectory::find(const ChargePointId &id) const
{
    const std::lock_guard lock(mutex_);
    const auto found = points_.find(id.text());
    return found == points_.end() ? std::nullopt : std::optional<ChargePoint>{found->second};
}

std::size_t ChargePointDirectory::size() const
{
    const std::lock_guard lock(mutex_);
    return points_.size();
}

}  // namespace aftercharge
