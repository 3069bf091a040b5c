// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace aftercharge {

// "0.1.0": of the project as it was built.
const char *program_version();

}  // namespace aftercharge
