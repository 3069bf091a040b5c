// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/prometheus_text.h"

namespace aftercharge {

// Of this process, from /proc/self and the kernel's clocks.
metrics::ProcessFigures process_figures();

}  // namespace aftercharge
