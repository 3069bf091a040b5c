// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/system_random.h"

#include <QtCore/QRandomGenerator>

namespace aftercharge {

std::uint64_t SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

}  // namespace aftercharge
