// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/program_version.h"

namespace aftercharge {

const char *program_version()
{
    return AFTERCHARGE_VERSION;
}

}  // namespace aftercharge
