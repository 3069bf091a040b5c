// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "models/domain/network.h"
#include "models/gateway/chargepoint/charge_point_gateway.h"
#include "models/store/registry.h"

namespace aftercharge {

// The registered charge points, held in memory: who may connect is asked on I/O threads,
// what a charge point is on the engine's. Read anew when the registry changed.
class ChargePointDirectory : public chargepoint::AccessCheck {
public:
    Result<void> read(RegistryReader &registry);
    // One that changed: when a whole network reboots, each is not a reason to read all.
    void put(const ChargePoint &point);
    Verdict check(std::string_view charge_point_id, std::string_view password) const override;
    std::optional<ChargePoint> find(const ChargePointId &id) const;
    std::size_t size() const;

private:
    using Points = std::unordered_map<std::string, ChargePoint>;

    mutable std::mutex mutex_;
    Points points_;
};

}  // namespace aftercharge
