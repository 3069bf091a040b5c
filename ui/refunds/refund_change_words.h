// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/workflow/refund_difference.h"
#include "ui/common/difference_view.h"
#include "ui/common/format.h"

namespace aftercharge {

// What became of a refund while a person was about to decide it, field by field.
class RefundChangeWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::RefundChangeWords)
public:
    static QList<DifferenceRow> rows(const RefundDifference &difference, const Format &format);

private:
    static QString items(const std::vector<RefundItem> &items, const Format &format);
};

}  // namespace aftercharge
