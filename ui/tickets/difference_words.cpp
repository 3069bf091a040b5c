// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/difference_words.h"

#include "ui/common/enum_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

constexpr std::size_t most_entries = 4;
constexpr qsizetype most_letters = 240;

QString shortened(const QString &text)
{
    return text.size() <= most_letters ? text : QString(text.left(most_letters - 1) + QChar(u'…'));
}

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

}  // namespace

QString DifferenceWords::headline(const TicketDifference &difference, const PeopleNames &people, const Format &format)
{
    if (!difference.by || !difference.at)
        return tr("Changed while you were writing");
    return tr("Changed by %1 at %2 while you were writing")
        .arg(TicketWords::actor(*difference.by, people), format.time_short(*difference.at));
}

QString DifferenceWords::refund(const Refund &refund, const Format &format)
{
    const bool decided = refund.approval == ApprovalState::Approved;
    return tr("%1 · %2").arg(format.money(refund.amount), decided ? EnumWords::refund_status(refund.status)
                                                                  : EnumWords::approval_state(refund.approval));
}

QList<DifferenceRow> DifferenceWords::rows(const TicketDifference &difference, const PeopleNames &people,
                                           const Format &format)
{
    QList<DifferenceRow> rows;
    if (const auto &state = difference.state)
        rows.append({tr("State"), EnumWords::ticket_state(state->before), EnumWords::ticket_state(state->after)});
    if (const auto &holder = difference.assigned_to) {
        const auto name = [&](const OperatorName &who) { return who.is_empty() ? tr("Nobody") : people.of(who); };
        rows.append({tr("Held by"), name(holder->before), name(holder->after)});
    }
    if (const auto &decision = difference.decision)
        rows.append({tr("Decision"), shortened(text_of(decision->before)), shortened(text_of(decision->after))});
    for (const Refund &made : difference.refunds)
        rows.append({text_of(made.refund_no.text()), {}, refund(made, format)});
    for (const auto &[before, after] : difference.changed_refunds)
        rows.append({text_of(after.refund_no.text()), refund(before, format), refund(after, format)});
    const std::size_t count = difference.entries.size();
    for (std::size_t i = count > most_entries ? count - most_entries : 0; i < count; ++i) {
        const TicketEntry &entry = difference.entries[i];
        // The row above says it already.
        if (entry.kind == TicketEntryKind::State && (difference.state || difference.assigned_to))
            continue;
        if (entry.kind == TicketEntryKind::Decision && difference.decision)
            continue;
        rows.append({tr("%1, %2").arg(format.time_short(entry.at), TicketWords::actor(entry.actor, people)),
                     {},
                     shortened(TicketWords::entry(entry, people))});
    }
    for (const Evidence &file : difference.evidence)
        rows.append({tr("New file"), {}, text_of(file.name)});
    return rows;
}

QString DifferenceWords::line(const TicketDifference &difference, const PeopleNames &people, const Format &format)
{
    QStringList parts;
    for (const DifferenceRow &row : rows(difference, people, format))
        parts.append(row.before.isEmpty() ? tr("%1: %2").arg(row.what, row.now)
                                          : tr("%1: %2 → %3").arg(row.what, row.before, row.now));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace aftercharge
