// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace aftercharge {

// The one place where an enum meets its text (store, command line, wire). An enum takes
// part by a constexpr function found by argument-dependent look-up:
//
//   constexpr auto text_table(TicketKind) { return std::array{EnumText{TicketKind::Refund, "REFUND"}, …}; }
template<typename E>
struct EnumText {
    E value;
    std::string_view text;
};
// C++20 deduces this by itself; clang before 17 needs it spelled out.
template<typename E>
EnumText(E, std::string_view) -> EnumText<E>;

template<typename E>
constexpr std::string_view to_text(E value)
{
    for (const auto &entry : text_table(E{})) {
        if (entry.value == value)
            return entry.text;
    }
    return "?";
}

template<typename E>
constexpr std::optional<E> from_text(std::string_view text)
{
    for (const auto &entry : text_table(E{})) {
        if (entry.text == text)
            return entry.value;
    }
    return std::nullopt;
}

}  // namespace aftercharge
