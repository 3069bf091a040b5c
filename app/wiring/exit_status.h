// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

namespace aftercharge {

constexpr int wrong_usage = 2;

// What a program ends with after an error: 3 when store or network are out of reach, 1 when a
// rule refused it.
int exit_status(const Error &error);

}  // namespace aftercharge
