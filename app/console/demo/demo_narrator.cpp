// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_narrator.h"

#include <cstdio>

#include <QtCore/QDeadlineTimer>
#include <QtCore/QSemaphore>

namespace aftercharge::demo {
namespace {

constexpr int look_again_ms = 100;

}  // namespace

tl::unexpected<Error> missing(const std::string &what)
{
    return fail(ErrorCode::Internal, what);
}

std::string amount_of(const Money &money)
{
    return money.to_text() + " " + std::string(money.currency().code());
}

void Narrator::step(const std::string &name, const std::function<Seen()> &act)
{
    const Seen seen = act();
    summary_.steps.push_back({name, seen.has_value(), seen ? *seen : to_line(seen.error())});
    std::printf("%s %s: %s\n", seen ? "ok  " : "FAIL", name.c_str(), summary_.steps.back().detail.c_str());
    std::fflush(stdout);
}

bool Narrator::until(const std::function<bool()> &condition, int seconds) const
{
    QDeadlineTimer deadline(std::chrono::seconds{seconds});
    QSemaphore nobody;
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        (void)nobody.tryAcquire(1, look_again_ms);
    }
    return true;
}

}  // namespace aftercharge::demo
