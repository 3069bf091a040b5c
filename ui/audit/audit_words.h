// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/item/paged_table_model.h"
#include "models/store/audit.h"
#include "ui/common/format.h"

namespace aftercharge {

// The words of the audit page.
class AuditWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::AuditWords)
public:
    static TableWords<AuditEntry> table(const Format &format);
    // "Refund approved"; an action that is not known here as it is stored.
    static QString action(const std::string &action);
};

}  // namespace aftercharge
