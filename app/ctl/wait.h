// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

#include "models/domain/error.h"

namespace aftercharge::ctl {

// Asks `is_done` a few times a second until it says yes; false when the time is over.
Result<bool> wait_until(std::chrono::milliseconds at_most, const std::function<Result<bool>()> &is_done);

}  // namespace aftercharge::ctl
