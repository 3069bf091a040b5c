// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/gateway_log.h"

namespace aftercharge {

Q_LOGGING_CATEGORY(gateway_log, "aftercharge.gateway")

}  // namespace aftercharge
