// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/actor.h"
#include "models/store/registry.h"

namespace aftercharge {

enum class Right {
    DecideTickets,    // agents, supervisors, administrators
    CommandChargers,  // ops, supervisors, administrators
    ApproveRefunds,   // whoever has a limit
    Administer,       // administrators
    OpenTickets,      // everybody who works at the desk
    Reconcile,        // supervisors, administrators
};

// The operator behind a name, if he may do this: operator.not_found, operator.disabled,
// operator.not_permitted. On a local store this is a procedure, not a barrier (trust.md).
Result<Operator> permitted_operator(RegistryReader &registry, const OperatorName &name, Right right);

// The same for who acts, where that may be a part of the system: only an operator (Source::Admin)
// is asked for his rights. What the system does by itself, "store init" too, is not.
Result<void> check_actor(RegistryReader &registry, const Actor &actor, Right right);

inline Actor actor_of(const OperatorName &name)
{
    return {Source::Admin, name.text()};
}

}  // namespace aftercharge
