// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/refund_change_words.h"

#include "ui/common/enum_words.h"

namespace aftercharge {

QString RefundChangeWords::items(const std::vector<RefundItem> &items, const Format &format)
{
    QStringList words;
    for (const RefundItem &item : items)
        words.append(tr("%1 × %2: %3")
                         .arg(QString::number(item.quantity), QString::fromStdString(item.order_item_id.text()),
                              format.money(item.amount)));
    return words.join(u'\n');
}

QList<DifferenceRow> RefundChangeWords::rows(const RefundDifference &difference, const Format &format)
{
    QList<DifferenceRow> rows;
    if (const auto &amount = difference.amount)
        rows.append({tr("Amount"), format.money(amount->before), format.money(amount->after)});
    if (const auto &items_now = difference.items)
        rows.append({tr("Lines"), items(items_now->before, format), items(items_now->after, format)});
    if (const auto &approval = difference.approval)
        rows.append(
            {tr("Decision"), EnumWords::approval_state(approval->before), EnumWords::approval_state(approval->after)});
    if (!difference.approved_by.is_empty()) {
        const QString who = QString::fromStdString(difference.approved_by.text());
        rows.append(
            {tr("Decided by"), {}, difference.at ? tr("%1, %2").arg(who, format.time_short(*difference.at)) : who});
    }
    if (const auto &status = difference.status)
        rows.append({tr("State"), EnumWords::refund_status(status->before), EnumWords::refund_status(status->after)});
    if (const auto &reason = difference.reason_code)
        rows.append({tr("Reason"), EnumWords::reason_code(reason->before), EnumWords::reason_code(reason->after)});
    if (const auto &note = difference.note)
        rows.append({tr("Note"), QString::fromStdString(note->before), QString::fromStdString(note->after)});
    if (difference.basis)
        rows.append({tr("Computation"), tr("as you saw it"), tr("another: look at the request again")});
    return rows;
}

}  // namespace aftercharge
