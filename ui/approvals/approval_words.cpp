// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approval_words.h"

#include "ui/common/enum_words.h"
#include "ui/decisions/batch_words.h"
#include "ui/decisions/expiry_words.h"
#include "ui/decisions/vote_words.h"
#include "ui/refunds/refund_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

bool waits(const ApprovalEntry &entry)
{
    return approval_of(entry) == ApprovalState::Waiting;
}

}  // namespace

TableWords<ApprovalEntry> ApprovalWords::table(const Format &format, const Left &left)
{
    const auto text = [format, left](const ApprovalEntry &entry, int column) -> QString {
        switch (column) {
        case Number:
            return text_of(subject_of(entry));
        case Kind:
            return kind(entry);
        case Requester:
            return text_of(requester_of(entry).text());
        case Amount:
            return format.money(amount_of(entry));
        case Votes:
            return VoteWords::short_count(entry.given, waits(entry) ? entry.needed : 1);
        case State:
            return waits(entry) ? ExpiryWords::text(left(entry)) : BatchWords::state(*entry.batch());
        case Asked:
            return RefundWords::day_and_minute(asked_at(entry), format);
        default:
            return {};
        }
    };
    return {{tr("Number"), tr("Kind"), tr("By"), tr("Amount"), tr("Votes"), tr("State"), tr("Asked")}, text};
}

QVariant ApprovalWords::look(const ApprovalEntry &entry, int column, int role, const Left &left)
{
    const Tone tone = waits(entry) ? ExpiryWords::tone(left(entry)) : BatchWords::tone(*entry.batch());
    switch (role) {
    case CellRole::tone:
        return static_cast<int>(column == State ? tone : Tone::Neutral);
    case CellRole::chip_shape:
        return static_cast<int>(column == State ? tone_shape(tone) : ChipShape::None);
    case CellRole::muted:
        return column == Requester || column == Asked;
    case CellRole::sort_key:
        if (column == Amount)
            return qlonglong{amount_of(entry).minor()};
        if (column == State || column == Asked)
            return qlonglong{asked_at(entry).time_since_epoch().count()};
        return {};
    default:
        return {};
    }
}

QString ApprovalWords::kind(const ApprovalEntry &entry)
{
    if (const Refund *refund = entry.refund())
        return EnumWords::refund_kind(refund->kind);
    if (const Claim *claim = entry.claim())
        return tr("Claim: %1").arg(EnumWords::claim_type(claim->type));
    return tr("Batch of %1").arg(entry.batch()->rows - entry.batch()->refused);
}

QString ApprovalWords::decided(const ApprovalEntry &entry, const Format &format)
{
    const QString amount = format.money(amount_of(entry));
    if (const Refund *refund = entry.refund())
        return VoteWords::approve(refund->kind, amount);
    if (entry.claim())
        return tr("Approve up to %1").arg(amount);
    return tr("Approve %1 refunds, %2").arg(entry.batch()->rows - entry.batch()->refused).arg(amount);
}

QString ApprovalWords::hindrance(const ApprovalEntry &entry, const RequestFacts &facts, const Operator &person,
                                 const Format &format, UtcTime now)
{
    const QString amount = format.money(amount_of(entry));
    if (requester_of(entry) == person.name)
        return tr("You asked for this yourself. Somebody else has to approve it.");
    if (facts.batch)
        return tr("It is part of batch %1 and is decided together with it.").arg(text_of(facts.batch->text()));
    if (facts.view && !facts.view->changes.empty())
        return tr("What it was asked on is another now. It can only be sent back.");
    if (const ApprovalVote *vote = facts.votes.of(person.name))
        return tr("You approved it at %1. Another person has to approve it as well.").arg(format.time_short(vote->at));
    if (now - asked_at(entry) > facts.life)
        return tr("It has waited too long. It goes back to who asked for it.");
    if (!person.approval_limit)
        return tr("You have no approval limit. A supervisor or an administrator can approve it.");
    const auto above = compare(amount_of(entry), *person.approval_limit);
    if (!above || *above > 0)
        return tr("%1 is above your limit of %2. Somebody with a higher limit can approve it.")
            .arg(amount, format.money(*person.approval_limit));
    return {};
}

QString ApprovalWords::permission(const ApprovalEntry &entry, const Operator &person, const Format &format)
{
    const QString limit = format.money(*person.approval_limit);
    const QString by = text_of(requester_of(entry).text());
    // A refund that goes beyond a claim's promise is asked for by the system.
    if (by.isEmpty())
        return tr("Within your limit of %1. The system asked for it, after a carrier's approval above the promise.")
            .arg(limit);
    if (entry.batch())
        return tr("Within your limit of %1. %2 asked for it; one approval is for all of its sessions.").arg(limit, by);
    return tr("Within your limit of %1. %2 asked for it; you see what was seen then.").arg(limit, by);
}

}  // namespace aftercharge
