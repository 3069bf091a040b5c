// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "models/domain/error.h"

namespace aftercharge {

// One read of many that fill a view: its value into its place, or its error to pass on.
template<typename T, typename Into>
Result<void> read_into(Into &into, Result<T> &&read)
{
    if (!read)
        return pass_on(read);
    into = std::move(*read);
    return {};
}

}  // namespace aftercharge
