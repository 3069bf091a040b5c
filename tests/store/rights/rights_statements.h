// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace aftercharge {

// Statements as a desk says them: `what` is refund, claim or batch; `id` the decision's.
QString approve(const char *what, int id, const char *number, int amount);
QString submit(int id, const char *verb, const char *subject, const char *arguments);

// Statements as a daemon says them. `place` is one in a chain that nothing else has.
QString request(const char *number, const char *by, int amount);  // a new refund like R-ANN
QString approval(const char *number, const char *by, int amount, int place);
QString approved(const char *number, const char *by);  // the refund's own row
QString paid(const char *number, int amount, int place);

}  // namespace aftercharge
