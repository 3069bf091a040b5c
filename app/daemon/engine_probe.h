// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "models/workflow/engine_figures.h"

namespace aftercharge {

class EngineThread;

// Whether the engine answers, and what it said last. One question at a time is open, so that an
// engine that hangs is not buried under them. From any thread.
class EngineProbe {
public:
    explicit EngineProbe(EngineThread &engine);
    ~EngineProbe();

    // Never waits; nothing when a question is still open.
    void ask();
    // Asks and waits for the answer; false: it did not come in time.
    bool ask(std::chrono::milliseconds patience);

    std::optional<EngineFigures> last() const;
    // Since when the open question waits; 0 when none is open.
    std::chrono::milliseconds silent_for() const;

private:
    struct Shared;
    EngineThread &engine_;
    std::shared_ptr<Shared> shared_;  // with the question, which may outlive this
};

}  // namespace aftercharge
