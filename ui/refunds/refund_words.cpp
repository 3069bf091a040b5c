// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/refund_words.h"

#include "models/item/refund_table_model.h"
#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QString cell(const Refund &refund, int column, const Format &format)
{
    switch (column) {
    case RefundTableModel::Number:
        return text_of(refund.refund_no.text());
    case RefundTableModel::Created:
        return RefundWords::day_and_minute(refund.created_at, format);
    case RefundTableModel::Kind:
        return EnumWords::refund_kind(refund.kind);
    case RefundTableModel::Order:
        return text_of(refund.order_no.text());
    case RefundTableModel::State:
        return RefundWords::state(refund);
    case RefundTableModel::Requester:
        return text_of(refund.requested_by.text());
    case RefundTableModel::Amount:
        return format.money(refund.amount);
    default:
        return {};
    }
}

}  // namespace

TableWords<Refund> RefundWords::table(const Format &format)
{
    return {{tr("Number"), tr("Asked"), tr("Kind"), tr("Order"), tr("State"), tr("By"), tr("Amount")},
            [format](const Refund &refund, int column) { return cell(refund, column, format); }};
}

QString RefundWords::day_and_minute(UtcTime at, const Format &format)
{
    return format.date(at) + u' ' + format.time_short(at);
}

QString RefundWords::state(const Refund &refund)
{
    if (refund.approval != ApprovalState::Approved)
        return EnumWords::approval_state(refund.approval);
    return refund.status == RefundStatus::Init ? EnumWords::approval_state(refund.approval)
                                               : EnumWords::refund_status(refund.status);
}

QList<Fact> RefundWords::facts(const Refund &refund, const Format &format)
{
    const auto by = [&](const OperatorName &who, const std::optional<UtcTime> &at) {
        if (who.is_empty())
            return QString();
        return at ? tr("%1, %2").arg(text_of(who.text()), day_and_minute(*at, format)) : text_of(who.text());
    };
    const bool sent_back = refund.approval == ApprovalState::SentBack;
    const QString own = refund.approved_by == refund.requested_by && !refund.approved_by.is_empty()
                            ? tr(" (within own limit)")
                            : QString();
    return {
        {tr("Order"), text_of(refund.order_no.text()), LabelRole::Mono},
        {tr("Member"), text_of(refund.member_id.text())},
        {tr("Ticket"), text_of(refund.ticket_no.text()), LabelRole::Mono},
        {tr("Reason"), EnumWords::reason_code(refund.reason_code)},
        {sent_back ? tr("Sent back because") : tr("Note"), text_of(refund.note)},
        {tr("Asked by"), by(refund.requested_by, refund.created_at)},
        {tr("Approved by"), by(refund.approved_by, refund.decided_at) + own},
        {tr("Sent back"), sent_back && refund.decided_at ? day_and_minute(*refund.decided_at, format) : QString()},
        {tr("Paid back"), refund.posted_at
                              ? tr("%1, to the platform balance").arg(day_and_minute(*refund.posted_at, format))
                              : QString()},
        {refund.posted_at ? tr("Proof (transfer)") : tr("Transfer (reserved)"), text_of(refund.transfer_id.to_text()),
         LabelRole::Mono},
    };
}

QString RefundWords::hindrance(const Refund &refund, const Operator &person, const Format &format)
{
    if (refund.requested_by == person.name)
        return tr("You asked for this yourself. Somebody else has to approve it.");
    if (!person.approval_limit)
        return tr("You have no approval limit. A supervisor or an administrator can approve it.");
    const auto above = compare(refund.amount, *person.approval_limit);
    if (!above || *above > 0)
        return tr("%1 is above your limit of %2. Somebody with a higher limit can approve it.")
            .arg(format.money(refund.amount), format.money(*person.approval_limit));
    return {};
}

}  // namespace aftercharge
