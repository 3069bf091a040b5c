// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtCore/QFuture>

namespace aftercharge {

// Waits for what was asked of the engine; none when the engine ended before it came to it. For
// threads that may wait: never the user interface's.
template<typename T>
std::optional<T> answer_of(QFuture<T> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0)
        return std::nullopt;
    return future.takeResult();
}

}  // namespace aftercharge
