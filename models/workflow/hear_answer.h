// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/workflow/gateway_tasks.h"

namespace aftercharge {

// A task with its answer, and what becomes of its row. Every verb leaves a row alone that was
// ended, armed anew or leased again meanwhile.
struct HeardTask {
    UnitOfWork &unit;
    Work &work;
    const GatewayTask &task;
    const GatewayAnswer &answer;

    const Effect &effect() const { return task.effect; }
    UtcTime now() const { return work.clock.now(); }
    Result<void> done(const std::string &word) const;
    Result<void> ask_again(const std::string &word, UtcTime due) const;  // a question: the same again
    Result<void> as_new(const std::string &word) const;                  // it did not happen: later, as if never sent

private:
    struct Hold {
        bool is_ours = false;
        std::optional<UtcTime> due_anew;  // somebody asked for it again meanwhile
    };
    Result<Hold> hold() const;
};

Result<void> hear_refund_task(const HeardTask &heard);
Result<void> hear_label_task(const HeardTask &heard);
Result<void> hear_claim_task(const HeardTask &heard);

}  // namespace aftercharge
