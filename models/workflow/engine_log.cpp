// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/engine_log.h"

namespace aftercharge {

Q_LOGGING_CATEGORY(engine_log, "aftercharge.engine")

}  // namespace aftercharge
