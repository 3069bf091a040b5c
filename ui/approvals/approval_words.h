// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QtCore/QCoreApplication>
#include <QtCore/QVariant>

#include "models/item/paged_table_model.h"
#include "ui/approvals/approval_entry.h"
#include "ui/common/format.h"
#include "ui/decisions/request_reader.h"

namespace aftercharge {

// The words of the list of approvals, and of what one may do about an entry.
class ApprovalWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::ApprovalWords)
public:
    enum Column { Number, Kind, Requester, Amount, Votes, State, Asked, column_count };

    // How long an entry still waits.
    using Left = std::function<Duration(const ApprovalEntry &entry)>;
    static TableWords<ApprovalEntry> table(const Format &format, const Left &left);
    static QVariant look(const ApprovalEntry &entry, int column, int role, const Left &left);

    static QString kind(const ApprovalEntry &entry);
    // "Approve ¥23.40 to balance": what the last approval that it needs does.
    static QString decided(const ApprovalEntry &entry, const Format &format);
    // Why `person` may not approve it; empty when he may.
    static QString hindrance(const ApprovalEntry &entry, const RequestFacts &facts, const Operator &person,
                             const Format &format, UtcTime now);
    // Why he may, and whom he answers.
    static QString permission(const ApprovalEntry &entry, const Operator &person, const Format &format);
};

}  // namespace aftercharge
