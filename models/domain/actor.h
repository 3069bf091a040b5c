// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

namespace aftercharge {

enum class Role { Agent, Ops, Supervisor, Administrator, Worker };

constexpr auto text_table(Role)
{
    return std::array{
        EnumText{Role::Agent, "agent"},           EnumText{Role::Ops, "ops"},
        EnumText{Role::Supervisor, "supervisor"}, EnumText{Role::Administrator, "administrator"},
        EnumText{Role::Worker, "worker"},
    };
}

// A person who works at the desk. `approval_limit` is what he may approve by himself; none
// means nothing (agents request, somebody else approves).
struct Operator {
    OperatorName name;
    std::string display_name;
    Role role = Role::Agent;
    std::optional<Money> approval_limit;
    bool disabled = false;
    UtcTime created_at;
    std::int64_t version = 0;
    friend bool operator==(const Operator &, const Operator &) = default;
};

// Where a change came from, as the status logs of the specification name it.
enum class Source { Admin, Api, Manual, System, ChargePoint, Customer };

constexpr auto text_table(Source)
{
    return std::array{
        EnumText{Source::Admin, "ADMIN"},
        EnumText{Source::Api, "API"},
        EnumText{Source::Manual, "MANUAL"},
        EnumText{Source::System, "SYSTEM"},
        EnumText{Source::ChargePoint, "CHARGE_POINT"},
        EnumText{Source::Customer, "CUSTOMER"},
    };
}

// Who acts: an operator by name, or a part of the system ("engine", a charge point's id).
struct Actor {
    Source source = Source::System;
    std::string name = "engine";
    friend bool operator==(const Actor &, const Actor &) = default;
};

}  // namespace aftercharge
