// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/id.h"

namespace aftercharge {

// The operating system's generator (getrandom): fit for tokens and salts.
class SystemRandom final : public Random {
public:
    std::uint64_t next() override;
};

}  // namespace aftercharge
