// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QCoreApplication>

#include "models/domain/actor.h"
#include "models/domain/approval.h"
#include "models/domain/refund.h"
#include "ui/common/format.h"

namespace aftercharge {

class PeopleNames;

// Who has approved, and how many the rules ask for.
struct VoteCase {
    std::vector<ApprovalVote> votes;  // oldest first
    int needed = 1;

    int given() const { return static_cast<int>(votes.size()); }
    int missing() const { return std::max(0, needed - given()); }
    // The next approval is the last one that it needs: then it is carried out.
    bool decides() const { return given() + 1 >= needed; }
    const ApprovalVote *of(const OperatorName &person) const;
    friend bool operator==(const VoteCase &, const VoteCase &) = default;
};

class VoteWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::VoteWords)
public:
    static QString count(const VoteCase &votes);  // "1 of 2 approvals"
    static QString short_count(int given, int needed);
    // "Chen Min 14:02, Li Na 2026-11-22 09:10"; with `now`'s day alone the hour says enough.
    static QString people(const VoteCase &votes, const PeopleNames &names, const Format &format, UtcTime now);
    static QString missing(const VoteCase &votes);  // "1 more person is needed"
    // What one more approval does: the last one what `decided` says ("Approve ¥23.40 to balance"),
    // one before it "Give the first of 2 approvals".
    static QString action(const VoteCase &votes, const QString &decided);
    // "Approve ¥23.40 to balance", "Approve coupon of ¥18.00".
    static QString approve(RefundKind kind, const QString &amount);
    // After one approval of several: "R… has 1 of 2 approvals now. Another person is needed."
    static QString recorded(const QString &number, const VoteCase &votes);
};

}  // namespace aftercharge
