// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/boot_configurator.h"

#include <array>

#include "models/gateway/ocpp16/log.h"

namespace aftercharge::ocpp16 {
namespace {

struct Setting {
    const char *key;
    const char *value;
};

constexpr std::array settings{
    Setting{"MeterValueSampleInterval", "15"},
    Setting{"MeterValuesSampledData", "Voltage,Current.Import,Power.Active.Import,SoC,Energy.Active.Import.Register"},
};

}  // namespace

void BootConfigurator::configure(const ChargePointId &charge_point_id)
{
    for (const Setting &setting : settings) {
        const auto done = [id = charge_point_id, key = setting.key](Result<void> result) {
            if (!result)
                qCInfo(ocpp_log) << id.text().c_str() << "does not take" << key << to_line(result.error()).c_str();
        };
        gateway_.send(charge_point_id, chargepoint::ChangeConfiguration{setting.key, setting.value}, done);
    }
}

}  // namespace aftercharge::ocpp16
