// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/store/desk_gate.h"
#include "models/store/sql/shared_store.h"

namespace aftercharge {

// For the calling thread, under the location's login: the functions of the schema desk, each call
// a transaction of its own. It outlives the server: after store.unreachable the next call
// connects anew.
Result<std::unique_ptr<DeskGate>> open_desk_gate(const SharedLocation &location);

}  // namespace aftercharge
