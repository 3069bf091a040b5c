// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "app/sim/sandbox/json.h"
#include "app/sim/sandbox/sandbox_core.h"

namespace aftercharge::sim {

// What a sandbox serves under /_sandbox besides what it plays.
struct SandboxControl {
    std::function<Result<void>(const std::string &)> load;                  // POST script
    std::map<std::string, std::function<Result<void>(const Json &)>> more;  // POST of other names, a JSON object each
};

// Answers calls to /_sandbox, hands the others to `play`, and logs these.
HttpReply serve(SandboxCore &core, const SandboxControl &control, const HttpCall &call,
                const std::function<HttpReply(const HttpCall &)> &play);

// Texts such as "lost_after+fail" as steps. Errors: input.invalid.
Result<std::vector<Step>> steps_from(const std::vector<std::string> &texts);

}  // namespace aftercharge::sim
