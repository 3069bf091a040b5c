// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "app/console/demo/demo_summary.h"
#include "models/domain/money.h"

namespace aftercharge::demo {

// What a step saw, or what was missing.
using Seen = Result<std::string>;

tl::unexpected<Error> missing(const std::string &what);
std::string amount_of(const Money &money);

// Tells the story's steps one by one, and keeps what came of each.
class Narrator {
public:
    explicit Narrator(Summary &summary) : summary_(summary) {}

    void step(const std::string &name, const std::function<Seen()> &act);
    // Looks again and again, for at most so many seconds.
    bool until(const std::function<bool()> &condition, int seconds = 60) const;

private:
    Summary &summary_;
};

}  // namespace aftercharge::demo
