// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/domain/actor.h"
#include "models/domain/refund.h"
#include "models/item/paged_table_model.h"
#include "ui/common/fact_list.h"
#include "ui/common/format.h"

namespace aftercharge {

// The words of refunds and adjustments, for their page and for approvals.
class RefundWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::RefundWords)
public:
    static TableWords<Refund> table(const Format &format);
    // Until it is approved the approval's state, then the money's.
    static QString state(const Refund &refund);
    // Where its money goes: "Balance", "Gateway", "Coupon", "By hand".
    static QString destination(const Refund &refund);
    static QString to(const Refund &refund);  // "to the balance"
    // The same as a sentence's end: "to the platform balance", "back through the payment gateway".
    static QString way(const Refund &refund);
    // Who asked, who approved, where it went and by which transfer.
    static QList<Fact> facts(const Refund &refund, const Format &format);
    // Why it was voided: what had changed by then.
    static QString voided(const QString &changes);
    static QString day_and_minute(UtcTime at, const Format &format);
};

}  // namespace aftercharge
