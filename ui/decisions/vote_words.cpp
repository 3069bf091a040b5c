// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/vote_words.h"

#include <algorithm>

#include "ui/tickets/ticket_words.h"

namespace aftercharge {

const ApprovalVote *VoteCase::of(const OperatorName &person) const
{
    const auto found = std::find_if(votes.begin(), votes.end(),
                                    [&](const ApprovalVote &vote) { return vote.login == person; });
    return found == votes.end() ? nullptr : &*found;
}

QString VoteWords::count(const VoteCase &votes)
{
    return votes.needed > 1    ? tr("%1 of %2 approvals").arg(votes.given()).arg(std::max(votes.needed, votes.given()))
           : votes.given() > 0 ? tr("Approved")
                               : tr("1 approval needed");
}

QString VoteWords::short_count(int given, int needed)
{
    return needed > 1 ? tr("%1 of %2").arg(given).arg(needed) : QString();
}

QString VoteWords::people(const VoteCase &votes, const PeopleNames &names, const Format &format, UtcTime now)
{
    QStringList words;
    for (const ApprovalVote &vote : votes.votes) {
        const QString day = format.date(vote.at) == format.date(now) ? QString() : QString(format.date(vote.at) + u' ');
        words.append(names.of(vote.login) + u' ' + day + format.time_short(vote.at));
    }
    return words.join(tr(", "));
}

QString VoteWords::missing(const VoteCase &votes)
{
    // That one is needed says the count.
    if (votes.missing() == 0 || votes.needed == 1)
        return {};
    if (votes.missing() == 1)
        return tr("one more person is needed");
    return votes.given() > 0 ? tr("%1 more people are needed").arg(votes.missing())
                             : tr("%1 different people have to approve it").arg(votes.missing());
}

QString VoteWords::action(const VoteCase &votes, const QString &decided)
{
    if (votes.decides())
        return decided;
    return votes.given() == 0 ? tr("Give the first of %1 approvals").arg(votes.needed)
                              : tr("Give approval %1 of %2").arg(votes.given() + 1).arg(votes.needed);
}

QString VoteWords::approve(RefundKind kind, const QString &amount)
{
    switch (kind) {
    case RefundKind::Refund:
    case RefundKind::Adjustment:
        return tr("Approve %1 to balance").arg(amount);
    case RefundKind::GoodsRefund:
    case RefundKind::PlatformCovers:
        return tr("Approve %1 through the gateway").arg(amount);
    case RefundKind::Coupon:
        return tr("Approve coupon of %1").arg(amount);
    case RefundKind::ByHand:
        return tr("Approve %1 paid by hand").arg(amount);
    }
    return {};
}

QString VoteWords::recorded(const QString &number, const VoteCase &votes)
{
    return tr("%1 has %2 of %3 approvals now. It still waits for another person.")
        .arg(number)
        .arg(votes.given() + 1)
        .arg(votes.needed);
}

}  // namespace aftercharge
