// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/wiring/opened_store.h"
#include "models/store/desk_gate.h"

namespace aftercharge {

// The functions of a shared store, under the location's login; for the calling thread.
Result<std::unique_ptr<DeskGate>> open_gate(const SharedLocation &location);

}  // namespace aftercharge
