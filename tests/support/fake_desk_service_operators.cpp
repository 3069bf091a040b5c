// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_desk_service.h"

namespace aftercharge {

void FakeDeskService::answer_operators()
{
    const auto changed = [this](const OperatorName &name, const std::function<void(Operator &)> &change) {
        for (Operator &person : operator_rows) {
            if (person.name != name)
                continue;
            change(person);
            return answered<Operator>(person);
        }
        return answered<Operator>(fail(ErrorCode::OperatorNotFound, name.text()));
    };
    on_add_operator = [this](const Operator &person) {
        for (const Operator &known : operator_rows) {
            if (known.name == person.name)
                return answered<void>(fail(ErrorCode::OperatorExists, person.name.text()));
        }
        operator_rows.push_back(person);
        return answered<void>({});
    };
    on_set_limit = [changed](const OperatorName &name, std::optional<Money> limit) {
        return changed(name, [&](Operator &person) { person.approval_limit = limit; });
    };
    on_disable = [changed](const OperatorName &name) {
        return changed(name, [](Operator &person) { person.disabled = true; });
    };
}

Answered<void> FakeDeskService::add_operator(const Operator &person)
{
    note("add_operator " + person.name.text());
    return on_add_operator(person);
}

Answered<Operator> FakeDeskService::set_operator_limit(const OperatorName &name, std::optional<Money> limit)
{
    note("set_operator_limit " + name.text() + " " + (limit ? limit->to_text() : std::string("none")));
    return on_set_limit(name, limit);
}

Answered<Operator> FakeDeskService::disable_operator(const OperatorName &name)
{
    note("disable_operator " + name.text());
    return on_disable(name);
}

}  // namespace aftercharge
