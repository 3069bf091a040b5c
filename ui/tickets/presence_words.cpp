// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/presence_words.h"

#include <QRegularExpression>

#include "ui/tickets/ticket_words.h"

namespace aftercharge {

QString PresenceWords::doing(const Present &present, const OperatorName &me, const PeopleNames &people)
{
    if (present.login == me)
        return own(present.doing);
    const QString name = people.of(present.login);
    switch (present.doing) {
    case Doing::Looking:
        return tr("%1 is looking").arg(name);
    case Doing::Replying:
        return tr("%1 is editing a reply").arg(name);
    case Doing::Noting:
        return tr("%1 is editing a note").arg(name);
    case Doing::Deciding:
        return tr("%1 is deciding").arg(name);
    }
    return name;
}

QString PresenceWords::own(Doing doing)
{
    switch (doing) {
    case Doing::Looking:
        return tr("You are looking at another desk");
    case Doing::Replying:
        return tr("You are editing a reply at another desk");
    case Doing::Noting:
        return tr("You are editing a note at another desk");
    case Doing::Deciding:
        return tr("You are deciding at another desk");
    }
    return {};
}

QString PresenceWords::initials(const QString &name)
{
    static const QRegularExpression between(QStringLiteral("[\\s._-]+"));
    const QStringList parts = name.split(between, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return QStringLiteral("?");
    // A family name is one character and says more than two.
    if (parts.first().at(0).script() == QChar::Script_Han)
        return parts.first().left(1);
    const QString second = parts.size() > 1 ? parts.last().left(1) : QString();
    return QString(parts.first().left(1) + second).toUpper();
}

QString PresenceWords::lease(const LeaseHolder &holder, const OperatorName &me, const PeopleNames &people,
                             const Format &format)
{
    const QString until = format.time_short(holder.until);
    if (holder.login == me)
        return tr("You are preparing a refund for this order at another desk (until %1).").arg(until);
    return tr("%1 is preparing a refund for this order (until %2).").arg(people.of(holder.login), until);
}

}  // namespace aftercharge
