// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "models/domain/enum_text.h"
#include "models/domain/error.h"

namespace aftercharge {

// One row of a state machine: state × event → state. A machine is a constexpr array of rows;
// what is not in it is refused with state.not_allowed, naming state and event.
template<typename State, typename Event>
struct Transition {
    State from;
    Event event;
    State to;
};

template<typename State, typename Event, std::size_t N>
Result<State> next_state(const std::array<Transition<State, Event>, N> &table, State from, Event event)
{
    for (const auto &row : table) {
        if (row.from == from && row.event == event)
            return row.to;
    }
    return fail(ErrorCode::StateNotAllowed, std::string(to_text(event)) + " in " + std::string(to_text(from)));
}

}  // namespace aftercharge
