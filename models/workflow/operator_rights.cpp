// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

bool may(const Operator &person, Right right)
{
    switch (right) {
    case Right::DecideTickets:
        return person.role != Role::Worker && person.role != Role::Ops;
    case Right::CommandChargers:
    case Right::OpenTickets:
        return person.role != Role::Worker;
    case Right::ApproveRefunds:
        return person.approval_limit.has_value() && person.role != Role::Worker;
    case Right::Reconcile:
        return person.role == Role::Supervisor || person.role == Role::Administrator;
    case Right::Administer:
        return person.role == Role::Administrator;
    }
    return false;
}

}  // namespace

Result<Operator> permitted_operator(RegistryReader &registry, const OperatorName &name, Right right)
{
    auto person = registry.find_operator(name);
    if (!person)
        return person;
    if (person->disabled)
        return fail(ErrorCode::OperatorDisabled, name.text());
    if (!may(*person, right))
        return fail(ErrorCode::OperatorNotPermitted, name.text() + " is " + std::string(to_text(person->role)));
    return person;
}

Result<void> check_actor(RegistryReader &registry, const Actor &actor, Right right)
{
    if (actor.source != Source::Admin)
        return {};
    const auto name = OperatorName::from_text(actor.name);
    if (!name)
        return fail(ErrorCode::OperatorNotFound, actor.name);
    if (const auto person = permitted_operator(registry, *name, right); !person)
        return pass_on(person);
    return {};
}

}  // namespace aftercharge
