// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLoggingCategory>

#include "models/workflow/engine.h"

namespace aftercharge {

Q_DECLARE_LOGGING_CATEGORY(engine_log)

template<typename T>
void Engine::keep_failure(const char *what, const Result<T> &result)
{
    if (result)
        return;
    qCWarning(engine_log, "%s: %s", what, to_line(result.error()).c_str());
    note_store_trouble(result.error().code);
}

}  // namespace aftercharge
