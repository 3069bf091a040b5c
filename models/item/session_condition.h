// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "models/item/cell_roles.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

// The one word for how a session stands, worst first: what the eye has to find. A fault
// outweighs current without energy, that a lost connection, that silence.
enum class SessionCondition {
    Fault,
    Phantom,
    Offline,
    Silent,
    Starting,
    Charging,
    Settling,  // over, not yet wholly paid or only provisional
    Settled,
    AfterSales,  // a person paid something back
    Cancelled,
};

bool is_running(const SessionView &session);
SessionCondition condition_of(const SessionView &session);
// Whether a person should look: a running session with a sign of trouble, one whose
// settlement is stuck, or one that the hardware cut off by itself (unplugging excepted).
bool needs_look(const SessionView &session);
bool is_offline(const SessionView &session);

// The sign to be told where there is room for one; nothing when all is well. Readings that
// were left out are the least of them.
std::optional<HealthSign> worst_sign(const SessionView &session);

Tone tone_of(SessionCondition condition);
ChipShape shape_of(SessionCondition condition);
Tone health_tone(const SessionView &session);

}  // namespace aftercharge
