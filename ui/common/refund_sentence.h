// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/domain/discrepancy.h"
#include "models/domain/refund.h"

namespace aftercharge {

// What became of a refund at its gateway and what happens next, for a person; the gateway's own
// words, which are kept as they came, stand after it.
class RefundSentence {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::RefundSentence)
public:
    // Empty where no gateway has it: not approved, a coupon, by hand, a charging order's.
    static QString of(const Refund &refund);
    // "The gateway could not pay it. … The gateway's words: expired card"; of a success its proof.
    static QString with_words(const Refund &refund);
    // What a call means that was refused in a gateway's name, by the code that its detail ends with.
    static QString of_refused_webhook(const Discrepancy &row);
};

}  // namespace aftercharge
