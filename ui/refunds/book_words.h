// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/item/book_rows.h"
#include "ui/common/fact_list.h"
#include "ui/common/format.h"

namespace aftercharge {

// The words of what does not fit: discrepancies and the three-way reconciliation.
class BookWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::BookWords)
public:
    static TableWords<Discrepancy> discrepancies(const Format &format);
    static TableWords<Reconciliation> runs(const Format &format);
    static TableWords<ReconciledRefund> reconciled(const Format &format);
    static QString state(const Discrepancy &row);
    static QString result(const Reconciliation &run);
    // What it means that this was found, and what to look at.
    static QString meaning(const Discrepancy &row);
    static QList<Fact> facts(const Discrepancy &row, const Format &format);
    static QString day_and_minute(UtcTime at, const Format &format);
};

}  // namespace aftercharge
