// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/log.h"

namespace aftercharge::ocpp16 {

Q_LOGGING_CATEGORY(ocpp_log, "aftercharge.ocpp")

}  // namespace aftercharge::ocpp16
