// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/open_gate.h"

#include "models/store/sql/sql_desk_gate.h"

namespace aftercharge {

Result<std::unique_ptr<DeskGate>> open_gate(const SharedLocation &location)
{
    return open_desk_gate(location);
}

}  // namespace aftercharge
