// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace aftercharge {

// A field that is another now than when a person read it.
template<typename T>
struct BeforeAfter {
    T before;
    T after;
    friend bool operator==(const BeforeAfter &, const BeforeAfter &) = default;
};

// Nothing where they are the same.
template<typename T>
std::optional<BeforeAfter<T>> differing(const T &before, const T &after)
{
    if (before == after)
        return std::nullopt;
    return BeforeAfter<T>{before, after};
}

}  // namespace aftercharge
