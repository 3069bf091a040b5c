// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/store/sql/local_store.h"

namespace aftercharge {

// The store that an engine's rig stands on: a fresh one of a network in CNY, Asia/Shanghai, gone
// with it. Local and encrypted, in memory where that is possible; or, where the environment says
// AFTERCHARGE_RIG_STORE=postgresql, a database of a real server that the test program starts once:
// the same tests, on the other engine.
class RigStore {
public:
    virtual ~RigStore() = default;
    virtual OpenStore open(const Clock &clock) = 0;
};

std::unique_ptr<RigStore> make_rig_store(const Clock &clock, Random &random);

}  // namespace aftercharge
